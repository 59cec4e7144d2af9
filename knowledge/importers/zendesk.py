"""Tickets and chats of Zendesk, from its exports and its API.

Tickets with their comments or audits inside; or comments, audits, incremental events and users
beside them, in one file or in several that are imported together. Tickets that were deleted there
are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from knowledge.importers.interface import Columns
from knowledge.importers.json_fields import (
    Fields,
    NotAConversationError,
    id_at,
    language_tag,
    object_at,
    objects_at,
    text_at,
)
from knowledge.importers.json_records import JsonRecord, first_records, read_json_records
from knowledge.importers.turn_order import in_order, oldest_first
from knowledge.importers.values import id_from_content, parse_tags
from knowledge.importers.zendesk_chat import RATINGS, is_chat, zendesk_chat
from knowledge.importers.zendesk_comments import People, comments_of_audit, turn_of
from knowledge.importers.zendesk_pieces import PieceStore, is_piece, is_user
from knowledge.records import Transcript, TranscriptId
from knowledge.skipped import OnSkip, SkippedRecord, ignore_skipped
from knowledge.sources import Source
from knowledge.times import parse_time

_LISTS: Final = ("tickets", "ticket_events", "chats")
_PAGES: Final = ("comments", "audits")
"""Lists that also stand inside a ticket; a page of them is one that has no ticket around it."""
_RECORDS_LOOKED_AT: Final = 50
_TELLING: Final = frozenset({"comments", "audits", "submitter_id", "submitter", "via"})
_RESOLVED: Final = {
    "solved": True, "closed": True, "new": False, "open": False, "pending": False, "hold": False,
}  # fmt: skip


class ZendeskImporter:
    """Reads tickets and chats; files that are imported together complete each other."""

    format = "zendesk"
    suffixes = frozenset({".json", ".jsonl", ".ndjson"})
    options: frozenset[str] = frozenset()

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """A file is taken if it has tickets, chats, audits or comments; a folder's, if users."""
        del columns
        found = [
            each.value
            for record in first_records(source, _lists_in(source), _RECORDS_LOOKED_AT)
            for each in _unfolded(record)
        ]
        if any(_is_ticket(each) or is_chat(each) or is_piece(each) for each in found):
            return None
        if any(map(is_user, found)):
            return "holds users only; import the folder with the tickets" if source.named else None
        return "has no ticket with a 'requester_id' and its comments, and no chat"

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """The conversations of one file."""
        return self.read_together([source], columns, on_skip)

    def read_together(
        self, sources: Sequence[Source], columns: Columns, on_skip: OnSkip
    ) -> Iterator[Transcript]:
        """The conversations of files that complete each other.

        They are read twice: first for the people and the pieces of tickets that stand elsewhere.
        """
        del columns
        with PieceStore() as store:
            for source in sources:
                for record in _records(source, ignore_skipped):
                    store.add(record.value)
            for source in sources:
                for record in _records(source, on_skip):
                    yield from _conversations(record, source, store, on_skip)
            for ticket in store.untold():
                try:
                    yield _with_pieces({"id": ticket}, store)
                except NotAConversationError as reason:
                    on_skip(SkippedRecord(sources[0].label, f"ticket {ticket}", str(reason)))


def zendesk_ticket(
    ticket: Fields, comments: Sequence[Fields], people: People, changes: Fields | None = None
) -> Transcript:
    """The conversation of a ticket with its comments; what it holds itself comes first.

    ``changes`` are entries that its history set, for those that the ticket has not.

    Raises:
        NotAConversationError: it was deleted, or nobody said anything.
    """
    ticket = {**(changes or {}), **{key: each for key, each in ticket.items() if each is not None}}
    ticket.setdefault("requester_id", id_at(object_at(ticket, "requester"), "id"))
    if ticket.get("status") == "deleted":
        raise NotAConversationError("was deleted there")
    found = (turn_of(comment, ticket, people) for comment in _comments(ticket, comments))
    turns = in_order(turn for turn in found if turn is not None)
    if not turns:
        raise NotAConversationError("has no comment with text")
    identifier = id_at(ticket, "id", "ticket_id")
    requester = id_at(ticket, "requester_id")
    person = people(requester) if requester else None
    return Transcript(
        id=TranscriptId(identifier) if identifier else id_from_content(turns),
        turns=turns,
        source="zendesk",
        tags=parse_tags(ticket.get("tags")),
        resolved=_RESOLVED.get(text_at(ticket, "status")),
        rating=_rating(ticket),
        customer=requester or (text_at(object_at(ticket, "requester"), "email") or None),
        language=language_tag(ticket.get("locale")) or (person.language if person else None),
    )


