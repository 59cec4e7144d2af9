"""Customers whom the host of the widget vouches for, and their earlier conversations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from bot.conversations.errors import UnknownConversationError
from bot.conversations.tokens import hash_of
from bot.store import Database
from bot.store.tables import ConversationRow

WEB = "web:"
MOST_LISTED = 100


@dataclass(frozen=True, slots=True)
class SignedInCustomer:
    """Who it is. ``id`` is the host's own, and the same in every conversation of this person.

    The host vouches for them until ``until``.
    """

    id: str
    until: datetime
    name: str | None = None
    email: str | None = None

    @property
    def key(self) -> str:
        """The name of this person across conversations."""
        return f"{WEB}{self.id}"


@dataclass(frozen=True, slots=True)
class EarlierConversation:
    """A conversation of the same person."""

    id: str
    begun_at: datetime
    changed_at: datetime


def is_vouched_for(conversation: ConversationRow, now: datetime) -> bool:
    """Whether the host's signature still says who this customer is."""
    until = conversation.signed_in_until
    return conversation.signed_in and until is not None and now < until


def identity_of(conversation: ConversationRow, now: datetime) -> dict[str, str]:
    """What the host vouches for: customer_id, email, name; nothing where nobody is signed in."""
    if not is_vouched_for(conversation, now) or conversation.customer_key is None:
        return {}
    known = {
        "customer_id": conversation.customer_key.removeprefix(WEB),
        "email": conversation.customer_email,
        "name": conversation.customer,
    }
    return {name: value for name, value in known.items() if value}


def conversations_of_customer(
    database: Database, token: str, now: datetime
) -> list[EarlierConversation]:
    """The conversations of the person who signed in with this session, latest first.

    A token that was got for a link lists nothing: it opens its one conversation only.

    Raises:
        UnknownConversationError: nobody is signed in with this token.
    """
    with database.read() as session:
        own = session.exec(
            select(ConversationRow).where(
                ConversationRow.token_hash == hash_of(token), col(ConversationRow.signed_in)
            )
        ).one_or_none()
        if own is None or not is_vouched_for(own, now):
            raise UnknownConversationError
        rows = session.exec(
            select(ConversationRow)
            .where(ConversationRow.customer_key == own.customer_key)
            .order_by(col(ConversationRow.updated_at).desc())
            .limit(MOST_LISTED)
        )
        return [EarlierConversation(row.id, row.created_at, row.updated_at) for row in rows]
