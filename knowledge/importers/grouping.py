"""Rows of a table brought together by conversation, however far apart they stand.

Exports sorted by time interleave their conversations, so the rows go through a temporary SQLite
database on disk, which its end deletes; memory stays flat.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple


class MessageRow(NamedTuple):
    """The cells of one message that mean something to us, as text; empty where absent."""

    speaker: str
    text: str
    time: str
    author: str
    private: str
    tags: str
    rating: str
    resolved: str
    customer: str
    language: str
    message: str = ""


_COLUMNS = ", ".join(MessageRow._fields)
_PLACES = ", ".join("?" for _ in MessageRow._fields)
_GROUPED = f"""
    SELECT conversation, {_COLUMNS}
    FROM (SELECT *, MIN(number) OVER (PARTITION BY conversation) AS first FROM message)
    ORDER BY first, number
"""


def grouped(rows: Iterable[tuple[str, MessageRow]]) -> Iterator[tuple[str, list[MessageRow]]]:
    """Each conversation's id with its rows in order, by where its first row stood."""
    with closing(sqlite3.connect("")) as database:
        database.execute(
            f"CREATE TABLE message (number INTEGER PRIMARY KEY, conversation TEXT, {_COLUMNS})"
        )
        database.executemany(
            f"INSERT INTO message (conversation, {_COLUMNS}) VALUES (?, {_PLACES})",
            ((conversation, *row) for conversation, row in rows),
        )
        found = database.execute(_GROUPED)
        for conversation, group in groupby(found, key=itemgetter(0)):
            yield conversation, [MessageRow(*cells) for _, *cells in group]
