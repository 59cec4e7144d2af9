"""What was said on a Zendesk ticket, wherever it stands: comments, audits, incremental events.

All become comments of the one shape that the tickets API gives them. Macros, triggers and
notifications that an audit lists beside them said nothing on the ticket and are passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from knowledge.importers.html_text import text_of_html
from knowledge.importers.json_fields import (
    Fields,
    id_at,
    language_tag,
    object_at,
    objects_at,
    plain_text,
    text_at,
)
from knowledge.records import Speaker, Turn
from knowledge.times import parse_time

_SAID: Final = frozenset({"comment", "voicecomment", "facebookcomment", "tweet"})
_KEPT: Final = ("status", "tags", "requester_id", "satisfaction_score", "locale")
_NOBODY: Final = frozenset({"-1", "0"})
_RULES: Final = frozenset({"trigger", "automation", "merge", "rule"})
_ROLES: Final[Mapping[str, Speaker]] = {
    "end-user": Speaker.CUSTOMER,
    "agent": Speaker.AGENT,
    "admin": Speaker.AGENT,
}


@dataclass(frozen=True, slots=True)
class Person:
    """A user of the help desk; ``role`` is ``None`` where it does not say."""

    id: str
    name: str | None = None
    role: Speaker | None = None
    language: str | None = None


People = Callable[[str], Person | None]
"""Who has an id, where that is known."""


def person_of(record: Fields) -> Person | None:
    """The person whom a user object describes."""
    identifier = id_at(record, "id")
    if identifier is None:
        return None
    return Person(
        id=identifier,
        name=text_at(record, "name", "email") or None,
        role=_ROLES.get(text_at(record, "role")),
        language=language_tag(record.get("locale")),
    )


def essentials(comment: Fields) -> Fields:
    """What a turn is made of, without what lies deeper, so that it can be kept aside."""
    words = ("id", "body", "html_body", "plain_body", "value", "public", "created_at")
    kept = {key: comment.get(key) for key in words}
    author = id_at(comment, "author_id") or id_at(object_at(comment, "author"), "id")
    channel, relation = _channel(comment)
    via = {"channel": channel, "source": {"rel": relation}}
    plain = {key: each for key, each in kept.items() if isinstance(each, str | int | float)}
    return {**plain, "author_id": author, "via": via}


def comments_of_audit(audit: Fields) -> Iterator[Fields]:
    """The comments that an audit tells of."""
    for event in objects_at(audit, "events"):
        if text_at(event, "type").casefold() in _SAID:
            yield {
                "created_at": audit.get("created_at"),
                "author_id": audit.get("author_id"),
                "via": audit.get("via"),
                **{key: value for key, value in event.items() if value is not None},
            }


def changes_of_audit(audit: Fields) -> Fields:
    """The ticket's own entries that an audit sets."""
    changes: dict[str, object] = {}
    for event in objects_at(audit, "events"):
        name = text_at(event, "field_name")
        if text_at(event, "type") in {"Create", "Change"} and name in _KEPT:
            changes[name] = _flat(event.get("value"))
        elif text_at(event, "type") == "SatisfactionRating":
            changes["satisfaction_score"] = _flat(event.get("score"))
    return changes


def comments_of_event(event: Fields) -> Iterator[Fields]:
    """The comments that an entry of the incremental export tells of."""
    for child in objects_at(event, "child_events"):
        if text_at(child, "event_type", "type").casefold() in _SAID:
            yield {
                "author_id": event.get("updater_id"),
                "via": event.get("via"),
                "created_at": event.get("timestamp"),
                **{key: value for key, value in child.items() if value is not None},
                "public": child.get("public", child.get("comment_public")),
            }


def changes_of_event(event: Fields) -> Fields:
    """The ticket's own entries that an entry of the incremental export sets."""
    children = objects_at(event, "child_events")
    return {key: _flat(child[key]) for child in children for key in _KEPT if key in child}


def _flat(value: object) -> object:
    """A text, a number, or a list of texts; else nothing."""
    if isinstance(value, list):
        return [each for each in value if isinstance(each, str)]
    return value if isinstance(value, str | int | float) else None


def turn_of(comment: Fields, ticket: Fields, people: People) -> Turn | None:
    """The turn that a comment is; ``None`` where it has no words."""
    text = _words(comment)
    if not text:
        return None
    author = id_at(comment, "author_id") or id_at(object_at(comment, "author"), "id")
    person = people(author) if author else None
    private = comment.get("public") is False
    return Turn(
        speaker=_machine(comment, author) or _speaker(author, person, ticket, private),
        text=text,
        time=parse_time(comment.get("created_at")),
        author=(person.name if person else None) or author,
        private=private,
    )


def _words(comment: Fields) -> str:
    html = text_at(comment, "html_body")
    return (text_of_html(html) if html else "") or plain_text(
        text_at(comment, "plain_body", "body", "value")
    )


def _machine(comment: Fields, author: str | None) -> Speaker | None:
    """Who speaks where no person does: a rule, or a bot."""
    channel, relation = (each.casefold() for each in _channel(comment))
    if "bot" in channel:
        return Speaker.BOT
    if channel in {"rule", "system"} or relation in _RULES or author in _NOBODY:
        return Speaker.SYSTEM
    return None


def _channel(comment: Fields) -> tuple[str, str]:
    """How a comment came, and by which of the help desk's rules, if by one."""
    via = comment.get("via")
    channel = via if isinstance(via, str) else text_at(object_at(comment, "via"), "channel")
    return channel, text_at(object_at(comment, "via", "source"), "rel")


def _speaker(author: str | None, person: Person | None, ticket: Fields, private: bool) -> Speaker:
    """A person's part. Whoever asked is the customer, even one who works there.

    Without a role, those in copy are customers; others on a ticket are agents.
    """
    if author is None:
        return Speaker.SYSTEM
    if author == id_at(ticket, "requester_id"):
        return Speaker.CUSTOMER
    if person is not None and person.role is not None:
        return person.role
    in_copy = ticket.get("email_cc_ids"), ticket.get("collaborator_ids")
    copied = {str(each) for ids in in_copy if isinstance(ids, list) for each in ids}
    return Speaker.CUSTOMER if author in copied and not private else Speaker.AGENT
