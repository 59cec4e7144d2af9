"""What a channel tells about a chat: it has another name now, lets nobody in, or does so again.

Runs inside a transaction of the caller's.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.store.tables import ConversationRow, EventRow, OutboxRow

UNREACHABLE = "unreachable"
REACHABLE = "reachable"


def move_chat(session: Session, channel: str, before: str, now_called: str) -> None:
    """The chat ``before`` goes by ``now_called``: the conversation, and all that is still unsent.

    Where a conversation of the new name has begun already, only what is unsent goes there.
    """
    session.execute(
        update(OutboxRow)
        .where(
            col(OutboxRow.channel) == channel,
            col(OutboxRow.channel_ref) == before,
            col(OutboxRow.status).in_(("pending", "sending")),
        )
        .values(channel_ref=now_called)
        .execution_options(synchronize_session=False)
    )
    if _conversation_of(session, channel, now_called) is not None:
        return
    moved = _conversation_of(session, channel, before)
    if moved is not None:
        moved.channel_ref = now_called
        session.add(moved)


def mark_unreachable(session: Session, conversation_id: str, reason: str, now: datetime) -> None:
    """Nothing can be delivered any more: what is unsent has failed, and people see why."""
    conversation = session.get_one(ConversationRow, conversation_id, populate_existing=True)
    session.execute(
        update(OutboxRow)
        .where(
            col(OutboxRow.conversation_id) == conversation_id,
            col(OutboxRow.channel) == conversation.channel,
            col(OutboxRow.status) == "pending",
        )
        .values(status="failed", error=reason, updated_at=now)
        .execution_options(synchronize_session=False)
    )
    if conversation.unreachable is None:
        _note(session, conversation_id, UNREACHABLE, {"reason": reason}, now)
    conversation.unreachable = reason
    session.add(conversation)


def mark_reachable(session: Session, conversation: ConversationRow, now: datetime) -> None:
    """The customer is back."""
    if conversation.unreachable is None:
        return
    conversation.unreachable = None
    session.add(conversation)
    _note(session, conversation.id, REACHABLE, {}, now)


def _conversation_of(session: Session, channel: str, ref: str) -> ConversationRow | None:
    return session.exec(
        select(ConversationRow).where(
            ConversationRow.channel == channel, ConversationRow.channel_ref == ref
        )
    ).one_or_none()


def _note(
    session: Session, conversation_id: str, kind: str, data: dict[str, Any], now: datetime
) -> None:
    session.add(EventRow(conversation_id=conversation_id, kind=kind, data=data, at=now))
