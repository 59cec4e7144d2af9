"""Conversations as Chatwoot's API writes them, with their messages; or lists of messages alone.

Activities ("was assigned to …") are the system's, templates and agent bots the bot's, and so is
what went out with no sender, as automations and campaigns do. What was deleted, or never reached
the customer, is left out. A choice made from a bot's list is what the customer said. Messages that
stand by themselves, as pages of the API do, are joined over all files of an import.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    plain_text,
    text_at,
)
from knowledge.importers.json_records import first_records, read_json_records
from knowledge.importers.parts import Part, turns_in_order
from knowledge.importers.pieces import Piece, brought_together
from knowledge.importers.turn_order import oldest_first
from knowledge.importers.values import id_from_content, parse_rating, parse_tags
from knowledge.records import Speaker, Transcript, TranscriptId, Turn
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import Source
from knowledge.times import parse_time

_LISTS: Final = ("payload", "data.payload", "conversations", "data")
_RECORDS_LOOKED_AT: Final = 50
_CONVERSATION, _MESSAGE = "conversation", "message"
_TYPES: Final[Mapping[object, Speaker]] = {
    **dict.fromkeys((0, "0", "incoming"), Speaker.CUSTOMER),
    **dict.fromkeys((1, "1", "outgoing"), Speaker.AGENT),
    **dict.fromkeys((2, "2", "activity"), Speaker.SYSTEM),
    **dict.fromkeys((3, "3", "template"), Speaker.BOT),
}
_RESOLVED: Final[Mapping[object, bool]] = {
    "resolved": True, 1: True, "open": False, "pending": False, "snoozed": False,
    0: False, 2: False, 3: False,
}  # fmt: skip


class ChatwootImporter:
    """Reads conversations of Chatwoot's API: lists, pages, single ones, or one a line."""

    format = "chatwoot"
    suffixes = frozenset({".json", ".jsonl", ".ndjson"})
    options: frozenset[str] = frozenset()

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """A file is taken if one of its first objects is a conversation or a message."""
        del columns
        records = first_records(source, _LISTS, _RECORDS_LOOKED_AT)
        if any(_is_conversation(each.value) or _is_message(each.value) for each in records):
            return None
        return "has no conversation with 'messages' that have a 'message_type'"

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """The conversations of one file."""
        return self.read_together([source], columns, on_skip)

    def read_together(
        self, sources: Sequence[Source], columns: Columns, on_skip: OnSkip
    ) -> Iterator[Transcript]:
        """One conversation for each object that is one, in the files' order.

        Where messages stand by themselves, all that is told of one conversation is joined.
        """
        del columns
        if any(map(_has_loose_messages, sources)):
            yield from _joined(sources, on_skip)
            return
        for source in sources:
            for record in read_json_records(source, _LISTS, on_skip):
                yield from _read(record.value, source.label, record.position, on_skip)


def _has_loose_messages(source: Source) -> bool:
    records = first_records(source, _LISTS, _RECORDS_LOOKED_AT)
    return any(_is_message(record.value) for record in records)


def _joined(sources: Sequence[Source], on_skip: OnSkip) -> Iterator[Transcript]:
    label = ", ".join(source.label for source in sources[:3])
    pieces = (piece for source in sources for piece in _pieces(source, on_skip))
    for identifier, group in brought_together(pieces):
        told: dict[str, object] = {}
        for piece in group:
            told |= {} if piece.kind == _MESSAGE else piece.record
        messages = [piece.record for piece in group if piece.kind == _MESSAGE]
        whole = {**told, "id": identifier, "messages": messages}
        yield from _read(whole, label, f"conversation {identifier}", on_skip)


def _pieces(source: Source, on_skip: OnSkip) -> Iterator[Piece]:
    for found in read_json_records(source, _LISTS, on_skip):
        record = found.value
        identifier = id_at(record, "conversation_id") if _is_message(record) else _id(record)
        if identifier is None or not (_is_message(record) or _is_conversation(record)):
            on_skip(SkippedRecord(source.label, found.position, "is of no conversation"))
        elif _is_message(record):
            yield Piece(identifier, _MESSAGE, record)
        else:
            told = {key: each for key, each in record.items() if key != "messages"}
            yield Piece(identifier, _CONVERSATION, told)
            for message in objects_at(record, "messages"):
                yield Piece(identifier, _MESSAGE, message)


def _read(record: Fields, label: str, position: str, on_skip: OnSkip) -> Iterator[Transcript]:
    try:
        yield chatwoot_conversation(record)
    except NotAConversationError as reason:
        on_skip(SkippedRecord(label, position, str(reason)))


