"""Long work that somebody began at the desk, as rows: one after another, none lost by a restart.

Whoever carries one out holds a lease and renews it. A row that says "running" without one is of a
process that ended; it is settled as interrupted, and may be begun again from where it was.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.conversations.leases import Lease, acquire, is_taken, release, surely_runs, this_process
from bot.learning.heart import LIFETIME, Heart, Told
from bot.store import Database
from bot.store.tables import LearningJobRow, LeaseRow

LEASE: Final = "learning job"
BEAT_SECONDS: Final = 1.0
BEGINS_WITHIN: Final = timedelta(minutes=5)
SHOWN: Final = 30


class JobKind(StrEnum):
    """What is done."""

    IMPORT = "import"
    LEARN = "learn"
    LABELS = "labels"
    COMPARE = "compare"
    BACKTEST = "backtest"


class JobState(StrEnum):
    """Where it is, or how it ended."""

    WAITING = "waiting"
    STARTING = "starting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


BUSY: Final = (JobState.STARTING.value, JobState.RUNNING.value)
OPEN: Final = (JobState.WAITING.value, *BUSY)


class UnknownJobError(Exception):
    """There is no such work, or it is under way and cannot be changed."""

    def __init__(self, job: str) -> None:
        super().__init__(f"there is no such work {job!r}; it may have been removed")


class BusyJobError(Exception):
    """What is asked for waits already, or is under way."""

    def __init__(self) -> None:
        super().__init__("this waits or is under way already; see what comes of it first")


class Job:
    """Work that this process carries out; tells how far it is. Thread-safe."""

    def __init__(
        self, database: Database, row: LearningJobRow, lease: Lease, clock: Callable[[], datetime]
    ) -> None:
        self.id = row.id
        self.kind = JobKind(row.kind)
        self.arguments: Mapping[str, Any] = row.arguments
        self._database = database
        self._lease = lease
        self._clock = clock
        self._heart = Heart(database, lease, clock, self._keep, BEAT_SECONDS)
        self._heart.start()

    def progress(self, stage: str, done: int, total: int) -> None:
        """Remember how far it is; the next beat tells it."""
        self._heart.progress(stage, done, total)

    def end(
        self, state: JobState, problem: str | None = None, result: dict[str, Any] | None = None
    ) -> None:
        """Store how it ended, and let the next begin."""
        self._heart.stop()
        self._heart.wait()
        now = self._clock()
        with self._database.write() as session:
            row = session.get_one(LearningJobRow, self.id)
            row.state, row.problem, row.result, row.ended_at = state.value, problem, result, now
            session.add(row)
        release(self._database, self._lease, now)

    def _keep(self, session: Session, told: Told) -> None:
        row = session.get_one(LearningJobRow, self.id)
        row.stage, row.done, row.total = told
        session.add(row)


@contextmanager
def working(
    database: Database,
    clock: Callable[[], datetime],
    id: str,
    worded: Callable[[str], str] = str,
) -> Iterator[Job]:
    """Carry out the work ``id`` in the block, which calls ``Job.end``.

    What the block raises is stored as ``worded`` puts it.

    Raises:
        UnknownJobError: there is none that waits to be carried out.
        BusyJobError: another process carries something out.
    """
    now = clock()
    lease = acquire(database, LEASE, this_process(), now, LIFETIME)
    if lease is None:
        raise BusyJobError
    row = _begun(database, id, lease)
    if row is None:
        release(database, lease, now)
        raise UnknownJobError(id)
    job = Job(database, row, lease, clock)
    try:
        yield job
    except BaseException as error:
        stopped = isinstance(error, KeyboardInterrupt | SystemExit)
        said = worded(" ".join(str(error).split())) or type(error).__name__
        problem = None if stopped else said
        job.end(JobState.INTERRUPTED if stopped else JobState.FAILED, problem)
        raise


def ask_for(
    database: Database,
    kind: JobKind,
    by: str,
    now: datetime,
    *,
    id: str | None = None,
    name: str = "",
    arguments: Mapping[str, Any] | None = None,
) -> str:
    """Note that something is to be done; returns its id.

    Raises:
        BusyJobError: the same kind waits or is under way. Only imports form a queue.
    """
    with database.write() as session:
        if kind is not JobKind.IMPORT and _open_of(session, kind):
            raise BusyJobError
        row = LearningJobRow(
            id=id or new_job_id(now),
            kind=kind.value,
            name=name,
            arguments=dict(arguments or {}),
            asked_by=by,
            asked_at=now,
        )
        session.add(row)
        return row.id


def ask_again(
    database: Database, id: str, now: datetime, changes: Mapping[str, Any] | None = None
) -> None:
    """Have what failed or was interrupted done again, with ``changes`` of its arguments.

    Raises:
        UnknownJobError: there is none that ended so.
    """
    with database.write() as session:
        row = session.get(LearningJobRow, id)
        if row is None or row.state not in (JobState.FAILED, JobState.INTERRUPTED):
            raise UnknownJobError(id)
        row.state, row.asked_at, row.ended_at, row.problem = JobState.WAITING.value, now, None, None
        row.arguments = {**row.arguments, **(changes or {})}
        row.stage, row.done, row.total = "", 0, 0
        session.add(row)


def take_next(database: Database, now: datetime) -> str | None:
    """The id of what is to be carried out now, if something waits and nothing else is under way."""
    with database.read() as session:
        if session.exec(_in_state(JobState.WAITING.value)).first() is None:
            return None
    with database.write() as session:
        if session.exec(_in_state(*BUSY)).first() is not None:
            return None
        row = session.exec(
            _in_state(JobState.WAITING.value).order_by(col(LearningJobRow.asked_at))
        ).first()
        if row is None:
            return None
        row.state, row.started_at = JobState.STARTING.value, now
        session.add(row)
        return row.id


def settle_jobs(database: Database, now: datetime) -> None:
    """End those whose process has ended or never begun."""
    with database.read() as session:
        if not _dead(session, now):
            return
    with database.write() as session:
        for row in _dead(session, now):
            row.state, row.ended_at = JobState.INTERRUPTED.value, now
            session.add(row)


def latest_jobs(database: Database, *kinds: JobKind) -> list[LearningJobRow]:
    """The last of these kinds, latest first."""
    with database.read() as session:
        wanted = select(LearningJobRow).where(col(LearningJobRow.kind).in_(kinds))
        rows = session.exec(wanted.order_by(col(LearningJobRow.asked_at).desc()).limit(SHOWN)).all()
        session.expunge_all()
        return list(rows)


def remove_job(database: Database, id: str) -> None:
    """Take what is not under way off the list.

    Raises:
        UnknownJobError: there is none, or it is under way.
    """
    with database.write() as session:
        row = session.get(LearningJobRow, id)
        if row is None or row.state in BUSY:
            raise UnknownJobError(id)
        session.delete(row)


def job_json(row: LearningJobRow) -> dict[str, Any]:
    """It as the desk's API gives it."""
    return {
        "id": row.id,
        "kind": row.kind,
        "state": row.state,
        "name": row.name,
        "arguments": row.arguments,
        "asked_by": row.asked_by,
        "asked_at": row.asked_at.isoformat(),
        "ended_at": row.ended_at.isoformat() if row.ended_at else None,
        "stage": row.stage,
        "done": row.done,
        "total": row.total,
        "problem": row.problem,
        "result": row.result,
    }


