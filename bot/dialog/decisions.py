"""What comes of a turn: a reply with its reasons, a hand-over, or something to look up first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.dialog.messages import ReplyButton, Source
from bot.dialog.routing import EVERYWHERE, Route
from bot.dialog.state import DialogState
from knowledge.records import Enclosure, IntentId, TemplateId
from nlu import IntentProbability
from retrieval import PassageHit, TemplateCandidate

ABOVE: Final = "above"
"""The rule of a reply that points to what was said already."""


class Kind(StrEnum):
    """What sort of reply it is."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    COMPOSE = "compose"
    ASK = "ask"
    HANDOFF = "handoff"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class Reasons:
    """What a reply was based on, kept as data and shown at the desk.

    ``also`` names further templates that the same reply says, ``asked`` the question as it was
    read where the message leans on another, so that it can be leaned on in turn.
    """

    kind: Kind
    because: tuple[str, ...]
    probability: float | None = None
    intent: IntentId | None = None
    intents: tuple[IntentProbability, ...] = ()
    template: TemplateId | None = None
    template_version: int | None = None
    candidates: tuple[TemplateCandidate, ...] = ()
    passages: tuple[PassageHit, ...] = ()
    threshold: float | None = None
    rule: str | None = None
    also: tuple[TemplateId, ...] = ()
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said: Markdown text, buttons, sources, files, and why."""

    kind: Kind
    text: str
    reasons: Reasons
    buttons: tuple[ReplyButton, ...] = ()
    sources: tuple[Source, ...] = ()
    files: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome of a turn.

    ``hand_off`` is the reason where a person is needed, ``route`` where the conversation then
    waits. ``draft`` is what the bot would have said, for an agent's eyes. ``templates`` are those
    whose words the reply uses or asks details for, ``intents`` what it is about where no template
    says so.
    """

    reply: Reply
    state: DialogState
    hand_off: str | None = None
    route: Route = EVERYWHERE
    draft: Reply | None = None
    templates: tuple[TemplateId, ...] = ()
    intents: tuple[IntentId, ...] = ()


@dataclass(frozen=True, slots=True)
class LookupRequest:
    """Details to be fetched before the reply can be made.

    ``inputs`` are what the lookup is asked with, and what its answer is held against.
    """

    name: str
    inputs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NeedsLookup:
    """The turn cannot be decided before this was fetched; decide again with the outcome."""

    request: LookupRequest
