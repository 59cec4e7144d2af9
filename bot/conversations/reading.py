"""Reads conversations for those who show them: the customer's view and the state of ownership."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from bot.content.attachments import Attachment, attachments_of
from bot.conversations.errors import UnknownConversationError
from bot.conversations.line import place_of
from bot.dialog import Status, held_by_person
from bot.store import Database
from bot.store.tables import ConversationRow, MessageRow, UserRow

PAGE = 200
OWNERS = {
    Status.AUTOMATED: "bot",
    Status.CLOSED: "bot",
    Status.WAITING: "queue",
    Status.WITH_AGENT: "agent",
    Status.SNOOZED: "agent",
}
SHOWN_TO_CUSTOMERS = ("customer", "bot", "agent", "system")


@dataclass(frozen=True, slots=True)
class OwnerView:
    """Who answers now; ``name`` of the agent, ``position`` in the queue from 1.

    ``expected_wait_seconds`` is about how long that may take, None where it is not known.
    """

    owner: str
    name: str | None = None
    position: int | None = None
    expected_wait_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class CustomerView:
    """What the customer sees after some ``seq``: messages in order, and who answers now.

    ``attachments`` are the messages' files, by ``seq``.
    """

    messages: tuple[MessageRow, ...]
    state: OwnerView
    attachments: Mapping[int, tuple[Attachment, ...]] = field(default_factory=dict)


def customer_view(database: Database, conversation_id: str, after: int) -> CustomerView:
    """At most ``PAGE`` messages whose ``seq`` is above ``after``; private notes never.

    Raises:
        UnknownConversationError: there is no such conversation.
    """
    with database.read() as session:
        conversation = session.get(ConversationRow, conversation_id)
        if conversation is None:
            raise UnknownConversationError
        rows = session.exec(
            select(MessageRow)
            .where(
                MessageRow.conversation_id == conversation_id,
                MessageRow.seq > after,
                col(MessageRow.author).in_(SHOWN_TO_CUSTOMERS),
            )
            .order_by(col(MessageRow.seq))
            .limit(PAGE)
        ).all()
        state = owner_view(session, conversation)
        attachments = attachments_of(session, conversation_id, rows)
        session.expunge_all()
        return CustomerView(tuple(rows), state, attachments)


def owner_view(session: Session, conversation: ConversationRow) -> OwnerView:
    """Who answers this conversation now."""
    status = Status(conversation.status)
    if held_by_person(status) and conversation.agent_id:
        agent = session.get(UserRow, conversation.agent_id)
        return OwnerView("agent", name=agent.name if agent else None)
    if status is Status.WAITING:
        place = place_of(session, conversation)
        return OwnerView("queue", None, place.position, place.expected_wait_seconds)
    return OwnerView(OWNERS[status])


def require_conversation(database: Database, conversation_id: str) -> None:
    """Make sure that there is such a conversation.

    Raises:
        UnknownConversationError: there is none.
    """
    with database.read() as session:
        if session.get(ConversationRow, conversation_id) is None:
            raise UnknownConversationError
