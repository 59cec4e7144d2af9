"""The tokens that open a conversation, and only it: in each browser that it is continued in.

Only their hashes are kept. A conversation has the token that it began with, and those given for
links; one more ends none of the others, so a link opened on a phone leaves the laptop signed in.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, select

from bot.conversations.errors import UnknownConversationError
from bot.store import Database
from bot.store.tables import ConversationRow, ConversationTokenRow

TOKEN_LIFETIME = timedelta(days=30)
PROLONG_AFTER = timedelta(hours=1)
MOST_FURTHER = 20


@dataclass(frozen=True, slots=True)
class Opened:
    """A conversation with a fresh token that opens it, and only it."""

    conversation_id: str
    token: str
    expires_at: datetime


def new_token() -> str:
    """128 random bits."""
    return secrets.token_urlsafe(16)


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def further_token(database: Database, conversation_id: str, now: datetime) -> Opened:
    """One more token for a conversation; beyond so many, the one unused longest ends.

    Nobody is signed in there any more: a mail may have been passed on.

    Raises:
        UnknownConversationError: there is no such conversation.
    """
    token = new_token()
    with database.write() as session:
        conversation = session.get(ConversationRow, conversation_id)
        if conversation is None:
            raise UnknownConversationError
        conversation.signed_in = False  # whoever brings a link need not be whom the host knew
        session.add(conversation)
        _make_room(session, conversation_id)
        session.add(
            ConversationTokenRow(
                token_hash=hash_of(token), conversation_id=conversation_id, used_at=now
            )
        )
    return Opened(conversation_id, token, now + TOKEN_LIFETIME)


def conversation_of_token(database: Database, token: str, now: datetime) -> str:
    """The id of the conversation that ``token`` opens; using it prolongs it by 30 days.

    Raises:
        UnknownConversationError: no conversation has this token, or it has lapsed.
    """
    hashed = hash_of(token)
    with database.read() as session:
        found = session.exec(
            select(ConversationRow.id, ConversationRow.token_used_at).where(
                col(ConversationRow.token_hash) == hashed
            )
        ).one_or_none()
        further = None if found else session.get(ConversationTokenRow, hashed)
    conversation_id, used_at = found or (None, None)
    if further is not None:
        conversation_id, used_at = further.conversation_id, further.used_at
    if conversation_id is None or used_at is None or now - used_at > TOKEN_LIFETIME:
        raise UnknownConversationError
    if now - used_at > PROLONG_AFTER:
        _prolong(database, conversation_id, hashed, now)
    return conversation_id


def _prolong(database: Database, conversation_id: str, hashed: str, now: datetime) -> None:
    with database.write() as session:
        further = session.get(ConversationTokenRow, hashed)
        if further is not None:
            further.used_at = now
            session.add(further)
            return
        row = session.get_one(ConversationRow, conversation_id)
        row.token_used_at = now
        session.add(row)


def _make_room(session: Session, conversation_id: str) -> None:
    kept = session.exec(
        select(ConversationTokenRow.token_hash)
        .where(ConversationTokenRow.conversation_id == conversation_id)
        .order_by(col(ConversationTokenRow.used_at).desc())
        .limit(MOST_FURTHER - 1)
    ).all()
    session.execute(
        delete(ConversationTokenRow).where(
            col(ConversationTokenRow.conversation_id) == conversation_id,
            col(ConversationTokenRow.token_hash).not_in(kept),
        )
    )