def _conversations(
    record: JsonRecord, source: Source, store: PieceStore, on_skip: OnSkip
) -> Iterator[Transcript]:
    value = record.value
    try:
        if is_chat(value):
            yield zendesk_chat(value)
        elif _is_ticket(value):
            yield _with_pieces(value, store)
        elif not is_user(value) and not is_piece(value):
            raise NotAConversationError("is no ticket or chat, and names no ticket")
    except NotAConversationError as reason:
        on_skip(SkippedRecord(source.label, record.position, str(reason)))


def _with_pieces(ticket: Fields, store: PieceStore) -> Transcript:
    identifier = id_at(ticket, "id")
    if identifier is None:
        return zendesk_ticket(ticket, (), store.person)
    pieces = store.pieces_of(identifier)
    return zendesk_ticket(ticket, pieces.comments, store.person, pieces.changes)


def _comments(ticket: Fields, others: Sequence[Fields]) -> Iterator[Fields]:
    """All comments, each once; the description where there are none, for it repeats the first."""
    audits = oldest_first(objects_at(ticket, "audits"), _time)
    told = [comment for audit in audits for comment in comments_of_audit(audit)]
    own = oldest_first(objects_at(ticket, "comments"), _time)
    seen: set[str] = set()
    for comment in (*own, *told, *oldest_first(others, _time)):
        identifier = id_at(comment, "id")
        if identifier is None or identifier not in seen:
            yield comment
        seen.add(identifier or "")
    if not seen:
        author = ticket.get("submitter_id") or ticket.get("requester_id")
        first = {"author_id": author, "created_at": ticket.get("created_at")}
        yield {**first, "body": text_at(ticket, "description", "subject")}


def _time(comment: Fields) -> datetime | None:
    return parse_time(comment.get("created_at"))


def _rating(ticket: Fields) -> int | None:
    score = text_at(object_at(ticket, "satisfaction_rating"), "score")
    return RATINGS.get(score or text_at(ticket, "satisfaction_score", "satisfaction_rating"))


def _is_ticket(record: Fields) -> bool:
    """Zendesk's, rather than Freshdesk's, whose status is a number and whose agents respond."""
    return (
        {"requester_id", "requester"} & record.keys() != set()
        and _TELLING & record.keys() != set()
        and not {"responder_id", "conversations"} & record.keys()
        and not isinstance(record.get("status"), int)
    )


def _lists_in(source: Source) -> tuple[str, ...]:
    """Lists to take apart: users too, unless they stand beside the one ticket that they are of."""
    looked_at = first_records(source, _LISTS, 1)
    holders = [each.value for each in looked_at if "ticket" in each.value or _is_ticket(each.value)]
    return _LISTS if any("users" in holder for holder in holders) else (*_LISTS, "users")


def _records(source: Source, on_skip: OnSkip) -> Iterator[JsonRecord]:
    for record in read_json_records(source, _lists_in(source), on_skip):
        yield from _unfolded(record)


def _unfolded(record: JsonRecord) -> Iterator[JsonRecord]:
    """The objects of a page, and a ticket out of the object that holds it beside its comments."""
    value = record.value
    ticket = object_at(value, "ticket")
    if ticket:
        beside = {key: value[key] for key in (*_PAGES, "users") if key in value}
        yield JsonRecord(record.position, {**beside, **ticket})
    elif not _is_ticket(value) and any(isinstance(value.get(key), list) for key in _PAGES):
        for key in (*_PAGES, "users"):
            yield from (JsonRecord(record.position, each) for each in objects_at(value, key))
    else:
        yield record
