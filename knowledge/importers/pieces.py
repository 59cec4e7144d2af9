"""Pieces of conversations that stand apart, in any order and in several files, brought together.

They go through a temporary SQLite database on disk, which its end deletes; memory stays flat.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from knowledge.importers.shapes import Record, record_in

_TABLE: Final = """
    CREATE TABLE piece (number INTEGER PRIMARY KEY, conversation TEXT, kind TEXT, record TEXT)
"""
_GROUPED: Final = """
    SELECT conversation, kind, record
    FROM (SELECT *, MIN(number) OVER (PARTITION BY conversation) AS first FROM piece)
    ORDER BY first, number
"""


class Piece(NamedTuple):
    """A record that tells something of a conversation; ``kind`` says what."""

    conversation: str
    kind: str
    record: Record


def brought_together(pieces: Iterable[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """Each conversation's id with its pieces in order, by where its first piece stood."""
    with closing(sqlite3.connect("")) as database:
        database.execute(_TABLE)
        database.executemany(
            "INSERT INTO piece (conversation, kind, record) VALUES (?, ?, ?)",
            ((storable(p.conversation), p.kind, _written(p.record)) for p in pieces),
        )
        for conversation, group in groupby(database.execute(_GROUPED), key=itemgetter(0)):
            yield (
                conversation,
                [Piece(conversation, kind, record_in(json.loads(text))) for _, kind, text in group],
            )


def _written(record: Record) -> str:
    """The record as JSON; without its inner values where they are nested beyond all sense."""
    try:
        return json.dumps(record)
    except RecursionError:
        return json.dumps({k: v for k, v in record.items() if not isinstance(v, dict | list)})


def storable(text: str) -> str:
    """The text without half surrogates, which no database takes."""
    return text.encode("utf-8", "replace").decode("utf-8")
