"""A database, and conversations in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conversing import Desk

from bot.store import Database
from bot.store.database import sqlite_url


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(sqlite_url(tmp_path / "frontdesk.db"))
    yield opened
    opened.close()


@pytest.fixture
def desk(database: Database) -> Desk:
    """Conversations and people, spoken of in few words."""
    return Desk(database)
