"""Begins conversations, on the web or where a channel has its own name for them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session, select

from bot.conversations.customers import SignedInCustomer
from bot.conversations.posting import Post, allot_seq, post
from bot.conversations.serialised import state_to_json
from bot.conversations.silence import standing_author
from bot.conversations.tokens import TOKEN_LIFETIME, Opened, hash_of, new_token
from bot.dialog import DialogState
from bot.dialog.phrases import phrase
from bot.store import Database
from bot.store.tables import ConversationRow, EventRow


def open_web_conversation(
    database: Database,
    *,
    language: str,
    greeting: str,
    name: str,
    company: str,
    now: datetime,
    customer: SignedInCustomer | None = None,
    details: Mapping[str, str] | None = None,
    consented_to: str | None = None,
) -> Opened:
    """Begin a conversation on the web, the bot's ``greeting`` as its first message.

    While the bot is switched off, a notice of ``company`` says so instead. ``customer`` is who the
    host says it is; without one nobody is signed in. ``details`` are what the customer gave
    beforehand, ``consented_to`` the words that they agreed to.
    """
    given = dict(details or {})
    token = new_token()
    with database.write() as session:
        row = ConversationRow(
            id=_new_id(),
            channel="web",
            token_hash=hash_of(token),
            token_used_at=now,
            customer=(customer and customer.name) or given.get("name"),
            customer_key=customer.key if customer else None,
            customer_email=customer.email if customer else None,
            signed_in=customer is not None,
            signed_in_until=customer.until if customer else None,
            language=language,
            dialog=state_to_json(DialogState(disclosed=True, details=given)),
            created_at=now,
            updated_at=now,
        )
        session.add(row)
        session.flush()
        if consented_to is not None:
            agreed = {"text": consented_to}
            session.add(EventRow(conversation_id=row.id, kind="consented", data=agreed, at=now))
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
    customer_key: str | None = None,
    language: str | None = None,
) -> ConversationRow:
    """The conversation that a channel knows as ``channel_ref``, begun where there is none.

    ``customer_key`` names the person across conversations, such as ``telegram:4711``.
    """
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
        customer_key=customer_key,
        language=language,
        created_at=now,
        updated_at=now,
    )
    session.add(row)
    session.flush()
    return row


def _new_id() -> str:
    return secrets.token_hex(12)
