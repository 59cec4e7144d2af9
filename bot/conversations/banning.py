"""Bans a customer from being answered, by the bot and by people, and lets them in again.

What a banned customer writes is stored and shown at the desk; nothing is sent in answer to it.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col

from bot.conversations.agents import Agent
from bot.conversations.errors import UnknownConversationError
from bot.store import Database, Note
from bot.store.tables import ConversationRow, EventRow, MessageRow, OutboxRow

BANNED = "banned"
UNBANNED = "unbanned"


def ban(
    database: Database,
    conversation_id: str,
    agent: Agent,
    now: datetime,
    note: Note | None = None,
) -> bool:
    """Answer nothing more, and send nothing that is still unsent; False where it is so already.

    ``note`` writes beside it where anything changes, in the same transaction.

    Raises:
        UnknownConversationError: there is no such conversation.
    """
    with database.write() as session:
        conversation = _locked(session, conversation_id)
        if conversation.banned_at is not None:
            return False
        conversation.banned_at = now
        session.add(conversation)
        _silence(session, conversation, now)
        _tell(session, conversation_id, BANNED, agent, now)
        if note is not None:
            note(session)
        return True


def unban(
    database: Database,
    conversation_id: str,
    agent: Agent,
    now: datetime,
    note: Note | None = None,
) -> bool:
    """Answer again from the next message on; False where the customer was not banned.

    ``note`` writes beside it where anything changes, in the same transaction.

    Raises:
        UnknownConversationError: there is no such conversation.
    """
    with database.write() as session:
        conversation = _locked(session, conversation_id)
        if conversation.banned_at is None:
            return False
        conversation.banned_at = None
        session.add(conversation)
        _tell(session, conversation_id, UNBANNED, agent, now)
        if note is not None:
            note(session)
        return True


def _locked(session: Session, conversation_id: str) -> ConversationRow:
    found = session.get(ConversationRow, conversation_id, with_for_update=True)
    if found is None:
        raise UnknownConversationError
    return found


def _silence(session: Session, conversation: ConversationRow, now: datetime) -> None:
    """A turn that is being computed finds its messages answered by nobody, and gives up.

    What is on the wire just now is cancelled when it comes back unsent (``outbox``).
    """
    session.execute(
        update(MessageRow)
        .where(
            col(MessageRow.conversation_id) == conversation.id,
            col(MessageRow.turn).in_(("pending", "held")),
        )
        .values(turn="ignored")
        .execution_options(synchronize_session=False)
    )
    session.execute(
        update(OutboxRow)
        .where(
            col(OutboxRow.conversation_id) == conversation.id,
            col(OutboxRow.channel) == conversation.channel,
            col(OutboxRow.status) == "pending",
        )
        .values(status="cancelled", updated_at=now)
        .execution_options(synchronize_session=False)
    )


def _tell(session: Session, conversation_id: str, kind: str, agent: Agent, now: datetime) -> None:
    data = {"agent": agent.id, "name": agent.name}
    session.add(EventRow(conversation_id=conversation_id, kind=kind, data=data, at=now))
