"""One conversation at the desk: its messages with notes, reasons, deliveries and mails."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, select

from bot.channels.web.file_addresses import agents_address
from bot.channels.web.payloads import message_json
from bot.content.attachments import attachments_of
from bot.conversations.errors import UnknownConversationError
from bot.desk.inbox import summaries
from bot.store import Database
from bot.store.tables import ConversationRow, MailRow, MessageRow, OutboxRow

WORST_FIRST = ("unknown", "failed", "sending", "pending", "cancelled", "sent")


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
            **summaries(session, [conversation])[0],
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
