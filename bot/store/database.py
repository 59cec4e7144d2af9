"""Opens the database and runs transactions in it.

Transactions that write take turns, of all processes one at a time: on SQLite because they begin
IMMEDIATE, on PostgreSQL by a lock of the database that each takes first. So what a transaction has
read still holds when it writes. The module knows tables only as something to migrate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlmodel import Session

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_TIMEOUT_MS = 3_500
CONNECTIONS = 20
"""More than there are threads, so that none waits for a connection."""
TURN_TO_WRITE = 7_310_034
"""The number of PostgreSQL's advisory lock, of which each database has its own."""
_WRITES = "frontdesk_writes"


class UnusableDatabaseError(Exception):
    """The database cannot be opened; the message names it without its password."""

    def __init__(self, url: str, error: Exception) -> None:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        super().__init__(
            f"the database {_shown(url)} cannot be used ({reason}); check FRONTDESK_DATABASE_URL, "
            "or the file's owner and place"
        )


class BusyError(SQLAlchemyError):
    """Too much waits for the database; nothing was begun."""

    def __init__(self) -> None:
        super().__init__("too much waits for the database already; try again in a moment")


Note = Callable[[Session], None]
"""What somebody writes beside a change, in the transaction that makes it."""


class Database:
    """Reading and writing sessions over one engine. Thread-safe; sessions are not."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._turn = Lock() if engine.dialect.name == "sqlite" else None
        self._reading = engine
        if engine.dialect.name == "postgresql":
            self._reading = engine.execution_options(isolation_level="REPEATABLE READ")
        self._writing = engine.execution_options(**{_WRITES: True})

    @classmethod
    def open(cls, url: str) -> Database:
        """Open ``url`` and bring its tables up to date.

        Raises:
            UnusableDatabaseError: it cannot be reached, read, or brought up to date.
        """
        try:
            database = cls(_create_engine(url))
        except (SQLAlchemyError, ImportError) as error:
            raise UnusableDatabaseError(url, error) from error
        try:
            if not database.is_current():
                database.migrate()
        except (SQLAlchemyError, ImportError) as error:
            database.close()
            raise UnusableDatabaseError(url, error) from error
        except UnusableDatabaseError:
            database.close()
            raise
        return database

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that only reads. It sees one consistent moment."""
        with Session(self._reading) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session that commits when the block ends and rolls back when it raises.

        Raises:
            BusyError: the writers of this process before it did not end in time.
        """
        with self._in_turn(), Session(self._writing) as session, session.begin():
            yield session

    @contextmanager
    def erase(self) -> Iterator[Session]:
        """As ``write``, and what is deleted is overwritten: nothing of it stays in SQLite's file.

        On PostgreSQL it goes when the table is next vacuumed.
        """
        if self.engine.dialect.name != "sqlite":
            with self.write() as session:
                yield session
            return
        with self.write() as session:
            connection = session.connection()
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
            yield session
        with self.engine.connect() as after:
            after.exec_driver_sql("ROLLBACK")
            after.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """SQLite lets one write and has the others ask again and again, so that some starve; the
        threads of a process line up here instead."""
        if self._turn is None:
            yield
            return
        if not self._turn.acquire(timeout=BUSY_TIMEOUT_MS / 1000):
            raise BusyError
        try:
            yield
        finally:
            self._turn.release()

    def is_current(self) -> bool:
        """Whether there is no migration to apply; asked without loading what applies them."""
        newest = max(file.stem[:4] for file in MIGRATIONS.glob("versions/[0-9]*.py"))
        with self.engine.connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return False
            seen = connection.exec_driver_sql("SELECT version_num FROM alembic_version")
            return seen.scalars().all() == [newest]

    def migrate(self) -> None:
        """Apply every migration that this database has not seen.

        Raises:
            UnusableDatabaseError: a later version of the program has changed it.
        """
        from alembic import command
        from alembic.config import Config
        from alembic.util import CommandError

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.set_main_option("path_separator", "os")
        try:
            with self._writing.connect() as connection, connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
        except CommandError as error:
            raise UnusableDatabaseError(str(self.engine.url), error) from error

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


def sqlite_url(path: Path) -> str:
    """The URL of a SQLite file."""
    return f"sqlite:///{path}"


def _shown(url: str) -> str:
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "that FRONTDESK_DATABASE_URL names"


def _create_engine(url: str) -> Engine:
    if not url.startswith("sqlite"):
        engine = create_engine(
            _with_driver(make_url(url)), pool_pre_ping=True, pool_size=CONNECTIONS
        )
        event.listen(engine, "begin", _begin_postgresql)
        return engine
    timeout = BUSY_TIMEOUT_MS / 1000
    engine = create_engine(url, connect_args={"timeout": timeout}, pool_size=CONNECTIONS)
    event.listen(engine, "connect", _configure_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _with_driver(url: URL) -> URL:
    """PostgreSQL is spoken to by psycopg 3, unless the URL names another driver."""
    plain = url.drivername in ("postgres", "postgresql")
    return url.set(drivername="postgresql+psycopg") if plain else url


def _configure_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if _writes(connection):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {BUSY_TIMEOUT_MS}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN_TO_WRITE})")


def _writes(connection: Connection) -> bool:
    writes: bool = connection.get_execution_options().get(_WRITES, False)
    return writes
