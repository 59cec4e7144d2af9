"""A whole conversation without personal data: its texts, its people, its tags."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from knowledge.records import Speaker, Transcript, TranscriptId, Turn
from knowledge.redaction.redactor import Redactor


def redact_transcript(
    transcript: Transcript, redactor: Redactor
) -> tuple[Transcript, Counter[str]]:
    """The transcript as it may be stored and learned from, and how much of each kind went.

    The names that the transcript itself gives are taken out of its texts. Its customer and the
    authors of its turns become pseudonyms, so that one can still tell them apart; so does its id
    where that is an e-mail address or a telephone number.
    """
    names = [turn.author for turn in transcript.turns if turn.author]
    if transcript.customer:
        names.append(transcript.customer)
    redactor = redactor.with_names(names) if names else redactor
    found: Counter[str] = Counter()
    redacted = replace(
        transcript,
        id=_id(transcript.id, redactor),
        turns=tuple(_turn(turn, redactor, found) for turn in transcript.turns),
        tags=tuple(_text(tag, redactor, found) for tag in transcript.tags),
        customer=redactor.pseudonym("customer", transcript.customer)
        if transcript.customer
        else None,
    )
    return redacted, found


def _turn(turn: Turn, redactor: Redactor, found: Counter[str]) -> Turn:
    text = _text(turn.text, redactor, found)
    if turn.author is None:
        return turn if text is turn.text else replace(turn, text=text)
    role = "customer" if turn.speaker is Speaker.CUSTOMER else turn.speaker.value
    return replace(turn, text=text, author=redactor.pseudonym(role, turn.author))


def _text(text: str, redactor: Redactor, found: Counter[str]) -> str:
    redacted = redactor.redact(text)
    found.update(redacted.found)
    return redacted.text if redacted.found else text


def _id(identifier: TranscriptId, redactor: Redactor) -> TranscriptId:
    if "@" in identifier or identifier.startswith("+"):
        return TranscriptId(redactor.pseudonym("conversation", identifier))
    return identifier
