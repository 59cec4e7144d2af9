"""Conversations from Crisp: messages as its API lists them, with their sessions or without.

``from`` says who speaks (``user`` or ``operator``). An operator's message is the bot's where it is
marked ``automated``, or where its ``origin`` is a plugin that answers by itself (``urn:…:bot:0``,
``urn:…:ai…``); other plugins and ``chat`` are ways that people write through. Notes are private.
Events, files, animations and sounds have no words and are left out; of a picker or a field that an
operator sent, the question is kept, and what was answered as the customer's words. A session's
state and its messages may stand in several files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from knowledge.importers.interface import Columns
from knowledge.importers.json_records import first_records, read_json_records
from knowledge.importers.parts import Part, turns_in_order
from knowledge.importers.pieces import Piece, brought_together
from knowledge.importers.shapes import Record, record_in, records_in, whole_number, words_in
from knowledge.importers.turn_order import oldest_first
from knowledge.importers.values import id_from_content, parse_flag, parse_name, parse_rating
from knowledge.records import Speaker, Transcript, TranscriptId, Turn
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import Source
from knowledge.times import parse_time

_LISTS: Final = ("data", "conversations", "sessions")
_SESSION, _MESSAGE = "session", "message"
_SPEAKERS: Final[Mapping[str, Speaker]] = {"user": Speaker.CUSTOMER, "operator": Speaker.AGENT}
_KINDS: Final = frozenset(
    {"text", "note", "file", "animation", "audio", "picker", "field", "carousel", "event"}
)
_BOT: Final = re.compile(
    r"^urn:[^:]+:[^:]*(?:bot|\bai\b|hugo|magicreply|workflow|trigger)[^:]*", re.I
)
_RESOLVED: Final[Mapping[str, bool]] = {"resolved": True, "unresolved": False, "pending": False}
_STATUS: Final[Mapping[int, str]] = {0: "pending", 1: "unresolved", 2: "resolved"}


class CrispImporter:
    """Reads messages, sessions, and sessions with their messages."""

    format = "crisp"
    suffixes = frozenset({".json", ".jsonl"})
    options: frozenset[str] = frozenset()

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """A file is taken if one of its first objects is a Crisp message or session."""
        del columns
        found = (_kind(_unwrapped(each.value)) for each in first_records(source, _LISTS))
        return None if any(found) else "has no messages or sessions as Crisp's API gives them"

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """The file's conversations, in order of their first message."""
        yield from self.read_together([source], columns, on_skip)

    def read_together(
        self, sources: Sequence[Source], columns: Columns, on_skip: OnSkip
    ) -> Iterator[Transcript]:
        """The conversations of all files, each joined from wherever its messages stand."""
        del columns
        label = ", ".join(source.label for source in sources[:3])
        pieces = (piece for source in sources for piece in _pieces(source, on_skip))
        for session, group in brought_together(pieces):
            transcript = _transcript(session, group)
            if transcript is not None:
                yield transcript
            else:
                reason = "has no message with words"
                on_skip(SkippedRecord(label, f"session {session}", reason))


def _pieces(source: Source, on_skip: OnSkip) -> Iterator[Piece]:
    """The file's records. Messages that name no session belong to the file's own."""
    for found in read_json_records(source, _LISTS, on_skip):
        record = _unwrapped(found.value)
        kind = _kind(record)
        session = parse_name(record.get("session_id")) or f"file {source.name}"
        if kind is None:
            on_skip(SkippedRecord(source.label, found.position, "is no message and no session"))
        elif kind == _MESSAGE:
            yield Piece(session, kind, record)
        else:
            messages = records_in(record.get("messages"))
            yield Piece(session, kind, {k: v for k, v in record.items() if k != "messages"})
            yield from (Piece(session, _MESSAGE, message) for message in messages)


def _unwrapped(record: Record) -> Record:
    """The message that a webhook's event carries, or the session beside its messages."""
    carried = record_in(record.get("data"))
    if carried and words_in(record.get("event")).startswith("message:"):
        return carried
    session = record_in(record.get("conversation"))
    return {**session, **record} if session and "messages" in record else record


def _kind(record: Record) -> str | None:
    if words_in(record.get("type")) in _KINDS and words_in(record.get("from")) in _SPEAKERS:
        return _MESSAGE
    if isinstance(record.get("messages"), list) and "session_id" in record:
        return _SESSION
    return _SESSION if {"session_id", "state"} <= record.keys() else None


