"""Starts, pauses and stops the clocks of a conversation as it changes hands.

It keeps moments only, inside the transaction of the change, and knows neither opening hours nor
promises; ``service_levels`` reckons from the moments what is due and what was kept.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.dialog import Move, Status
from bot.dialog.clock_rules import Clock
from bot.store.tables import ConversationRow, ResolutionRow, ServiceClockRow

ENDS = {Move.CLOSE: "closed", Move.LAPSE: "closed", Move.RELEASE: "released"}


def follow(
    session: Session, conversation: ConversationRow, before: Status, what: Move, now: datetime
) -> None:
    """Bring the clocks of ``conversation``, which was ``before``, in line with a move."""
    if before is Status.SNOOZED and what is not Move.SNOOZE:
        _resume(session, conversation.id, now)
    if what in ENDS:
        stop(session, conversation.id, ENDS[what], now)
    elif what is Move.SNOOZE:
        _pause(session, conversation.id, now)
    elif conversation.status == Status.WAITING:
        _run(session, conversation, Clock.FIRST_RESPONSE, now)
        _run(session, conversation, Clock.RESOLUTION, now)
    elif what is Move.TAKE_OVER:
        _run(session, conversation, Clock.RESOLUTION, now)


def answered(session: Session, conversation_id: str, now: datetime) -> None:
    """A person answered: the first response was given."""
    stop(session, conversation_id, "reply", now, only=Clock.FIRST_RESPONSE)


def stop(
    session: Session, conversation_id: str, by: str, now: datetime, *, only: Clock | None = None
) -> None:
    """Stop what runs, or of it only one kind."""
    kinds = [only] if only else list(Clock)
    session.execute(
        update(ServiceClockRow)
        .where(
            col(ServiceClockRow.conversation_id) == conversation_id,
            col(ServiceClockRow.kind).in_([kind.value for kind in kinds]),
            col(ServiceClockRow.stopped_at).is_(None),
        )
        .values(stopped_at=now, stopped_by=by, reckoned_at=None)
        .execution_options(synchronize_session=False)
    )


def reckon_again(session: Session, conversation: ConversationRow) -> None:
    """What was promised may have changed: the conversation has another queue or priority."""
    for clock in _running(session, conversation.id):
        clock.queue, clock.reckoned_at = conversation.queue, None
        session.add(clock)


def _run(session: Session, conversation: ConversationRow, kind: Clock, now: datetime) -> None:
    """Have a clock of this kind run: the one that does, the one reopened, or a new one."""
    running = [each for each in _running(session, conversation.id) if each.kind == kind]
    clock = running[0] if running else _reopened(session, conversation.id, kind, now)
    if clock is None:
        clock = ServiceClockRow(conversation_id=conversation.id, kind=kind.value, started_at=now)
    clock.queue, clock.reckoned_at = conversation.queue, None
    session.add(clock)


def _reopened(
    session: Session, conversation_id: str, kind: Clock, now: datetime
) -> ServiceClockRow | None:
    """The clock of a resolution that did not last; while it was closed it stood still."""
    if kind is not Clock.RESOLUTION or not _undone(session, conversation_id):
        return None
    clock = session.exec(
        select(ServiceClockRow)
        .where(
            ServiceClockRow.conversation_id == conversation_id,
            ServiceClockRow.kind == kind.value,
            ServiceClockRow.stopped_by == "closed",
        )
        .order_by(col(ServiceClockRow.id).desc())
        .limit(1)
    ).first()
    if clock is not None and clock.stopped_at is not None:
        clock.pauses = [*clock.pauses, [clock.stopped_at.isoformat(), now.isoformat()]]
        clock.stopped_at = clock.stopped_by = clock.took_seconds = None
    return clock


def _undone(session: Session, conversation_id: str) -> bool:
    latest = session.exec(
        select(ResolutionRow)
        .where(ResolutionRow.conversation_id == conversation_id)
        .order_by(col(ResolutionRow.id).desc())
        .limit(1)
    ).first()
    return latest is not None and latest.undone_at is not None


def _pause(session: Session, conversation_id: str, now: datetime) -> None:
    for clock in _running(session, conversation_id):
        clock.pauses = [*clock.pauses, [now.isoformat(), None]]
        clock.reckoned_at = None
        session.add(clock)


def _resume(session: Session, conversation_id: str, now: datetime) -> None:
    for clock in _running(session, conversation_id):
        if clock.pauses and clock.pauses[-1][1] is None:
            clock.pauses = [*clock.pauses[:-1], [clock.pauses[-1][0], now.isoformat()]]
            clock.reckoned_at = None
            session.add(clock)


def _running(session: Session, conversation_id: str) -> list[ServiceClockRow]:
    return list(
        session.exec(
            select(ServiceClockRow).where(
                ServiceClockRow.conversation_id == conversation_id,
                col(ServiceClockRow.stopped_at).is_(None),
            ),
            execution_options={"populate_existing": True},
        )
    )
