"""What one exchange of a live conversation says about what the bot should have answered.

Only acts of the team count without a further person's word; what customers write or press never
teaches anything by itself, or whoever writes often enough would decide what the bot says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from knowledge import IntentId, TemplateId


class EvidenceKind(StrEnum):
    """What happened."""

    CORRECTED = "corrected"
    CORRECTED_IN_WORDS = "corrected_in_words"
    SUGGESTION_USED = "suggestion_used"
    SUGGESTION_EDITED = "suggestion_edited"
    ANSWERED_BY_AGENT = "answered_by_agent"
    ASKED_BACK = "asked_back"
    UNANSWERED = "unanswered"
    THUMBS_UP = "thumbs_up"
    THUMBS_DOWN = "thumbs_down"
    LEFT_FOR_PERSON = "left_for_person"


BY_THE_TEAM: Final = frozenset({EvidenceKind.CORRECTED, EvidenceKind.SUGGESTION_USED})
"""Explicit acts of somebody signed in: they may become examples without anybody's further word."""
IN_THEIR_WORDS: Final = frozenset(
    {
        EvidenceKind.ANSWERED_BY_AGENT,
        EvidenceKind.SUGGESTION_EDITED,
        EvidenceKind.CORRECTED_IN_WORDS,
    }
)
"""What an agent wrote, alone or from an approved answer: a person reads it before it is learned."""
CORRECTIONS: Final = frozenset({EvidenceKind.CORRECTED, EvidenceKind.CORRECTED_IN_WORDS})
"""What somebody said of a reply on purpose: it is not gathered, so gathering leaves it."""
FAILED: Final = frozenset(
    {
        EvidenceKind.ASKED_BACK,
        EvidenceKind.UNANSWERED,
        EvidenceKind.THUMBS_DOWN,
        EvidenceKind.LEFT_FOR_PERSON,
    }
)
"""What the bot did not manage."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that happened to the question that begins at ``seq`` and is all of ``seqs``.

    ``text`` and ``answer`` are redacted. ``template`` and ``intent`` are what it speaks for, or,
    where ``against``, what it speaks against; a correction without either asks for a person, or
    has its ``answer`` in words.
    ``person`` tells askers apart, ``by`` is who of the team did it.
    """

    conversation: str
    seq: int
    seqs: tuple[int, ...]
    kind: EvidenceKind
    person: str
    text: str
    at: datetime
    reply_seq: int | None = None
    answer: str | None = None
    template: TemplateId | None = None
    intent: IntentId | None = None
    against: bool = False
    by: str | None = None
