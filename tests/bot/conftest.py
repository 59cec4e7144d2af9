"""A database, conversations in it, and the application served over it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conversing import Desk
from fastapi.testclient import TestClient
from serving import Shop

from bot.app import create_app
from bot.conversations.runner import TurnTiming
from bot.settings import Settings
from bot.store import Database
from bot.store.database import sqlite_url
from nlu import detect_language


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database file with every table, made once."""
    path = tmp_path_factory.mktemp("migrated") / "frontdesk.db"
    Database.open(sqlite_url(path)).close()
    return path


@pytest.fixture
def sqlite(tmp_path: Path, migrated: Path) -> Iterator[Database]:
    """An empty database in a file."""
    copy = shutil.copy(migrated, tmp_path / "frontdesk.db")
    opened = Database.open(sqlite_url(Path(copy)))
    yield opened
    opened.close()


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """An empty database: a file, or with `--postgresql` one of a server's."""
    if not request.config.getoption("--postgresql"):
        yield request.getfixturevalue("sqlite")
        return
    with request.getfixturevalue("postgresql").fresh() as opened:
        yield opened


@pytest.fixture
def desk(database: Database) -> Desk:
    """Conversations and people, spoken of in few words."""
    return Desk(database)


@pytest.fixture
def shop(tmp_path: Path, database: Database) -> Iterator[Shop]:
    """The application over a home without a model, started, and a client for it."""
    url = database.engine.url.render_as_string(hide_password=False)
    settings = Settings.load(tmp_path, {"FRONTDESK_DATABASE_URL": url})
    app = create_app(settings, timing=TurnTiming(quiet=0.02))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield Shop(app, client)


@pytest.fixture(scope="session", autouse=True)
def _identifier_at_hand() -> None:
    """Loads what tells languages, as a server does before it serves: it takes a second."""
    detect_language("Where is my order, please?")
