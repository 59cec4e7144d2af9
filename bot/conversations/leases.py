"""Lets one process at a time do a thing: a row that its holder renews, and that lapses if it dies.

Every new holder gets a higher token, by which its work can be told from an earlier one's. A holder
on this machine whose process has ended is not waited for. Knows nothing of what is being leased.
"""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import ColumnElement, and_, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from bot.store import Database
from bot.store.tables import LeaseRow

LIFETIME = timedelta(seconds=10)
IMPOSSIBLE = timedelta(minutes=1)
"""Nobody takes a lease for as long: one that lasts longer shows that the clock was put back."""


@dataclass(frozen=True, slots=True)
class Lease:
    """A lease as its holder got it."""

    name: str
    holder: str
    token: int


def acquire(
    database: Database,
    name: str,
    holder: str,
    now: datetime,
    lifetime: timedelta = LIFETIME,
) -> Lease | None:
    """Take the lease ``name``; None while somebody else holds it.

    Raises:
        SQLAlchemyError: nothing can be stored at the moment.
    """
    try:
        with database.write() as session:
            return _acquire(session, name, holder, now, lifetime)
    except IntegrityError:
        return None


def renew(database: Database, lease: Lease, now: datetime, lifetime: timedelta = LIFETIME) -> bool:
    """Keep the lease; False where somebody else took it meanwhile.

    Raises:
        SQLAlchemyError: nothing can be stored at the moment; nobody else can take it then either.
    """
    with database.write() as session:
        kept = session.execute(
            update(LeaseRow)
            .where(_is(lease))
            .values(expires_at=now + lifetime)
            .execution_options(synchronize_session=False)
        )
        return bool(kept.rowcount == 1)  # type: ignore[attr-defined]


def release(database: Database, lease: Lease, now: datetime) -> None:
    """Give the lease back, so that the next one need not wait for it to lapse."""
    renew(database, lease, now, timedelta(0))


def is_held(session: Session, lease: Lease) -> bool:
    """Whether nobody took the lease since; locks it until the caller's transaction ends."""
    row = session.get(LeaseRow, lease.name, with_for_update=True)
    return row is not None and row.token == lease.token


def is_taken(row: LeaseRow | None, now: datetime) -> bool:
    """Whether somebody holds the lease of ``row``, and runs as far as can be told."""
    if row is None or not now < row.expires_at < now + IMPOSSIBLE:
        return False
    return not has_ended(row.holder)


def this_process() -> str:
    """A holder's name by which others on this machine can tell whether it still runs."""
    return f"{_machine()} {os.getpid()} {_started(os.getpid())}"


def has_ended(holder: str) -> bool:
    """Whether the process ``holder`` surely runs no more; False where that cannot be told."""
    machine, pid, started = holder.split(" ")
    if machine != _machine() or os.name != "posix":
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return started != _started(int(pid))


def surely_runs(holder: str) -> bool:
    """Whether the process ``holder`` is one of this machine's and still there."""
    machine, pid, started = holder.split(" ")
    return machine == _machine() and started == _started(int(pid)) != "?"


def _acquire(
    session: Session, name: str, holder: str, now: datetime, lifetime: timedelta
) -> Lease | None:
    row = session.get(LeaseRow, name, with_for_update=True)
    if row is None:
        row = LeaseRow(name=name, holder=holder, token=1, expires_at=now + lifetime)
    elif is_taken(row, now):
        return None
    else:
        row.holder, row.token, row.expires_at = holder, row.token + 1, now + lifetime
    session.add(row)
    return Lease(name, holder, row.token)


def _is(lease: Lease) -> ColumnElement[bool]:
    return and_(col(LeaseRow.name) == lease.name, col(LeaseRow.token) == lease.token)


def _machine() -> str:
    """This machine since it was started, and in it the room in which process ids mean something."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot}/{Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return platform.node().replace(" ", "-")


def _started(pid: int) -> str:
    """When the process began, so that a later one under the same id is not taken for it."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "?"
    return stat.rpartition(")")[2].split()[19]
