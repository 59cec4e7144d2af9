"""Transcripts of Zendesk Chat: who joined, left or set a tag is left out, ratings are kept.

A message that neither the visitor nor one of the chat's agents sent comes from a trigger: the
bot's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

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
from knowledge.importers.turn_order import in_order, oldest_first
from knowledge.importers.values import id_from_content, parse_tags
from knowledge.records import Speaker, Transcript, TranscriptId, Turn
from knowledge.times import parse_time

RATINGS: Final = {"good": 5, "goodwithcomment": 5, "bad": 1, "badwithcomment": 1}
"""What a satisfied and a dissatisfied customer count for, on a scale to 5."""


def is_chat(record: Fields) -> bool:
    """Whether an object is a chat, or a message left while nobody was there."""
    return "visitor" in record and ("history" in record or record.get("type") == "offline_msg")


def zendesk_chat(record: Fields) -> Transcript:
    """The conversation that a chat is.

    Raises:
        NotAConversationError: nobody said anything.
    """
    turns = in_order(_turns(record))
    if not turns:
        raise NotAConversationError("is a chat in which nobody wrote")
    identifier = id_at(record, "id")
    visitor = object_at(record, "visitor")
    return Transcript(
        id=TranscriptId(identifier) if identifier else id_from_content(turns),
        turns=turns,
        source="zendesk",
        tags=parse_tags(record.get("tags")),
        rating=RATINGS.get(text_at(record, "rating")),
        customer=id_at(visitor, "id", "email"),
        language=language_tag(visitor.get("language"), record.get("language")),
    )


def _turns(record: Fields) -> Iterator[Turn]:
    visitor = text_at(object_at(record, "visitor"), "name")
    left = plain_text(text_at(record, "message"))
    if left:
        yield Turn(Speaker.CUSTOMER, left, _time(record), visitor or None)
    for entry in oldest_first(objects_at(record, "history"), _time):
        text = plain_text(text_at(entry, "msg"))
        if text and text_at(entry, "type") == "chat.msg":
            yield Turn(
                speaker=_speaker(entry, record),
                text=text,
                time=_time(entry),
                author=text_at(entry, "name") or None,
            )


def _time(entry: Fields) -> datetime | None:
    return parse_time(entry.get("timestamp"))


def _speaker(entry: Fields, record: Fields) -> Speaker:
    kind = text_at(entry, "sender_type", "nick").casefold()
    name = text_at(entry, "name")
    agents = record.get("agent_names")
    if "trigger" in kind or "bot" in kind:
        return Speaker.BOT
    if kind.startswith("visitor") or name == text_at(object_at(record, "visitor"), "name"):
        return Speaker.CUSTOMER
    if kind.startswith("agent") or (isinstance(agents, list) and name in agents):
        return Speaker.AGENT
    return Speaker.BOT
