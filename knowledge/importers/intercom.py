"""Conversations as Intercom's API and exports write them: a source and the parts that follow it.

Assignments, closings, snoozes and the like are left out where nobody wrote anything with them; so
is what was redacted there. Messages that a campaign or a workflow sent count as the bot's, even
where they bear a person's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from knowledge.importers.interface import Columns
from knowledge.importers.json_fields import (
    Fields,
    NotAConversationError,
    id_at,
    language_tag,
    object_at,
    objects_at,
    plain_text,
    text_at,
)
from knowledge.importers.json_records import first_records, read_json_records
from knowledge.importers.parts import Part, listed_oldest_first, turns_in_order
from knowledge.importers.values import id_from_content, parse_rating
from knowledge.records import Speaker, Transcript, TranscriptId, Turn
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import Source
from knowledge.times import parse_time

_LISTS: Final = ("conversations", "data")
_RECORDS_LOOKED_AT: Final = 50
_BY_MACHINE: Final = frozenset({"automated", "operator_initiated", "campaigns_initiated"})
_SPEAKERS: Final[Mapping[str, Speaker]] = {
    **dict.fromkeys(("user", "lead", "contact", "visitor"), Speaker.CUSTOMER),
    **dict.fromkeys(("admin", "teammate", "team"), Speaker.AGENT),
    **dict.fromkeys(("bot", "operator", "fin", "ai_agent"), Speaker.BOT),
}
_LANGUAGE_NAMES: Final = frozenset(
    {"language", "locale", "conversation language", "detected language", "user language"}
)


class IntercomImporter:
    """Reads conversations of Intercom's API: lists, pages, single ones, or one a line."""

    format = "intercom"
    suffixes = frozenset({".json", ".jsonl", ".ndjson"})
    options: frozenset[str] = frozenset()

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """A file is taken if one of its first objects is a conversation of Intercom's."""
        del columns
        records = first_records(source, _LISTS, _RECORDS_LOOKED_AT)
        if any(_is_conversation(record.value) for record in records):
            return None
        return "has no object of the type 'conversation' with a 'source' or 'conversation_parts'"

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """One conversation for each object that is one."""
        del columns
        for record in read_json_records(source, _LISTS, on_skip):
            try:
                yield intercom_conversation(record.value)
            except NotAConversationError as reason:
                on_skip(SkippedRecord(source.label, record.position, str(reason)))


def intercom_conversation(record: Fields, language: str | None = None) -> Transcript:
    """The conversation that an object of the API's is; ``language`` is its contact's, if known.

    Raises:
        NotAConversationError: it is something else, or nobody said anything.
    """
    if not _is_conversation(record):
        raise NotAConversationError("is no conversation with a 'source' or 'conversation_parts'")
    turns = turns_in_order(_parts(record))
    if not turns:
        raise NotAConversationError("has no message with text")
    identifier = id_at(record, "id")
    return Transcript(
        id=TranscriptId(identifier) if identifier else id_from_content(turns),
        turns=turns,
        source="intercom",
        tags=_tags(record),
        resolved=_resolved(record),
        rating=parse_rating(object_at(record, "conversation_rating").get("rating")),
        customer=intercom_contact(record),
        language=_language(record) or language,
    )


def intercom_contact(record: Fields) -> str | None:
    """The id of the contact whom a conversation is with."""
    contacts = _listed(record, "contacts")
    author = object_at(_source(record), "author")
    by_contact = author if _SPEAKERS.get(text_at(author, "type")) is Speaker.CUSTOMER else {}
    for person in (*contacts, object_at(record, "user"), by_contact):
        found = id_at(person, "id", "external_id", "user_id", "email")
        if found:
            return found
    return None


def _is_conversation(record: Fields) -> bool:
    source = _source(record)
    holds = "conversation_parts" in record or "author" in source or "body" in source
    return holds and record.get("type", "conversation") == "conversation"


def _source(record: Fields) -> Fields:
    """What opened the conversation; versions 1 of the API call it ``conversation_message``."""
    return object_at(record, "source") or object_at(record, "conversation_message")


def _listed(record: Fields, key: str) -> list[Fields]:
    """A list's objects, which Intercom wraps in an object that repeats the key."""
    return objects_at(object_at(record, key), key) or objects_at(record, key)


def _parts(record: Fields) -> Iterator[Part]:
    source = _source(record)
    opening = {"created_at": record.get("created_at"), **source}
    for turn in _turn(opening, text_at(source, "delivered_as") in _BY_MACHINE):
        yield Part(turn)
    yield from listed_oldest_first(
        Part(turn, id_at(part, "id"))
        for part in _listed(record, "conversation_parts")
        for turn in _turn(part, by_machine=False)
    )


def _turn(part: Fields, by_machine: bool) -> Iterator[Turn]:
    text = plain_text(text_at(part, "body")) or plain_text(text_at(part, "subject"))
    if not text or part.get("redacted") is True:
        return
    author = object_at(part, "author")
    yield Turn(
        speaker=Speaker.BOT if by_machine else _speaker(author),
        text=text,
        time=parse_time(part.get("created_at")),
        author=text_at(author, "name", "email") or id_at(author, "id"),
        private=text_at(part, "part_type").startswith("note"),
    )


def _speaker(author: Fields) -> Speaker:
    """Who wrote a part; what a new kind of author says is kept, but not learned from."""
    if author.get("from_ai_agent") is True or author.get("is_ai_answer") is True:
        return Speaker.BOT
    return _SPEAKERS.get(text_at(author, "type").casefold(), Speaker.SYSTEM)


def _tags(record: Fields) -> tuple[str, ...]:
    names = (text_at(tag, "name") for tag in _listed(record, "tags"))
    return tuple(dict.fromkeys(name for name in names if name))


def _resolved(record: Fields) -> bool | None:
    state = text_at(record, "state")
    if state:
        return state == "closed"
    is_open = record.get("open")
    return not is_open if isinstance(is_open, bool) else None


def _language(record: Fields) -> str | None:
    attributes = object_at(record, "custom_attributes")
    named = [value for key, value in attributes.items() if key.casefold() in _LANGUAGE_NAMES]
    of_contacts = [
        contact.get(key)
        for contact in _listed(record, "contacts")
        for key in ("language_override", "locale", "browser_language")
    ]
    return language_tag(*named, *of_contacts)
