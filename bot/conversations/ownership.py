"""Moves a conversation between the bot, the queue and a person.

Every move is one conditional update: it applies only if nobody else moved it meanwhile, raises the
epoch, and in the same transaction settles what the bot had not sent yet. A takeover cancels it and
takes the unanswered messages over; handing to the queue lets it go out, under the new epoch. What
follows from a move for clocks and resolutions is kept with it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import update
from sqlmodel import Session, col

from bot.conversations import resolutions, service_clocks
from bot.conversations.errors import StaleOwnerError, UnknownConversationError
from bot.dialog import IllegalMoveError, Move, Route, Status, after, bot_may_speak, held_by_person
from bot.dialog.routing import EVERYWHERE
from bot.store.tables import ConversationRow, EventRow, MessageRow, OutboxRow

CAME_BY: Final = (Move.TAKE_OVER.value, Move.TRANSFER.value, Move.WAKE.value)
"""The moves, as events name them, by which an agent gets a conversation."""


def move(
    session: Session,
    conversation_id: str,
    what: Move,
    now: datetime,
    *,
    expected_epoch: int | None = None,
    agent_id: str | None = None,
    reason: str | None = None,
    route: Route = EVERYWHERE,
    until: datetime | None = None,
) -> ConversationRow:
    """Carry out one move and return the conversation as it stands after it.

    ``agent_id`` is who holds it afterwards, where that is not who held it before; ``reason`` and
    ``route`` say why and where it waits; ``until`` is when a snooze ends.

    Raises:
        UnknownConversationError: there is no such conversation.
        StaleOwnerError: its epoch is not ``expected_epoch``, or the move is not legal from here.
    """
    before = session.get(ConversationRow, conversation_id, populate_existing=True)
    if before is None:
        raise UnknownConversationError
    if expected_epoch is not None and before.epoch != expected_epoch:
        raise StaleOwnerError("somebody else changed this conversation; look at it again")
    was, holder = Status(before.status), before.agent_id
    try:
        status = after(was, what)
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
            agent_id=(agent_id or before.agent_id) if held_by_person(status) else None,
            assignee_id=None,
            assigned_at=None,
            snoozed_until=until if status is Status.SNOOZED else None,
            updated_at=now,
            **_waiting(before, what, status, now, reason, route),
        )
        .execution_options(synchronize_session=False)
    )
    if changed.rowcount != 1:  # type: ignore[attr-defined]
        raise StaleOwnerError("somebody else was faster; look at it again")
    _settle(session, conversation_id, before.epoch + 1, status)
    data = {"agent": agent_id, "reason": reason, "epoch": before.epoch + 1}
    session.add(EventRow(conversation_id=conversation_id, kind=what.value, data=data, at=now))
    moved = session.get_one(ConversationRow, conversation_id, populate_existing=True)
    resolutions.follow(session, moved, was, holder, what, now)
    service_clocks.follow(session, moved, was, what, now)
    return moved


def _waiting(
    before: ConversationRow,
    what: Move,
    status: Status,
    now: datetime,
    reason: str | None,
    route: Route,
) -> dict[str, object]:
    """Why, where and since when somebody waits; a time-out keeps the place in the queue.

    The priority stays with whoever takes the conversation, so that nothing is lost where it has to
    go back.
    """
    if status is not Status.WAITING:
        kept = before.priority if held_by_person(status) else 0
        return {"waiting_since": None, "priority": kept}
    if what is Move.TIME_OUT:
        waiting_since = before.waiting_since or now
        return {"waiting_since": waiting_since, "handoff_reason": reason, "timed_out_at": now}
    return {
        "waiting_since": now,
        "looked_at": None,
        "timed_out_at": None,
        "handoff_reason": reason,
        "queue": route.queue,
        "priority": int(route.priority),
    }


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
