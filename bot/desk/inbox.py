"""Reads conversations for people at the desk: queues, search, one thread with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import Session, col, select

from bot.channels.web.file_addresses import agents_address
from bot.channels.web.payloads import message_json
from bot.content.attachments import attachments_of
from bot.conversations.errors import UnknownConversationError
from bot.conversations.reading import OWNERS, SHOWN_TO_CUSTOMERS
from bot.dialog import Priority, Status
from bot.store import Database
from bot.store.tables import ConversationRow, MailRow, MessageRow, OutboxRow, UserRow

PAGE = 50
WORST_FIRST = ("unknown", "failed", "sending", "pending", "cancelled", "sent")


@dataclass(frozen=True, slots=True)
class InboxQuery:
    """Which conversations: ``queue`` is one of the desk's lists or a queue of the operator's.

    ``q`` searches texts; ``queues`` are the operator's, for counting.
    """

    queue: str
    user_id: str
    q: str = ""
    after: int = 0
    queues: tuple[str, ...] = ()


def inbox(database: Database, query: InboxQuery) -> dict[str, Any]:
    """A page of conversations, latest first (those who wait: longest first), and counts."""
    with database.read() as session:
        statement = select(ConversationRow).where(_in_queue(query.queue, query.user_id))
        if query.q:
            statement = statement.where(_mentions(query.q))
        waiting = query.queue in ("waiting", "assigned", *query.queues)
        order = (
            (
                col(ConversationRow.priority).desc(),
                col(ConversationRow.waiting_since),
                col(ConversationRow.id),
            )
            if waiting
            else (col(ConversationRow.updated_at).desc(), col(ConversationRow.id))
        )
        offset = query.after
        rows = session.exec(statement.order_by(*order).offset(offset).limit(PAGE + 1)).all()
        shown = rows[:PAGE]
        return {
            "conversations": [_summary(session, row) for row in shown],
            "next": str(offset + PAGE) if len(rows) > PAGE else None,
            "counts": {
                name: _count(session, name, query.user_id)
                for name in ("waiting", "mine", "assigned", "snoozed", "bot", "closed")
            },
            "queues": {name: _count(session, name, query.user_id) for name in query.queues},
        }


def thread(database: Database, conversation_id: str) -> dict[str, Any]:
    """One conversation whole, notes and reasons included.

    Raises:
        UnknownConversationError: there is none with this id.
    """
    with database.read() as session:
        conversation = session.get(ConversationRow, conversation_id)
        if conversation is None:
            raise UnknownConversationError
        rows = session.exec(
            select(MessageRow)
            .where(MessageRow.conversation_id == conversation_id)
            .order_by(col(MessageRow.seq))
        ).all()
        deliveries = _deliveries(session, conversation)
        mailed = _mailed(session, conversation_id)
        attachments = attachments_of(session, conversation_id, rows)
        return {
            **_summary(session, conversation),
            "epoch": conversation.epoch,
            "messages": [
                {
                    **message_json(row, attachments.get(row.seq, ()), agents_address),
                    "delivery": deliveries.get(row.seq, "stored"),
                    "mail": mailed.get(row.seq),
                    "reasons": row.reasons,
                    "context": row.context,
                }
                for row in rows
            ],
        }


def _mailed(session: Session, conversation_id: str) -> dict[int, str]:
    """What became of mails to the customer, by the last message that each tells of."""
    rows = session.exec(
        select(MailRow.last_seq, MailRow.status)
        .where(MailRow.conversation_id == conversation_id)
        .order_by(col(MailRow.id))
    )
    return {seq: status for seq, status in rows if seq is not None}


def _in_queue(queue: str, user_id: str) -> ColumnElement[bool]:
    status = col(ConversationRow.status)
    waits, held = status == Status.WAITING.value, col(ConversationRow.agent_id) == user_id
    lists: dict[str, ColumnElement[bool]] = {
        "all": status != "",
        "waiting": waits,
        "mine": (status == Status.WITH_AGENT.value) & held,
        "assigned": waits & (col(ConversationRow.assignee_id) == user_id),
        "snoozed": status == Status.SNOOZED.value,
        "bot": status == Status.AUTOMATED.value,
        "closed": status == Status.CLOSED.value,
    }
    return lists[queue] if queue in lists else waits & (col(ConversationRow.queue) == queue)


def _mentions(q: str) -> ColumnElement[bool]:
    escaped = q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    pattern = f"%{escaped}%"
    said = select(MessageRow.conversation_id).where(
        col(MessageRow.text).ilike(pattern, escape="\\")
    )
    return or_(
        col(ConversationRow.id).in_(said),
        col(ConversationRow.customer).ilike(pattern, escape="\\"),
    )


def _count(session: Session, queue: str, user_id: str) -> int:
    statement = select(func.count()).select_from(ConversationRow).where(_in_queue(queue, user_id))
    return int(session.exec(statement).one())


def _summary(session: Session, row: ConversationRow) -> dict[str, Any]:
    agent = session.get(UserRow, row.agent_id) if row.agent_id else None
    assignee = session.get(UserRow, row.assignee_id) if row.assignee_id else None
    last = session.exec(
        select(MessageRow)
        .where(MessageRow.conversation_id == row.id, col(MessageRow.author).in_(SHOWN_TO_CUSTOMERS))
        .order_by(col(MessageRow.seq).desc())
        .limit(1)
    ).first()
    return {
        "id": row.id,
        "channel": row.channel,
        "customer": row.customer,
        "language": row.language,
        "owner": OWNERS[Status(row.status)],
        "status": row.status,
        "agent": {"id": agent.id, "name": agent.name} if agent else None,
        "assignee": {"id": assignee.id, "name": assignee.name} if assignee else None,
        "handoff_reason": row.handoff_reason,
        "urgent": row.priority >= Priority.URGENT,
        "priority": row.priority,
        "queue": row.queue,
        "snoozed_until": row.snoozed_until.isoformat() if row.snoozed_until else None,
        "origin": row.origin,
        "unreachable": row.unreachable,
        "banned": row.banned_at is not None,
        "waiting_since": row.waiting_since.isoformat() if row.waiting_since else None,
        "updated_at": row.updated_at.isoformat(),
        "last_message": last
        and {
            "seq": last.seq,
            "author": last.author,
            "text": last.text[:200],
            "attachments": len(last.attachments),
            "sent_at": last.sent_at.isoformat(),
        },
    }


def _deliveries(session: Session, conversation: ConversationRow) -> dict[int, str]:
    found: dict[int, str] = {}
    rows = session.exec(
        select(OutboxRow.seq, OutboxRow.status).where(
            OutboxRow.conversation_id == conversation.id,
            OutboxRow.channel == conversation.channel,
        )
    )
    for seq, status in rows:
        known = found.get(seq, status)
        found[seq] = min(known, status, key=WORST_FIRST.index)
    return found