def new_job_id(now: datetime) -> str:
    """An id that sorts by time and is nobody else's."""
    return f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"


def _begun(database: Database, id: str, lease: Lease) -> LearningJobRow | None:
    with database.write() as session:
        row = session.get(LearningJobRow, id)
        if row is None or row.state != JobState.STARTING:
            return None
        row.state, row.token = JobState.RUNNING.value, lease.token
        session.add(row)
        session.flush()
        session.expunge(row)
        return row


def _open_of(session: Session, kind: JobKind) -> bool:
    found = session.exec(_in_state(*OPEN).where(LearningJobRow.kind == kind.value))
    return found.first() is not None


def _dead(session: Session, now: datetime) -> list[LearningJobRow]:
    lease = session.get(LeaseRow, LEASE)
    runs = lease is not None and (is_taken(lease, now) or surely_runs(lease.holder))
    alive = lease.token if lease is not None and runs else None
    return [
        row
        for row in session.exec(_in_state(*BUSY))
        if (row.state == JobState.RUNNING and row.token != alive)
        or (row.state == JobState.STARTING and (row.started_at or now) < now - BEGINS_WITHIN)
    ]


def _in_state(*states: str) -> SelectOfScalar[LearningJobRow]:
    return select(LearningJobRow).where(col(LearningJobRow.state).in_(states))
