"""Who is asked to take a conversation that waits: by turns or whoever has least to do, by skill.

It is a suggestion. The conversation waits until somebody takes it, and anybody may; who does not
take it in time is passed over for the next.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, or_, update
from sqlmodel import Session, col, select

from bot.conversations.desk_workers import Worker, workers
from bot.conversations.errors import StaleOwnerError, UnknownConversationError
from bot.conversations.notices import locked
from bot.conversations.rounds import left_if_it_fails
from bot.dialog import Status
from bot.dialog.clock_rules import Assignment, ClockRules, Method
from bot.store import Database
from bot.store.tables import ConversationRow, EventRow, UserRow

BATCH = 100
NEVER = datetime.min.replace(tzinfo=UTC)


def next_worker(
    method: Method, queue: str, there: Iterable[Worker], passed_over: str | None
) -> Worker | None:
    """Whom to ask: present, skilled and not full; None where there is nobody.

    By turns it is who was asked longest ago. Ties go to who was asked longest ago, then by id, so
    that everybody comes to the same choice.
    """
    suited = [
        each
        for each in there
        if each.present and each.takes(queue) and each.load < 1 and each.id != passed_over
    ]
    if method is Method.MANUAL:
        return None
    by_load = method is Method.LEAST_BUSY
    return min(
        suited,
        key=lambda each: (each.load if by_load else 0.0, each.assigned_at or NEVER, each.id),
        default=None,
    )


def assign_waiting(database: Database, rules: ClockRules, now: datetime) -> list[str]:
    """Find somebody for those who wait within opening hours; returns the conversations."""
    if not rules.hours.is_open(now):
        return []
    assigned = []
    for conversation_id in _unattended(database, rules.assignment, now):
        piece = f"assigning conversation {conversation_id}"
        with left_if_it_fails(piece), database.write() as session:
            if _assign_next(session, conversation_id, rules.assignment, now):
                assigned.append(conversation_id)
    return assigned


def assign(
    database: Database, conversation_id: str, user_id: str | None, by: str, now: datetime
) -> None:
    """Somebody at the desk asks ``user_id`` to take a conversation, or nobody any more.

    Raises:
        UnknownConversationError: there is no such conversation.
        StaleOwnerError: it does not wait, or there is no such user.
    """
    with database.write() as session:
        conversation = locked(session, conversation_id)
        if conversation is None:
            raise UnknownConversationError
        if conversation.status != Status.WAITING:
            raise StaleOwnerError("this conversation does not wait (any more); look at it again")
        asked = session.get(UserRow, user_id) if user_id is not None else None
        if user_id is not None and (asked is None or asked.deactivated_at is not None):
            raise StaleOwnerError("there is no such user; choose one from the list")
        _give(session, conversation, user_id, now, by=by)


def _unattended(database: Database, rules: Assignment, now: datetime) -> list[str]:
    """Those nobody was asked to take, or not in time, in the order in which they wait."""
    late = col(ConversationRow.assigned_at) <= now - rules.take_within
    with database.read() as session:
        free = [each for each in workers(session, now) if each.present and each.load < 1]
        rows = session.exec(
            select(ConversationRow.id, ConversationRow.queue, ConversationRow.assignee_id)
            .where(
                ConversationRow.status == Status.WAITING.value,
                col(ConversationRow.banned_at).is_(None),
                or_(col(ConversationRow.assignee_id).is_(None), late),
            )
            .order_by(col(ConversationRow.priority).desc(), col(ConversationRow.waiting_since))
        ).all()
    waiting = [
        conversation
        for conversation, queue, asked in rows
        if rules.method_of(queue) is not Method.MANUAL
        and (asked is not None or any(each.takes(queue) for each in free))
    ]
    return waiting[:BATCH]


def _assign_next(session: Session, conversation_id: str, rules: Assignment, now: datetime) -> bool:
    conversation = locked(session, conversation_id)
    if conversation is None or conversation.status != Status.WAITING:
        return False
    asked = conversation.assigned_at
    if conversation.assignee_id and asked is not None and asked > now - rules.take_within:
        return False
    there = workers(session, now, hold=True)
    method = rules.method_of(conversation.queue)
    found = next_worker(method, conversation.queue, there, conversation.assignee_id)
    if found is not None:
        _give(session, conversation, found.id, now)
        return True
    still = next((each for each in there if each.id == conversation.assignee_id), None)
    if still is not None and still.present and method is not Method.MANUAL:
        conversation.assigned_at = now  # there is nobody else: it stays with them
    else:
        conversation.assignee_id = conversation.assigned_at = None
    session.add(conversation)
    return False


def _give(
    session: Session,
    conversation: ConversationRow,
    user_id: str | None,
    now: datetime,
    *,
    by: str | None = None,
) -> None:
    conversation.assignee_id = user_id
    conversation.assigned_at = now if user_id else None
    session.add(conversation)
    if user_id is not None:
        turn = _next_turn(session, now)
        session.execute(update(UserRow).where(col(UserRow.id) == user_id).values(assigned_at=turn))
    data = {"agent": user_id, "by": by}
    event = EventRow(conversation_id=conversation.id, kind="assigned", data=data, at=now)
    session.add(event)


def _next_turn(session: Session, now: datetime) -> datetime:
    """Later than every turn before, so that many at one moment still go round."""
    latest = session.exec(select(func.max(UserRow.assigned_at))).one()
    return max(now, latest + timedelta(microseconds=1)) if latest is not None else now
