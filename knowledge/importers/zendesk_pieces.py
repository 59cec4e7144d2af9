"""The parts of Zendesk tickets that an export keeps apart: users, comments, audits, events.

They go through a temporary SQLite database on disk, which its end deletes, so that memory stays
flat however many there are.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType

from knowledge.importers.json_fields import Fields, id_at, object_at, objects_at, text_at
from knowledge.importers.zendesk_comments import (
    Person,
    changes_of_audit,
    changes_of_event,
    comments_of_audit,
    comments_of_event,
    essentials,
    person_of,
)
from knowledge.records import Speaker
from knowledge.times import parse_time

_TABLES = """
    CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT, role TEXT, language TEXT);
    CREATE TABLE piece (number INTEGER PRIMARY KEY, ticket TEXT, time TEXT, content TEXT);
    CREATE INDEX piece_ticket ON piece (ticket);
    CREATE TABLE told (ticket TEXT PRIMARY KEY);
"""
_ROLES = frozenset({"end-user", "agent", "admin"})


@dataclass(frozen=True, slots=True)
class Pieces:
    """What is known of one ticket beside its own object."""

    comments: list[Fields]
    changes: Fields


class PieceStore:
    """Pieces of tickets, by ticket, and people by id. Closed, it is gone."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("")
        self._database.executescript(_TABLES)

    def __enter__(self) -> PieceStore:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._database.close()

    def add(self, record: Fields) -> None:
        """Keep what a record tells of people, and what it tells of a ticket that is elsewhere."""
        if is_user(record):
            self._add_person(person_of(record))
        elif is_piece(record):
            ticket = _storable(id_at(record, "ticket_id") or "")
            comments, changes = _told_by(record)
            said = [essentials(comment) for comment in comments]
            time = parse_time(record.get("created_at") or record.get("timestamp"))
            self._database.execute(
                "INSERT INTO piece (ticket, time, content) VALUES (?, ?, ?)",
                (ticket, time.isoformat() if time else "", json.dumps([said, changes])),
            )
        for person in people_in(record):
            self._add_person(person)

    def person(self, identifier: str) -> Person | None:
        """Who has this id."""
        row = self._database.execute(
            "SELECT name, role, language FROM person WHERE id = ?", (_storable(identifier),)
        ).fetchone()
        if row is None:
            return None
        name, role, language = row
        return Person(identifier, name, Speaker(role) if role else None, language)

    def pieces_of(self, ticket: str) -> Pieces:
        """What was said and changed on a ticket, in order; it counts as told from now on."""
        self._database.execute("INSERT OR IGNORE INTO told VALUES (?)", (_storable(ticket),))
        rows = self._database.execute(
            "SELECT content FROM piece WHERE ticket = ? ORDER BY time, number", (_storable(ticket),)
        )
        comments: list[Fields] = []
        changes: dict[str, object] = {}
        for (content,) in rows:
            said, changed = json.loads(content)
            comments += said
            changes |= changed
        return Pieces(comments, changes)

    def untold(self) -> Iterator[str]:
        """The tickets whose own objects were not there, in order of their first piece."""
        rows = self._database.execute(
            "SELECT ticket FROM piece WHERE ticket NOT IN (SELECT ticket FROM told) "
            "GROUP BY ticket ORDER BY MIN(number)"
        ).fetchall()
        yield from (ticket for (ticket,) in rows)

    def _add_person(self, person: Person | None) -> None:
        if person is not None:
            self._database.execute(
                "INSERT INTO person VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                "name = coalesce(excluded.name, name), role = coalesce(excluded.role, role), "
                "language = coalesce(excluded.language, language)",
                (_storable(person.id), person.name and _storable(person.name), person.role,
                 person.language),
            )  # fmt: skip


def is_user(record: Fields) -> bool:
    """Whether an object is a user, rather than a ticket or a comment."""
    return text_at(record, "role") in _ROLES and "id" in record


def is_piece(record: Fields) -> bool:
    """Whether an object belongs to a ticket that it names."""
    if id_at(record, "ticket_id") is None:
        return False
    if isinstance(record.get("events"), list) or isinstance(record.get("child_events"), list):
        return True
    return "author_id" in record and bool(text_at(record, "html_body", "plain_body", "body"))


def people_in(record: Fields) -> Iterator[Person]:
    """The people whom a ticket carries with it."""
    named = [object_at(record, key) for key in ("requester", "submitter", "assignee")]
    authors = [object_at(comment, "author") for comment in objects_at(record, "comments")]
    for user in (*named, *objects_at(record, "users"), *authors):
        person = person_of(user)
        if person is not None:
            yield person


def _told_by(record: Fields) -> tuple[list[Fields], Fields]:
    if isinstance(record.get("events"), list):
        return list(comments_of_audit(record)), changes_of_audit(record)
    if isinstance(record.get("child_events"), list):
        return list(comments_of_event(record)), changes_of_event(record)
    return [record], {}


def _storable(text: str) -> str:
    """Without halves of surrogate pairs, which SQLite refuses."""
    return text.encode("utf-8", "replace").decode()
