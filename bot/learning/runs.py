"""Retrainings as rows: one at a time, however many ask, and none that stays "running" for ever.

Whoever trains holds a lease and renews it. A row that says "running" without one is of a process
that ended; it is settled by the next one who looks.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from bot.answering.verdicts import verdict_words
from bot.conversations.leases import (
    Lease,
    acquire,
    is_taken,
    release,
    surely_runs,
    this_process,
)
from bot.conversations.notices import Notice, announce
from bot.learning.heart import LIFETIME, Heart, Told
from bot.store import Database
from bot.store.tables import LeaseRow, RetrainingRow

LEASE: Final = "retraining"
BEAT_SECONDS: Final = 5.0
BEGINS_WITHIN: Final = timedelta(minutes=5)
"""A process that was started and has not begun by then will not."""
COMMAND, SCHEDULE = "command", "schedule"


class RunState(StrEnum):
    """Where a retraining is, or how it ended."""

    ASKED = "asked"
    RUNNING = "running"
    UNNEEDED = "unneeded"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    REFUSED = "refused"
    PASSED = "passed"
    PROMOTED = "promoted"


OPEN: Final = (RunState.ASKED.value, RunState.RUNNING.value)
TOLD: Final = {
    RunState.PASSED: Notice.RETRAINING_PASSED,
    RunState.PROMOTED: Notice.RETRAINING_PROMOTED,
    RunState.REFUSED: Notice.RETRAINING_REFUSED,
    RunState.FAILED: Notice.RETRAINING_FAILED,
    RunState.INTERRUPTED: Notice.RETRAINING_FAILED,
}


class AlreadyRunningError(Exception):
    """A retraining runs already."""

    def __init__(self, row: RetrainingRow | None) -> None:
        since = f" since {row.started_at:%Y-%m-%d %H:%M} UTC ({row.started_by})" if row else ""
        super().__init__(f"a retraining runs already{since}; wait for its report")


class UnknownRunError(Exception):
    """There is no such retraining, or none that waits to begin."""

    def __init__(self, run: str) -> None:
        super().__init__(f"there is no retraining {run!r}")


@dataclass(frozen=True, slots=True)
class Ending:
    """How a retraining ended, why it did so where that is a problem, and its report."""

    state: RunState
    problem: str | None = None
    model: str | None = None
    report: dict[str, Any] | None = None


class Run:
    """A retraining that this process carries out; tells how far it is. Thread-safe."""

    def __init__(
        self, database: Database, id: str, lease: Lease, clock: Callable[[], datetime]
    ) -> None:
        self.id = id
        self._database = database
        self._lease = lease
        self._clock = clock
        self._heart = Heart(database, lease, clock, self._keep, BEAT_SECONDS)
        self._heart.start()

    def progress(self, stage: str, done: int, total: int) -> None:
        """Remember how far it is; the next beat tells it."""
        self._heart.progress(stage, done, total)

    def wait(self) -> None:
        """Wait until nothing is told of it any more."""
        self._heart.wait()

    def end(self, ending: Ending) -> None:
        """Store how it ended, tell the team where they did not see it, and let others begin."""
        self._heart.stop()
        now = self._clock()
        with self._database.write() as session:
            _end(session, session.get_one(RetrainingRow, self.id), ending, now)
        release(self._database, self._lease, now)

    def _keep(self, session: Session, told: Told) -> None:
        row = session.get_one(RetrainingRow, self.id)
        row.stage, row.done, row.total = told
        session.add(row)


@contextmanager
def running(
    database: Database, clock: Callable[[], datetime], *, id: str | None = None
) -> Iterator[Run]:
    """Carry out a retraining in the block: the one that was asked for as ``id``, or a new one.

    What the block raises is stored as its problem. It calls ``Run.end`` otherwise.

    Raises:
        AlreadyRunningError: another process carries one out.
    """
    now = clock()
    lease = (
        None if _is_starved(database) else acquire(database, LEASE, this_process(), now, LIFETIME)
    )
    if lease is None:
        raise _already(database, id, now)
    run = Run(database, _begun(database, lease, id, now), lease, clock)
    try:
        yield run
    except BaseException as error:
        stopped = isinstance(error, KeyboardInterrupt | SystemExit)
        state = RunState.INTERRUPTED if stopped else RunState.FAILED
        problem = " ".join(str(error).split()) or type(error).__name__
        run.end(Ending(state, None if stopped else problem))
        raise
    finally:
        run.wait()


def ask(database: Database, by: str, now: datetime, due: datetime | None = None) -> str | None:
    """Note that a retraining is wanted, for a process that carries it out; returns its id.

    None where the moment ``due`` of the schedule has been seen to before.

    Raises:
        AlreadyRunningError: one runs or is about to begin.
    """
    settle(database, now)
    id = _new_id(now)
    try:
        with database.write() as session:
            active = _open_one(session)
            if active is not None:
                session.expunge(active)
                raise AlreadyRunningError(active)
            session.add(
                RetrainingRow(
                    id=id, state=RunState.ASKED.value, started_by=by, due_at=due, started_at=now
                )
            )
    except IntegrityError:
        return None
    return id


def settle(database: Database, now: datetime) -> list[str]:
    """End those whose process has ended or never begun; returns their ids."""
    with database.read() as session:
        if not _dead(session, now):
            return []
    with database.write() as session:
        dead = _dead(session, now)
        for row in dead:
            problem = verdict_words("ended_early")
            if row.state == RunState.ASKED.value:
                problem = verdict_words("did_not_start")
            _end(session, row, Ending(RunState.INTERRUPTED, problem), now)
        return [row.id for row in dead]


def latest_runs(session: Session, count: int) -> list[RetrainingRow]:
    """The last retrainings, latest first; of those that were not needed only the very last."""
    latest = select(RetrainingRow).order_by(col(RetrainingRow.started_at).desc())
    last = list(session.exec(latest.limit(1)))
    needed = latest.where(RetrainingRow.state != RunState.UNNEEDED.value)
    others = list(session.exec(needed.limit(count)))
    return [*(row for row in last if row not in others), *others][:count]


def require_run(database: Database, run: str) -> None:
    """Insist that there is such a retraining.

    Raises:
        UnknownRunError: there is none.
    """
    with database.read() as session:
        if session.get(RetrainingRow, run) is None:
            raise UnknownRunError(run)


def _begun(database: Database, lease: Lease, id: str | None, now: datetime) -> str:
    """The row of what begins; whatever ran before under the lease has ended."""
    with database.write() as session:
        for row in session.exec(select(RetrainingRow).where(RetrainingRow.state == "running")):
            _end(session, row, Ending(RunState.INTERRUPTED, verdict_words("ended")), now)
        asked = session.get(RetrainingRow, id) if id else None
        if id is not None and (asked is None or asked.state != RunState.ASKED.value):
            raise UnknownRunError(id)  # One that was given up is told of already.
        new = RetrainingRow(id=_new_id(now), state="", started_by=COMMAND, started_at=now)
        row = asked or new
        row.state, row.token = RunState.RUNNING.value, lease.token
        session.add(row)
        return row.id


def _already(database: Database, id: str | None, now: datetime) -> AlreadyRunningError:
    """Why it cannot begin; what was asked for as ``id`` ends with that."""
    with database.write() as session:
        row = session.exec(select(RetrainingRow).where(RetrainingRow.state == "running")).first()
        error = AlreadyRunningError(row)
        asked = session.get(RetrainingRow, id) if id else None
        if asked is not None:
            _end(session, asked, Ending(RunState.FAILED, str(error)), now)
        return error


def _is_starved(database: Database) -> bool:
    """Whether one runs here that came too seldom to the processor to renew its lease."""
    with database.read() as session:
        lease = session.get(LeaseRow, LEASE)
        busy = session.exec(select(RetrainingRow.id).where(RetrainingRow.state == "running"))
        return busy.first() is not None and lease is not None and surely_runs(lease.holder)


def _dead(session: Session, now: datetime) -> list[RetrainingRow]:
    lease = session.get(LeaseRow, LEASE)
    runs = lease is not None and (is_taken(lease, now) or surely_runs(lease.holder))
    alive = lease.token if lease is not None and runs else None
    rows = session.exec(select(RetrainingRow).where(col(RetrainingRow.state).in_(OPEN)))
    return [
        row
        for row in rows
        if (row.state == RunState.RUNNING.value and row.token != alive)
        or (row.state == RunState.ASKED.value and row.started_at < now - BEGINS_WITHIN)
    ]


def _open_one(session: Session) -> RetrainingRow | None:
    return session.exec(select(RetrainingRow).where(col(RetrainingRow.state).in_(OPEN))).first()


def _end(session: Session, row: RetrainingRow, ending: Ending, now: datetime) -> None:
    row.state, row.ended_at, row.problem = ending.state.value, now, ending.problem
    row.model_id = ending.model or row.model_id
    row.report = ending.report or row.report
    session.add(row)
    told = TOLD.get(ending.state)
    if told is not None and row.started_by != COMMAND:
        announce(session, told, row.id, now, retraining=row.id, model=row.model_id)


def _new_id(now: datetime) -> str:
    return f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
