"""Another process holds the database's write lock for ten seconds."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from faults.findings import Finding
from faults.outage import Size, endured
from faults.place import Place

SIZE = Size(customers=40, seconds=10.0)


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """Nobody else can write meanwhile."""
    database = sqlite3.connect(home / "frontdesk.db", isolation_level=None, timeout=10)
    with closing(database):
        database.execute("BEGIN IMMEDIATE")
        yield


def run(place: Place, *, quick: bool) -> list[Finding]:
    """The same in both sizes: the lock is the ten seconds."""
    with place.serving(place.trained_home()) as server:
        figures = asyncio.run(endured(server, lambda: locked(server.home), SIZE, place.patience))
    done = (
        f"another process holds the write lock for {SIZE.seconds:g} s while {SIZE.customers} "
        "customers write"
    )
    return [Finding("The database is locked", done, figures)]
