"""What people should be told about: written with the event itself, delivered by somebody else.

A notice has a key, and what has the same key is told once, whoever notices it and however often.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, select

from bot.store.tables import ConversationRow, EventRow, NoticeRow

PAGE = 100


class Notice(StrEnum):
    """What there is to tell."""

    WAITING_OUTSIDE_HOURS = "waiting_outside_hours"
    NOBODY_LOOKED = "nobody_looked"
    UNATTENDED_URGENT = "unattended_urgent"
    NO_AGENT = "no_agent"
    AGENT_IDLE = "agent_idle"
    PROMISE_AT_RISK = "promise_at_risk"
    PROMISE_BROKEN = "promise_broken"
    RETRAINING_PASSED = "retraining_passed"
    RETRAINING_PROMOTED = "retraining_promoted"
    RETRAINING_REFUSED = "retraining_refused"
    RETRAINING_FAILED = "retraining_failed"


def locked(session: Session, conversation_id: str) -> ConversationRow | None:
    """The conversation, read afresh and kept from changing until the transaction ends."""
    return session.get(
        ConversationRow, conversation_id, populate_existing=True, with_for_update=True
    )


def key_of(kind: Notice, conversation_id: str, occasion: object) -> str:
    """The key of a notice; ``occasion`` tells one time that it happened from the next."""
    marked = occasion.isoformat() if isinstance(occasion, datetime) else occasion
    return f"{kind.value}:{conversation_id}:{marked}"


def notify(
    session: Session,
    kind: Notice,
    conversation_id: str,
    occasion: object,
    now: datetime,
    **data: str | int | None,
) -> bool:
    """Keep a notice and its event; False where it was kept before.

    The caller holds the conversation's row (``locked``), so that two do not notice it at once.
    """
    key = key_of(kind, conversation_id, occasion)
    if session.exec(select(NoticeRow.id).where(NoticeRow.key == key)).first() is not None:
        return False
    session.add(
        NoticeRow(
            key=key, kind=kind.value, conversation_id=conversation_id, data=data, created_at=now
        )
    )
    session.add(EventRow(conversation_id=conversation_id, kind=kind.value, data=data, at=now))
    return True


def announce(
    session: Session, kind: Notice, occasion: str, now: datetime, **data: str | int | None
) -> None:
    """Keep a notice that is about no conversation; ``occasion`` happens once."""
    key = f"{kind.value}:{occasion}"
    session.add(NoticeRow(key=key, kind=kind.value, data=data, created_at=now))


def latest_notices(session: Session, before: int | None = None) -> list[NoticeRow]:
    """A page of notices, the latest first; ``before`` is the id where the page before ended."""
    statement = select(NoticeRow).order_by(col(NoticeRow.id).desc()).limit(PAGE)
    if before is not None:
        statement = statement.where(col(NoticeRow.id) < before)
    return list(session.exec(statement))
