"""Begins conversations and finds them again, by token or by the channel's own name for them."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.conversations.errors import UnknownConversationError
from bot.conversations.posting import Post, allot_seq, post
from bot.conversations.serialised import state_to_json
from bot.conversations.silence import standing_author
from bot.dialog import DialogState
from bot.dialog.phrases import phrase
from bot.store import Database
from bot.store.tables import ConversationRow

TOKEN_LIFETIME = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Opened:
    """A new conversation with the token that opens it, and only it."""

    conversation_id: str
    token: str
    expires_at: datetime


def open_web_conversation(
    database: Database, *, language: str, greeting: str, name: str, company: str, now: datetime
) -> Opened:
    """Begin a conversation on the web, the bot's ``greeting`` as its first message.

    While the bot is switched off, a notice of ``company`` says so instead.
    """
    token = secrets.token_urlsafe(16)
    with database.write() as session:
        row = ConversationRow(
            id=_new_id(),
            channel="web",
            token_hash=_hash(token),
            token_used_at=now,
            language=language,
            dialog=state_to_json(DialogState(disclosed=True)),
            created_at=now,
            updated_at=now,
        )
        session.add(row)
        session.flush()
        seq = allot_seq(session, row.id, now)
        if standing_author(session) == "bot":
            first = Post("bot", greeting, name=name)
        else:
            first = Post("system", phrase("silenced_greeting", language, company=company))
        post(session, row, seq, first, now)
        return Opened(row.id, token, now + TOKEN_LIFETIME)


def conversation_of_channel(
    session: Session,
    channel: str,
    channel_ref: str,
    now: datetime,
    *,
    customer: str | None = None,
    language: str | None = None,
) -> ConversationRow:
    """The conversation that a channel knows as ``channel_ref``, begun where there is none."""
    found = session.exec(
        select(ConversationRow).where(
            ConversationRow.channel == channel, ConversationRow.channel_ref == channel_ref
        )
    ).one_or_none()
    if found is not None:
        return found
    row = ConversationRow(
        id=_new_id(),
        channel=channel,
        channel_ref=channel_ref,
        customer=customer,
        language=language,
        created_at=now,
        updated_at=now,
    )
    session.add(row)
    session.flush()
    return row


def conversation_of_token(database: Database, token: str, now: datetime) -> str:
    """The id of the conversation that ``token`` opens; using it prolongs it by 30 days.

    Raises:
        UnknownConversationError: no conversation has this token, or it has lapsed.
    """
    with database.read() as session:
        found = session.exec(
            select(ConversationRow.id, ConversationRow.token_used_at).where(
                col(ConversationRow.token_hash) == _hash(token)
            )
        ).one_or_none()
    if found is None or found[1] is None or now - found[1] > TOKEN_LIFETIME:
        raise UnknownConversationError
    if now - found[1] > timedelta(hours=1):
        _prolong(database, found[0], now)
    return found[0]


def _prolong(database: Database, conversation_id: str, now: datetime) -> None:
    with database.write() as session:
        row = session.get_one(ConversationRow, conversation_id)
        row.token_used_at = now
        session.add(row)


def _new_id() -> str:
    return secrets.token_hex(12)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
