"""Who works at the desk just now: which queues they take, how many at once, and how busy they are.

Somebody is present who has not switched themselves off and whose desk was open a moment ago.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, or_, update
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, select

from bot.dialog import Status
from bot.store import Database
from bot.store.tables import ConversationRow, UserRow

ABSENT_AFTER = timedelta(minutes=5)
SEEN_AGAIN_AFTER = timedelta(seconds=45)


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody at the desk. ``busy`` counts conversations held, and those that wait for them."""

    id: str
    queues: frozenset[str]
    capacity: int
    busy: int
    present: bool
    available: bool
    assigned_at: datetime | None

    def takes(self, queue: str) -> bool:
        """Whether conversations of this queue are theirs to take."""
        return not self.queues or queue in self.queues

    @property
    def load(self) -> float:
        """The share of what they can take at once that they have; 1 is full."""
        return self.busy / self.capacity if self.capacity else 1.0


def workers(session: Session, now: datetime, *, hold: bool = False) -> list[Worker]:
    """Everybody at the desk. ``hold`` keeps them from being given work elsewhere meanwhile."""
    active = col(UserRow.deactivated_at).is_(None)
    statement = select(UserRow).where(active).order_by(col(UserRow.id))
    users = session.exec(statement.with_for_update() if hold else statement).all()
    busy = _busy(session, col(ConversationRow.agent_id), Status.WITH_AGENT)
    asked = _busy(session, col(ConversationRow.assignee_id), Status.WAITING)
    return [_worker(user, busy.get(user.id, 0) + asked.get(user.id, 0), now) for user in users]


def worker(database: Database, user_id: str, now: datetime) -> Worker | None:
    """One of them; None where there is no such user."""
    with database.read() as session:
        return next((each for each in workers(session, now) if each.id == user_id), None)


def mark_seen(database: Database, user_id: str, now: datetime) -> None:
    """Their desk is open. Written at most once in a while."""
    stale = or_(col(UserRow.seen_at).is_(None), col(UserRow.seen_at) <= now - SEEN_AGAIN_AFTER)
    with database.read() as session:
        due = select(UserRow.id).where(UserRow.id == user_id, stale)
        if session.exec(due).first() is None:
            return
    with database.write() as session:
        session.execute(update(UserRow).where(col(UserRow.id) == user_id).values(seen_at=now))


def set_available(database: Database, user_id: str, available: bool, now: datetime) -> None:
    """Whether they are to be given conversations."""
    values = {"available": available, "seen_at": now}
    with database.write() as session:
        session.execute(update(UserRow).where(col(UserRow.id) == user_id).values(**values))


def set_skills(
    database: Database, user_id: str, queues: tuple[str, ...], capacity: int | None
) -> bool:
    """Which queues they take, and how many at once where that is given; False if unknown."""
    with database.write() as session:
        user = session.get(UserRow, user_id)
        if user is None:
            return False
        user.queues = list(dict.fromkeys(queues))
        user.capacity = user.capacity if capacity is None else capacity
        session.add(user)
        return True


def _busy(session: Session, whose: Mapped[str | None], status: Status) -> dict[str, int]:
    counted = session.exec(
        select(whose, func.count())
        .where(ConversationRow.status == status.value, whose.is_not(None))
        .group_by(whose)
    )
    return {user: int(count) for user, count in counted if user is not None}


def _worker(user: UserRow, busy: int, now: datetime) -> Worker:
    seen = user.seen_at is not None and now - user.seen_at < ABSENT_AFTER
    return Worker(
        id=user.id,
        queues=frozenset(user.queues),
        capacity=user.capacity,
        busy=busy,
        present=user.available and seen,
        available=user.available,
        assigned_at=user.assigned_at,
    )