def _id(record: Fields) -> str | None:
    return id_at(record, "id", "display_id", "uuid")


def chatwoot_conversation(record: Fields) -> Transcript:
    """The conversation that an object of the API's is.

    Raises:
        NotAConversationError: it is something else, or nobody said anything.
    """
    messages = objects_at(record, "messages")
    if not messages:
        raise NotAConversationError("has no list of 'messages'")
    messages = oldest_first(messages, _time)
    turns = turns_in_order(part for message in messages for part in _parts(message))
    if not turns:
        raise NotAConversationError("has no message with text")
    identifier = _id(record)
    ratings = [rating for rating in map(_rating, messages) if rating is not None]
    status = record.get("status")
    return Transcript(
        id=TranscriptId(identifier) if identifier else id_from_content(turns),
        turns=turns,
        source="chatwoot",
        tags=parse_tags(record.get("labels")),
        resolved=_RESOLVED.get(status) if isinstance(status, str | int) else None,
        rating=ratings[-1] if ratings else None,
        customer=id_at(_contact(record), "id", "identifier", "email"),
        language=_language(record),
    )


def _is_message(record: Fields) -> bool:
    return {"message_type", "content", "conversation_id"} <= record.keys()


def _is_conversation(record: Fields) -> bool:
    """Chatwoot's, also where nothing was said yet: Telegram's chats have messages too."""
    messages = objects_at(record, "messages")
    if messages:
        return any("message_type" in message for message in messages)
    return {"messages", "inbox_id"} <= record.keys()


def _parts(message: Fields) -> Iterator[Part]:
    identifier = id_at(message, "id")
    for place, turn in enumerate(_turns(message)):
        yield Part(turn, identifier and f"{identifier} {place}")


def _turns(message: Fields) -> Iterator[Turn]:
    attributes = object_at(message, "content_attributes")
    failed = message.get("status") in ("failed", 3)
    speaker = _speaker(message)
    if speaker is None or failed or attributes.get("deleted") is True:
        return
    sender = object_at(message, "sender")
    time = _time(message)
    text = plain_text(text_at(message, "content", "processed_message_content"))
    if text:
        yield Turn(
            speaker=speaker,
            text=text,
            time=time,
            author=text_at(sender, "name", "available_name", "email") or id_at(sender, "id"),
            private=message.get("private") is True,
        )
    if message.get("content_type") != "input_csat":
        chosen = [text_at(value, "title", "value") for value in _submitted(attributes)]
        if any(chosen):
            yield Turn(Speaker.CUSTOMER, ", ".join(filter(None, chosen)), time)


def _time(message: Fields) -> datetime | None:
    return parse_time(message.get("created_at"))


def _submitted(attributes: Fields) -> list[Fields]:
    return objects_at(attributes, "submitted_values")


def _speaker(message: Fields) -> Speaker | None:
    kind = message.get("message_type")
    speaker = _TYPES.get(kind) if isinstance(kind, str | int) else None
    if speaker is Speaker.AGENT and not _has_human_sender(message):
        return Speaker.BOT
    return speaker


def _has_human_sender(message: Fields) -> bool:
    """Whether a person sent what went out; an echo was written in the channel's own app."""
    sender = object_at(message, "sender")
    kind = text_at(message, "sender_type") or text_at(sender, "type")
    if not kind and not sender:
        return object_at(message, "content_attributes").get("external_echo") is True
    return "bot" not in kind.casefold() and "captain" not in kind.casefold()


def _rating(message: Fields) -> int | None:
    answered = object_at(message, "content_attributes", "submitted_values")
    return parse_rating(object_at(answered, "csat_survey_response").get("rating"))


def _contact(record: Fields) -> Fields:
    return (
        object_at(record, "meta", "sender")
        or object_at(record, "contact")
        or next(
            (
                object_at(message, "sender")
                for message in objects_at(record, "messages")
                if _speaker(message) is Speaker.CUSTOMER
            ),
            {},
        )
    )


def _language(record: Fields) -> str | None:
    contact = _contact(record)
    return language_tag(
        object_at(record, "additional_attributes").get("conversation_language"),
        *(object_at(record, "custom_attributes").get(key) for key in ("language", "locale")),
        *(object_at(contact, "custom_attributes").get(key) for key in ("language", "locale")),
        object_at(record, "additional_attributes").get("browser_language"),
        object_at(record, "additional_attributes", "browser").get("language"),
        object_at(contact, "additional_attributes").get("browser_language"),
    )
