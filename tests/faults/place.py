"""Where faults are done: homes of one's own, and servers over them that are gone afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from live import DESK_EMAIL, DESK_PASSWORD, LiveServer, copy_home

from bot.desk.users import Role, add_user
from bot.services import utc_now
from bot.store import Database
from bot.store.database import sqlite_url

QUIET = "quiet_seconds: 0.1\n"


class Place:
    """``prepared`` is a home with model, index, templates and a user for the desk.

    ``patience`` stretches every promised number of seconds: on a machine that others use too, time
    says little, and what is counted says all.
    """

    def __init__(self, prepared: Path, folder: Path, patience: float = 1.0) -> None:
        self.patience = patience
        self._prepared = prepared
        self._folder = folder
        self._number = 0

    def folder(self) -> Path:
        """An empty folder."""
        self._number += 1
        folder = self._folder / f"place-{self._number}"
        folder.mkdir(parents=True)
        return folder

    def trained_home(self) -> Path:
        """A copy of the prepared home; the model's files are shared, so do not touch them."""
        return copy_home(self._prepared, self.folder() / "home")

    def bare_home(self) -> Path:
        """A home that has not learned yet: every message goes to a person."""
        home = self.folder()
        (home / "frontdesk.yaml").write_text(QUIET, encoding="utf-8")
        database = Database.open(sqlite_url(home / "frontdesk.db"))
        add_user(database, DESK_EMAIL, DESK_PASSWORD, Role.ADMIN, utc_now(), "Robin")
        database.close()
        return home

    @contextmanager
    def serving(
        self, home: Path, *more: str, environment: Mapping[str, str] | None = None
    ) -> Iterator[LiveServer]:
        """A started server over ``home``."""
        server = LiveServer.over(home)
        server.more, server.environment = more, dict(environment or {})
        server.start()
        try:
            yield server
        finally:
            server.kill()


def rows(home: Path, query: str, *values: object) -> list[dict[str, Any]]:
    """What stands in the database, read past the product."""
    with closing(sqlite3.connect(f"file:{home / 'frontdesk.db'}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(query, values)]
