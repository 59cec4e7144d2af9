"""Tickets from Freshdesk: API lists, the account export in JSON and XML, and joined files.

A ticket's description is its first turn: the customer's, unless the ticket is an outbound e-mail.
Notes say themselves whether they came in and whether they are private; what an agent forwarded to
a third party is private too. Status changes and survey results are system turns. Spam and deleted
tickets are left out. Tickets and their conversations may stand in separate files: they are joined
by ``ticket_id``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from knowledge.importers.freshdesk_fields import (
    customer_of,
    language_of,
    last_rating,
    rating_of,
    resolved_of,
    tags_of,
    words_of,
)
from knowledge.importers.freshdesk_xml import looks_like_xml_tickets, read_xml_tickets
from knowledge.importers.interface import Columns
from knowledge.importers.json_records import JsonRecord, first_records, read_json_records
from knowledge.importers.parts import Part, listed_oldest_first, turns_in_order
from knowledge.importers.pieces import Piece, brought_together
from knowledge.importers.shapes import Record, record_in, whole_number, words_in
from knowledge.importers.values import parse_flag, parse_name
from knowledge.records import Speaker, Transcript, TranscriptId, Turn
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import Source
from knowledge.times import parse_time

_LISTS: Final = ("tickets", "results", "helpdesk_tickets", "satisfaction_ratings", "notes")
_TICKET, _NOTE, _RATING = "ticket", "note", "rating"
_WRAPPERS: Final = {"helpdesk_ticket": _TICKET, "ticket": _TICKET, "helpdesk_note": _NOTE}
_NOTES: Final = ("conversations", "helpdesk_notes", "notes")
_EMPTY: Final[tuple[object, ...]] = (None, "", [], {})
_OUTBOUND: Final = 10
_STATUS, _META, _SURVEY, _FORWARDED = 3, 4, 6, 8
"""Kinds of notes, as their ``source`` says."""


class FreshdeskImporter:
    """Reads what Freshdesk's API and its account export give."""

    format = "freshdesk"
    suffixes = frozenset({".json", ".xml"})
    options: frozenset[str] = frozenset()

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """A file is taken if its first objects are tickets, their notes, or ratings of them."""
        del columns
        if looks_like_xml_tickets(source) or _kinds(source):
            return None
        return "has no objects that look like Freshdesk's tickets, conversations or ratings"

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """The file's tickets, in its order."""
        yield from self.read_together([source], columns, on_skip)

    def read_together(
        self, sources: Sequence[Source], columns: Columns, on_skip: OnSkip
    ) -> Iterator[Transcript]:
        """The tickets of all files. One file of tickets alone is streamed."""
        if len(sources) == 1 and _kinds(sources[0]) == {_TICKET}:
            yield from _streamed(sources[0], on_skip)
        else:
            yield from _joined(sources, on_skip)


def _streamed(source: Source, on_skip: OnSkip) -> Iterator[Transcript]:
    for position, kind, record in _records(source, on_skip):
        found = _transcript(record, [], None) if kind == _TICKET else "is no ticket"
        if isinstance(found, Transcript):
            yield found
        else:
            on_skip(SkippedRecord(source.label, position, found))


def _joined(sources: Sequence[Source], on_skip: OnSkip) -> Iterator[Transcript]:
    label = ", ".join(source.label for source in sources[:3])
    pieces = (piece for source in sources for piece in _pieces(source, on_skip))
    for identifier, group in brought_together(pieces):
        notes = [piece.record for piece in group if piece.kind == _NOTE]
        ratings = [rating_of(piece.record) for piece in group if piece.kind == _RATING]
        ticket = _merged(identifier, (p.record for p in group if p.kind == _TICKET))
        rating = next((each for each in reversed(ratings) if each is not None), None)
        found = _transcript(ticket, notes, rating)
        if isinstance(found, Transcript):
            yield found
        else:
            on_skip(SkippedRecord(label, f"ticket {identifier}", found))


def _merged(identifier: str, copies: Iterable[Record]) -> Record:
    """What all copies of a ticket tell: a list's has no words, its own file's has."""
    told = {key: value for copy in copies for key, value in copy.items() if value not in _EMPTY}
    return {"id": identifier, **told}


def _pieces(source: Source, on_skip: OnSkip) -> Iterator[Piece]:
    for position, kind, record in _records(source, on_skip):
        identifier = _id(record) if kind == _TICKET else parse_name(record.get("ticket_id"))
        if kind is None:
            on_skip(SkippedRecord(source.label, position, "is no ticket, note or rating"))
        elif identifier is None:
            on_skip(SkippedRecord(source.label, position, "names no ticket"))
        else:
            yield Piece(identifier, kind, record)


