"""Agents' answers that their customers have not seen: gathered into one mail for each conversation.

A reply is mailed once at most, and only on the web, where nothing else reaches somebody who left.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, exists
from sqlmodel import Session, col, select

from bot.conversations.rounds import left_if_it_fails
from bot.conversations.serialised import state_from_json
from bot.mail.letters import Correspondence, answer_letter
from bot.mail.outbox import TO_CUSTOMER, enqueue
from bot.mail_address import is_mail_address
from bot.store import Database
from bot.store.tables import ConversationRow, MessageRow

TOO_OLD = timedelta(days=3)
"""What was written before is not mailed any more, as when mail is set up late."""


def write_unread_answers(database: Database, by: Correspondence, now: datetime) -> int:
    """Write a mail for each conversation whose customer left before the answer; how many."""
    written = 0
    for conversation_id in _left_alone(database, by, now):
        piece = f"the mail of conversation {conversation_id}"
        with left_if_it_fails(piece), database.write() as session:
            written += _write(session, conversation_id, by, now)
    return written


def address_of(conversation: ConversationRow) -> str | None:
    """Where the customer can be reached: by their sign-in, or as they told the bot."""
    given = state_from_json(conversation.dialog).details.get("email")
    known = (conversation.customer_email, given)
    return next((each.strip() for each in known if each and is_mail_address(each)), None)


def _left_alone(database: Database, by: Correspondence, now: datetime) -> list[str]:
    waited = now - timedelta(minutes=by.file.mail.answer_after_minutes)
    overdue = exists().where(*_unread(now), col(MessageRow.sent_at) <= waited)
    with database.read() as session:
        rows = session.exec(
            select(ConversationRow).where(
                ConversationRow.channel == "web",
                col(ConversationRow.banned_at).is_(None),
                col(ConversationRow.agent_wrote_at) > now - TOO_OLD,
                overdue,
            )
        )
        return [row.id for row in rows if _has_address(row)]


def _has_address(row: ConversationRow) -> bool:
    with left_if_it_fails(f"finding the address of conversation {row.id}"):
        return address_of(row) is not None
    return False


def _write(session: Session, conversation_id: str, by: Correspondence, now: datetime) -> bool:
    conversation = session.get_one(ConversationRow, conversation_id, with_for_update=True)
    to = address_of(conversation)
    replies = session.exec(
        select(MessageRow)
        .join(ConversationRow, col(ConversationRow.id) == MessageRow.conversation_id)
        .where(ConversationRow.id == conversation_id, *_unread(now))
        .order_by(col(MessageRow.seq))
    ).all()
    if to is None or conversation.banned_at is not None or not _waited(replies, by, now):
        return False
    last = replies[-1].seq
    link = by.links.address(by.public_url, conversation_id, now)
    letter = answer_letter(to, by.file.company, conversation.language, replies, link)
    conversation.mailed_seq = last
    session.add(conversation)
    key = f"answer:{conversation_id}:{last}"
    enqueue(session, key, TO_CUSTOMER, letter, now, conversation_id=conversation_id, last_seq=last)
    return True


def _waited(replies: Sequence[MessageRow], by: Correspondence, now: datetime) -> bool:
    wait = timedelta(minutes=by.file.mail.answer_after_minutes)
    return any(reply.sent_at <= now - wait for reply in replies)


def _unread(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        col(MessageRow.conversation_id) == ConversationRow.id,
        col(MessageRow.author) == "agent",
        col(MessageRow.seq) > col(ConversationRow.read_seq),
        col(MessageRow.seq) > col(ConversationRow.mailed_seq),
        col(MessageRow.sent_at) > now - TOO_OLD,
    )
