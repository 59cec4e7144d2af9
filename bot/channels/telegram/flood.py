"""Slows down a chat that writes faster than anybody could: everything is stored and answered, but
many messages together, and few times. Nothing is thrown away.

A held message waits until the chat pauses, or for the longest time that one may be kept waiting.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from bot.store.tables import EventRow, MessageRow

MANY = 20
TOO_MANY = 100
WITHIN = timedelta(minutes=1)
PAUSE = timedelta(seconds=3)
KEPT_WAITING = timedelta(seconds=15)
KEPT_WAITING_LONGEST = timedelta(minutes=1)
NOTICE_EVERY = timedelta(minutes=10)
FLOODED = "flooded"


def hold_if_flooding(
    session: Session, conversation_id: str, seq: int, now: datetime
) -> bool | None:
    """Hold the message where more than ``MANY`` came within a minute; None where it is not held.

    True where the customer should be told, False where that was said a while ago.
    """
    if _came_before(session, conversation_id, MANY) <= now - WITHIN:
        return None
    session.execute(
        update(MessageRow)
        .where(col(MessageRow.conversation_id) == conversation_id, col(MessageRow.seq) == seq)
        .values(turn="held")
        .execution_options(synchronize_session=False)
    )
    told = session.exec(
        select(EventRow.id).where(
            EventRow.conversation_id == conversation_id,
            EventRow.kind == FLOODED,
            EventRow.at > now - NOTICE_EVERY,
        )
    ).first()
    if told is not None:
        return False
    session.add(EventRow(conversation_id=conversation_id, kind=FLOODED, at=now))
    return True


def over(session: Session, now: datetime) -> list[str]:
    """Conversations whose held messages may be answered: of chats that paused, or waited enough."""
    held = session.exec(
        select(
            MessageRow.conversation_id,
            func.min(MessageRow.sent_at),
            func.max(MessageRow.sent_at),
            func.count(),
        )
        .where(MessageRow.turn == "held")
        .group_by(col(MessageRow.conversation_id))
    ).all()
    return [
        conversation_id
        for conversation_id, first, last, count in held
        if not now - PAUSE < last < now + PAUSE  # a later one shows that the clock was put back
        or first <= now - (KEPT_WAITING if count < TOO_MANY else KEPT_WAITING_LONGEST)
    ]


def _came_before(session: Session, conversation_id: str, many: int) -> datetime:
    """When the customer's message came that has ``many`` after it; long ago where none has."""
    found = session.exec(
        select(MessageRow.sent_at)
        .where(MessageRow.conversation_id == conversation_id, MessageRow.author == "customer")
        .order_by(col(MessageRow.seq).desc())
        .offset(many)
        .limit(1)
    ).first()
    return found or datetime.min.replace(tzinfo=UTC)
