"""Takes a customer's message in: one transaction stores it once, under the key its sender chose.

Only what this has stored may be acknowledged. It knows nothing of what the message means.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from bot.conversations.attaching import attach
from bot.conversations.errors import (
    ConflictingMessageError,
    UnknownButtonError,
    UnknownConversationError,
)
from bot.conversations.posting import Post, allot_seq, post
from bot.conversations.rating import keep_rating, take_leave, thank_for_rating, typed_rating
from bot.conversations.reopening import return_to
from bot.conversations.serialised import action_from_json
from bot.conversations.suggested import suggested_button
from bot.dialog import Status, bot_may_speak
from bot.store import Database
from bot.store.tables import ConversationRow, MessageRow
from nlu import is_farewell


@dataclass(frozen=True, slots=True)
class Inbound:
    """A message as it came in. ``client_msg_id`` is the sender's own key for it.

    ``attachments`` are the ids of files that the conversation has already; ``context`` is what the
    words refer to, and no part of what tells two messages apart.
    """

    client_msg_id: str
    text: str
    button: str | None = None
    attachments: tuple[str, ...] = ()
    context: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """Stored, under ``seq``. ``awaits_turn`` says whether the bot has to answer it."""

    seq: int
    duplicate: bool
    awaits_turn: bool


def accept(database: Database, conversation_id: str, inbound: Inbound, now: datetime) -> Accepted:
    """Store ``inbound`` once. The same message again returns the same ``seq``.

    Raises:
        UnknownConversationError: there is no such conversation.
        ConflictingMessageError: the key was used for another content.
        UnknownButtonError: no message of the conversation has this button.
        ForeignAttachmentError, UsedAttachmentError: a file cannot be sent with it.
    """
    try:
        with database.write() as session:
            return accept_within(session, conversation_id, inbound, now)
    except IntegrityError:
        with database.write() as session:
            return accept_within(session, conversation_id, inbound, now)


def accept_within(
    session: Session, conversation_id: str, inbound: Inbound, now: datetime
) -> Accepted:
    """``accept`` inside a transaction of the caller's."""
    content = _content_hash(inbound)
    before = session.exec(
        select(MessageRow).where(
            MessageRow.conversation_id == conversation_id,
            MessageRow.client_msg_id == inbound.client_msg_id,
        )
    ).one_or_none()
    if before is not None:
        if before.content_hash != content:
            raise ConflictingMessageError(inbound.client_msg_id)
        return Accepted(before.seq, duplicate=True, awaits_turn=before.turn == "pending")
    button = _find_button(session, conversation_id, inbound.button) if inbound.button else None
    seq = allot_seq(session, conversation_id, now)
    attach(session, conversation_id, seq, inbound.attachments, "customer")
    conversation = session.get(ConversationRow, conversation_id, populate_existing=True)
    if conversation is None:
        raise UnknownConversationError
    banned = conversation.banned_at is not None
    if button is None and not inbound.attachments:
        button = typed_rating(session, conversation, inbound.text)
    score = action_from_json(button["action"]).rating if button and not banned else None
    farewell = score is None and not banned and _takes_leave(conversation, inbound)
    settled = score is not None or farewell
    if not settled and not banned:
        conversation = return_to(session, conversation, now)
    awaits = not settled and not banned and bot_may_speak(Status(conversation.status))
    message = Post(
        "customer",
        inbound.text or (button["label"] if button else ""),
        client_msg_id=inbound.client_msg_id,
        content_hash=content,
        button=button,
        context=inbound.context,
        turn=_turn(awaits=awaits, banned=banned, settled=settled),
        attachments=inbound.attachments,
    )
    post(session, conversation, seq, message, now)
    if score is not None:
        keep_rating(session, conversation_id, score, now)
        thank_for_rating(session, conversation, seq, now)
    elif farewell:
        take_leave(session, conversation, seq, now)
    return Accepted(seq, duplicate=False, awaits_turn=awaits)


def _takes_leave(conversation: ConversationRow, inbound: Inbound) -> bool:
    """Whether this only says thanks or goodbye after the end."""
    over = conversation.status == Status.CLOSED
    plain = inbound.button is None and not inbound.attachments
    return over and plain and is_farewell(inbound.text)


def _turn(*, awaits: bool, banned: bool, settled: bool) -> str:
    if banned:
        return "ignored"
    if awaits:
        return "pending"
    return "answered" if settled else "person"


def _content_hash(inbound: Inbound) -> str:
    content = json.dumps([inbound.text, inbound.button, *inbound.attachments], ensure_ascii=True)
    return hashlib.sha256(content.encode()).hexdigest()


def _find_button(session: Session, conversation_id: str, button: str) -> dict[str, Any]:
    suggested = suggested_button(session, conversation_id, button)
    if suggested is not None:
        return suggested
    seq, _, _ = button.partition(".")
    row = (
        session.exec(
            select(MessageRow).where(
                MessageRow.conversation_id == conversation_id, MessageRow.seq == int(seq)
            )
        ).one_or_none()
        if seq.isascii() and seq.isdigit() and len(seq) < 10
        else None
    )
    for each in row.buttons if row else ():
        if each["id"] == button:
            return each
    raise UnknownButtonError(button)
