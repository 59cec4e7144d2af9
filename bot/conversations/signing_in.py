"""Signs the customer of a running conversation in, by the host's word, and keeps them so.

A signature is short-lived: what it vouched for is forgotten by the clock, not by a farewell.
"""

from __future__ import annotations

from datetime import datetime

from sqlmodel import select

from bot.conversations.customers import SignedInCustomer
from bot.conversations.errors import ForeignConversationError, UnknownConversationError
from bot.conversations.tokens import hash_of
from bot.store import Database
from bot.store.tables import ConversationRow, ConversationTokenRow


def sign_in(database: Database, token: str, customer: SignedInCustomer) -> datetime | None:
    """Make the conversation that ``token`` began that of ``customer``; until when it holds.

    None where a link to it was followed: whoever holds that link would be signed in, too.

    Raises:
        ForeignConversationError: it is somebody else's.
        UnknownConversationError: no conversation began with this token.
    """
    with database.write() as session:
        row = session.exec(
            select(ConversationRow).where(ConversationRow.token_hash == hash_of(token))
        ).one_or_none()
        if row is None:
            raise UnknownConversationError
        if row.customer_key not in (None, customer.key):
            raise ForeignConversationError
        followed = select(ConversationTokenRow).where(
            ConversationTokenRow.conversation_id == row.id
        )
        if session.exec(followed.limit(1)).first() is not None:
            return None
        row.customer_key = customer.key
        row.customer = customer.name or row.customer
        row.customer_email = customer.email or row.customer_email
        row.signed_in, row.signed_in_until = True, customer.until
        session.add(row)
        return customer.until