def _transcript(session: str, pieces: Sequence[Piece]) -> Transcript | None:
    told: dict[str, object] = {}
    for piece in pieces:
        if piece.kind == _SESSION:
            told.update(piece.record)
    messages = [piece.record for piece in pieces if piece.kind == _MESSAGE]
    messages = oldest_first(messages, _time)
    turns = turns_in_order(part for message in messages for part in _parts(message))
    if not turns:
        return None
    named = not session.startswith("file ")
    meta = record_in(told.get("meta"))
    return Transcript(
        id=TranscriptId(session) if named else id_from_content(turns),
        turns=turns,
        source="crisp",
        tags=_tags(meta.get("segments") or told.get("segments")),
        resolved=_RESOLVED.get(_state(told)),
        rating=_rating(told, meta),
        customer=_customer(told, meta, messages),
        language=_language(meta),
    )


def _parts(message: Record) -> Iterator[Part]:
    """What was said, and below an operator's picker or field the answer that was put into it."""
    said = _part(message)
    if said is not None:
        yield said
    answer = _answer(message)
    if answer:
        fingerprint = parse_name(message.get("fingerprint"))
        turn = Turn(Speaker.CUSTOMER, answer, _time(message))
        yield Part(turn, fingerprint and f"{fingerprint} answered")


def _part(message: Record) -> Part | None:
    kind, text = words_in(message.get("type")), _words(message)
    speaker = _SPEAKERS.get(words_in(message.get("from")))
    if speaker is None or not text:
        return None
    if speaker is Speaker.AGENT and kind != "note" and _is_automatic(message):
        speaker = Speaker.BOT
    user = record_in(message.get("user"))
    turn = Turn(
        speaker=speaker,
        text=text,
        time=_time(message),
        author=parse_name(user.get("nickname")) or parse_name(user.get("user_id")),
        private=kind == "note",
    )
    return Part(turn, parse_name(message.get("fingerprint")))


def _time(message: Record) -> datetime | None:
    return parse_time(message.get("timestamp"))


def _is_automatic(message: Record) -> bool:
    user = record_in(message.get("user"))
    origin = words_in(message.get("origin"))
    return (
        parse_flag(message.get("automated")) or words_in(user.get("type")) == "bot"
        or _BOT.match(origin) is not None
    )  # fmt: skip


def _words(message: Record) -> str:
    """What is said: the text, or of a form the question and the answer that was given."""
    kind, content = words_in(message.get("type")), message.get("content")
    if kind in {"text", "note"}:
        return words_in(content)
    if kind not in {"picker", "field"}:
        return ""
    form = record_in(content)
    if words_in(message.get("from")) == "user":
        return words_in(form.get("value")) or words_in(content)
    return words_in(form.get("text")) or words_in(form.get("explain"))


def _answer(message: Record) -> str:
    """What the visitor chose or put in, which Crisp notes in the operator's own message."""
    if words_in(message.get("from")) != "operator":
        return ""
    form = record_in(message.get("content"))
    match words_in(message.get("type")):
        case "picker":
            chosen = [each for each in records_in(form.get("choices")) if each.get("selected")]
            answers = (words_in(each.get("label") or each.get("value")) for each in chosen)
            return ", ".join(filter(None, answers))
        case "field":
            return words_in(form.get("value"))
        case _:
            return ""


def _state(told: Record) -> str:
    status = whole_number(told.get("status"))
    return words_in(told.get("state")) or (_STATUS.get(status, "") if status is not None else "")


def _rating(told: Record, meta: Record) -> int | None:
    for place in (told.get("rating"), meta.get("rating")):
        stars = place.get("stars", place.get("rating")) if isinstance(place, dict) else place
        rating = parse_rating(stars)
        if rating is not None:
            return rating
    return None


def _tags(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else []
    return tuple(dict.fromkeys(tag for item in items if (tag := words_in(item))))


def _customer(told: Record, meta: Record, messages: Sequence[Record]) -> str | None:
    """Who wrote in: the person's id or address, else what the first of their messages says."""
    named = parse_name(told.get("people_id")) or parse_name(meta.get("email"))
    users = (record_in(m.get("user")) for m in messages if words_in(m.get("from")) == "user")
    return named or next((name for u in users if (name := parse_name(u.get("user_id")))), None)


def _language(meta: Record) -> str | None:
    locales = record_in(meta.get("device")).get("locales")
    first = locales[0] if isinstance(locales, list) and locales else None
    return words_in(first) or None
