"""E-mails brought together to threads, on disk, however far apart they stand.

A thread is what ``Message-ID``, ``References`` and ``In-Reply-To`` tie together. A reply without
any of these is laid to the latest mail of the month before with its subject and its people. The
mails lie in a temporary SQLite database, which its end deletes; in memory are eight bytes an id.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from array import array
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from knowledge.importers.mail_agents import Habits, side_of
from knowledge.importers.mail_message import Mail
from knowledge.importers.pieces import storable

_TABLES: Final = """
    CREATE TABLE node (id TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID;
    CREATE TABLE mail (number INTEGER PRIMARY KEY, node INTEGER, thread INTEGER, id TEXT,
        root TEXT, digest BLOB, kin BLOB, alone INTEGER, sender TEXT, name TEXT, recipients TEXT,
        time REAL, subject TEXT, text TEXT, automatic INTEGER, labels TEXT, UNIQUE (id, digest));
    CREATE INDEX by_kin ON mail (kin, time);
    CREATE TABLE habit (kind TEXT, who TEXT, opened INTEGER, answered INTEGER, addressed INTEGER,
        PRIMARY KEY (kind, who)) WITHOUT ROWID;
"""
_THREADS: Final = """
    SELECT thread, root, sender, name, recipients, time, subject, text, automatic, labels
    FROM (SELECT *, MIN(number) OVER (PARTITION BY thread) AS first FROM mail)
    ORDER BY first, thread, time IS NULL, time, number
"""
_LAY_DOWN: Final = (
    "INSERT OR IGNORE INTO mail VALUES (NULL, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_KIN: Final = """
    SELECT node FROM mail WHERE kin = ?1 AND number <> ?2 AND time BETWEEN ?3 - ?4 AND ?3
    ORDER BY time DESC LIMIT 1
"""
_COUNT: Final = """
    INSERT INTO habit VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
    opened = opened + excluded.opened, answered = answered + excluded.answered,
    addressed = addressed + excluded.addressed
"""
_REPLY: Final = re.compile(
    r"^\s*(?:(?:re|aw|antw|antwort|sv|vs|ref|rif|r|res|odp|ynt|tr|fw|fwd|wg|回复|回覆|答复|转发|返信)"
    r"\s*(?:\[\d+\])?\s*[:：]\s*)+",
    re.I,
)
_KIN_FOR: Final = 30 * 86_400.0
"""Seconds within which a reply without references is laid to a mail with its subject."""
_BEST: Final = 100


class ThreadMail(NamedTuple):
    """One mail of a thread, as it was laid down."""

    root: str
    """The id of the thread's first mail, as far as this mail knows it."""
    sender: str
    name: str
    recipients: tuple[str, ...]
    time: datetime | None
    text: str
    automatic: bool
    labels: tuple[str, ...]


class MailThreads:
    """The mails of an import, as threads."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._parents = array("q")
        database.executescript(_TABLES)
        database.create_function("thread_of", 1, self._top, deterministic=False)

    def add(self, mail: Mail) -> None:
        """Lays down a mail; a second copy of one changes nothing."""
        nodes = [self._node(each) for each in (mail.id, *mail.references)]
        for node in nodes[1:]:
            self._tie(nodes[0], node)
        subject = _REPLY.sub("", mail.subject).casefold()
        people = sorted({mail.sender, *mail.recipients})
        alone = subject != "" and not mail.references and _REPLY.match(mail.subject) is not None
        self._database.execute(
            _LAY_DOWN,
            (
                nodes[0], storable(mail.id), storable((*mail.references, mail.id)[0]),
                _digest(mail.sender, mail.text), _digest(subject, *people), alone,
                storable(mail.sender), storable(mail.sender_name),
                storable("\n".join(mail.recipients)),
                mail.time.timestamp() if mail.time else None,
                "" if _REPLY.match(mail.subject) else storable(mail.subject),
                storable(mail.text), mail.automatic, storable("\n".join(mail.labels)),
            ),
        )  # fmt: skip

    def tie(self) -> None:
        """Ties the threads, once all mails lie there."""
        alone = self._database.execute("SELECT number, node, kin, time FROM mail WHERE alone")
        for number, node, kin, time in alone:
            for (earlier,) in self._database.execute(
                _KIN, (kin, number, time, _KIN_FOR)
            ).fetchall():
                self._tie(node, earlier)
        self._database.execute("UPDATE mail SET thread = thread_of(node)")

    def __iter__(self) -> Iterator[list[ThreadMail]]:
        """Each thread's mails by time; threads by where their first mail stood."""
        rows = self._database.execute(_THREADS)
        for _, group in groupby(rows, key=itemgetter(0)):
            yield [_thread_mail(row) for row in group]

    def habits(self) -> tuple[list[Habits], list[Habits], int]:
        """The likeliest agents' habits by side and by address, and the number of threads."""
        threads = 0
        for thread in self:
            written = [mail for mail in thread if not mail.automatic]
            if written:
                threads += 1
                self._database.executemany(_COUNT, _habits_in(written))
        return self._likeliest("side"), self._likeliest("address"), threads

    def _likeliest(self, kind: str) -> list[Habits]:
        found = self._database.execute(
            "SELECT who, opened, answered, addressed FROM habit WHERE kind = ? "
            "ORDER BY answered + addressed - opened DESC, who LIMIT ?",
            (kind, _BEST),
        )
        return [Habits(*row) for row in found]

    def _node(self, identifier: str) -> int:
        name = storable(identifier)
        known = self._database.execute("SELECT number FROM node WHERE id = ?", (name,)).fetchone()
        if known is not None:
            return int(known[0])
        number = len(self._parents)
        self._parents.append(number)
        self._database.execute("INSERT INTO node VALUES (?, ?)", (name, number))
        return number

    def _top(self, node: int) -> int:
        parents = self._parents
        while parents[node] != node:
            parents[node] = parents[parents[node]]
            node = parents[node]
        return node

    def _tie(self, one: int, other: int) -> None:
        self._parents[self._top(one)] = self._top(other)


@contextmanager
def mail_threads() -> Iterator[MailThreads]:
    """An empty collection of threads, which takes its file along when it is done."""
    with closing(sqlite3.connect("")) as database:
        yield MailThreads(database)


def _habits_in(thread: list[ThreadMail]) -> Iterator[tuple[str, str, int, int, int]]:
    opener = thread[0]
    for kind, called in (("side", side_of), ("address", str)):
        first = called(opener.sender)
        answered = {called(mail.sender) for mail in thread if mail.sender != opener.sender}
        addressed = {called(address) for address in opener.recipients[:1]}
        for who in {first, *answered, *addressed}:
            yield kind, who, who == first, who in answered, who in addressed


def _thread_mail(row: tuple[object, ...]) -> ThreadMail:
    _, root, sender, name, recipients, time, subject, text, automatic, labels = row
    return ThreadMail(
        root=str(root),
        sender=str(sender),
        name=str(name),
        recipients=tuple(str(recipients).split("\n")) if recipients else (),
        time=datetime.fromtimestamp(time, UTC) if isinstance(time, float) else None,
        text=str(text) or str(subject),
        automatic=bool(automatic),
        labels=tuple(str(labels).split("\n")) if labels else (),
    )


def _digest(*words: str) -> bytes:
    joined = "\x1f".join(words).encode("utf-8", "replace")
    return hashlib.blake2b(joined, digest_size=16).digest()