def _records(source: Source, on_skip: OnSkip) -> Iterator[tuple[str, str | None, Record]]:
    """Where each record stands, of what kind it is (``None`` for others), and the record itself."""
    if looks_like_xml_tickets(source):
        found = read_xml_tickets(source, on_skip)
    else:
        found = read_json_records(source, _LISTS, on_skip)
    for each in found:
        record = _unwrapped(each)
        yield each.position, _kind(record), record


def _kinds(source: Source) -> set[str]:
    """The kinds of the file's first records."""
    if looks_like_xml_tickets(source):
        return {_TICKET}
    kinds = (_kind(_unwrapped(each)) for each in first_records(source, _LISTS))
    return {kind for kind in kinds if kind is not None}


def _unwrapped(found: JsonRecord) -> Record:
    """The object without the ``{"helpdesk_ticket": …}`` around it; what stood beside it stays."""
    for name in _WRAPPERS:
        inner = record_in(found.value.get(name))
        if inner:
            return {**{k: v for k, v in found.value.items() if k != name}, **inner}
    return found.value


def _kind(record: Record) -> str | None:
    if "ticket_id" in record and ("incoming" in record or "private" in record):
        return _NOTE
    if "ticket_id" in record and ("ratings" in record or "survey_id" in record):
        return _RATING
    asked = {"requester_id", "requester", "responder_id"} & record.keys()
    told = {"subject", "description", "description_text", *_NOTES} & record.keys()
    if asked and told and whole_number(record.get("status")) is not None:
        return _TICKET
    notes = (note for name in _NOTES for note in _listed(record.get(name)))
    return _TICKET if any("incoming" in note and "private" in note for note in notes) else None


def _id(ticket: Record) -> str | None:
    named = (ticket.get(key) for key in ("display_id", "id", "ticket_id"))
    return next((name for value in named if (name := parse_name(value))), None)


def _transcript(ticket: Record, apart: Iterable[Record], rating: int | None) -> Transcript | str:
    """The conversation, or why there is none; ``apart`` are notes from other files."""
    identifier = _id(ticket)
    if identifier is None:
        return "has no id"
    for mark in ("spam", "deleted"):
        if parse_flag(ticket.get(mark)):
            return f"is marked as {mark}"
    notes = [note for name in _NOTES for note in _listed(ticket.get(name))]
    replies = (part for note in (*notes, *apart) if (part := _part(note, ticket)))
    turns = turns_in_order([*_opening(ticket), *listed_oldest_first(replies)])
    if not turns:
        return "has no message with words"
    return Transcript(
        id=TranscriptId(identifier),
        turns=turns,
        source="freshdesk",
        tags=tags_of(ticket),
        resolved=resolved_of(ticket),
        rating=rating or last_rating(ticket),
        customer=customer_of(ticket),
        language=language_of(ticket),
    )


def _listed(value: object) -> Iterator[Record]:
    for item in value if isinstance(value, list) else ():
        note = record_in(item)
        yield record_in(note.get("note")) or record_in(note.get("helpdesk_note")) or note


def _opening(ticket: Record) -> Iterator[Part]:
    """The description; where it is empty, the subject."""
    text = words_of(ticket, "description") or words_in(ticket.get("subject"))
    outbound = whole_number(ticket.get("source")) == _OUTBOUND
    speaker = Speaker.AGENT if outbound else Speaker.CUSTOMER
    if text:
        author = _name(ticket, ticket.get("responder_id" if outbound else "requester_id"))
        yield Part(Turn(speaker, text, parse_time(ticket.get("created_at")), author))


def _part(note: Record, ticket: Record) -> Part | None:
    text = words_of(note, "body")
    if not text or parse_flag(note.get("deleted")):
        return None
    source = whole_number(note.get("source"))
    incoming = parse_flag(note.get("incoming")) or False
    speaker = Speaker.CUSTOMER if incoming else Speaker.AGENT
    turn = Turn(
        speaker=Speaker.SYSTEM if source in {_STATUS, _META, _SURVEY} else speaker,
        text=text,
        time=parse_time(note.get("created_at")),
        author=_name(ticket, note.get("user_id")),
        private=parse_flag(note.get("private")) or (source == _FORWARDED and not incoming),
    )
    return Part(turn, parse_name(note.get("id")))


def _name(ticket: Record, user: object) -> str | None:
    """What the ticket calls a user, else the user's id."""
    for role in ("requester", "responder"):
        if user is not None and user == ticket.get(f"{role}_id"):
            known = record_in(ticket.get(role)).get("name") or ticket.get(f"{role}_name")
            return parse_name(known) or parse_name(user)
    return parse_name(user)
