"""Moves a conversation between the bot, the queue and a person.

Every move is one conditional update: it applies only if nobody else moved it meanwhile, raises the
epoch, and in the same transaction settles what the bot had not sent yet. A takeover cancels it and
takes the unanswered messages over; handing to the queue lets it go out, under the new epoch.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col

from bot.conversations.errors import StaleOwnerError, UnknownConversationError
from bot.dialog import IllegalMoveError, Move, Status, after, bot_may_speak
from bot.store.tables import ConversationRow, EventRow, MessageRow, OutboxRow


def move(
    session: Session,
    conversation_id: str,
    what: Move,
    now: datetime,
    *,
    expected_epoch: int | None = None,
    agent_id: str | None = None,
    reason: str | None = None,
    urgent: bool = False,
) -> ConversationRow:
    """Carry out one move and return the conversation as it stands after it.

    Raises:
        UnknownConversationError: there is no such conversation.
        StaleOwnerError: its epoch is not ``expected_epoch``, or the move is not legal from here.
    """
    before = session.get(ConversationRow, conversation_id, populate_existing=True)
    if before is None:
        raise UnknownConversationError
    if expected_epoch is not None and before.epoch != expected_epoch:
        raise StaleOwnerError("somebody else changed this conversation; look at it again")
    try:
        status = after(Status(before.status), what)
    except IllegalMoveError as error:
        raise StaleOwnerError(f"{error}; look at it again") from error
    changed = session.execute(
        update(ConversationRow)
        .where(
            col(ConversationRow.id) == conversation_id,
            col(ConversationRow.epoch) == before.epoch,
        )
        .values(
            status=status.value,
            epoch=before.epoch + 1,
            agent_id=agent_id if status is Status.WITH_AGENT else None,
            handoff_reason=reason if what is Move.HAND_OFF else before.handoff_reason,
            waiting_since=now if status is Status.WAITING else None,
            urgent=urgent,
            updated_at=now,
        )
        .execution_options(synchronize_session=False)
    )
    if changed.rowcount != 1:  # type: ignore[attr-defined]
        raise StaleOwnerError("somebody else was faster; look at it again")
    _settle(session, conversation_id, before.epoch + 1, status)
    data = {"agent": agent_id, "reason": reason, "epoch": before.epoch + 1}
    session.add(EventRow(conversation_id=conversation_id, kind=what.value, data=data, at=now))
    return session.get_one(ConversationRow, conversation_id, populate_existing=True)


def _settle(session: Session, conversation_id: str, epoch: int, status: Status) -> None:
    unsent = (
        update(OutboxRow)
        .where(
            col(OutboxRow.conversation_id) == conversation_id,
            col(OutboxRow.author) == "bot",
        )
        .execution_options(synchronize_session=False)
    )
    if bot_may_speak(status):
        current = col(OutboxRow.epoch) == epoch - 1
        unsettled = col(OutboxRow.status).in_(("pending", "sending"))
        session.execute(unsent.where(current, unsettled).values(epoch=epoch))
        return
    session.execute(unsent.where(col(OutboxRow.status) == "pending").values(status="cancelled"))
    session.execute(
        update(MessageRow)
        .where(
            col(MessageRow.conversation_id) == conversation_id,
            col(MessageRow.turn).in_(("pending", "held")),
        )
        .values(turn="person")
        .execution_options(synchronize_session=False)
    )
