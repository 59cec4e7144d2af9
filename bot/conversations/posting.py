"""Puts one message at the end of a conversation, inside a transaction that somebody else opened.

The only place that allots a ``seq``, and the only one that writes the outbox.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import update
from sqlmodel import Session, col

from bot.conversations.errors import UnknownConversationError
from bot.conversations.markdown_parts import split_markdown
from bot.conversations.parts import split_text
from bot.conversations.serialised import buttons_to_json
from bot.conversations.service_clocks import answered
from bot.store.tables import ConversationRow, MessageRow, OutboxRow

PUSHED_CHANNELS = {"telegram": 3_500}
"""Channels that are pushed to, with the longest text that one message of theirs may hold, in
UTF-16 code units.
"""

AWAITING: Final = ("pending", "person")
"""The turns of messages that somebody has to answer: not a rating, and nothing of the banned."""

NOTHING: Final[dict[str, Any]] = {"text": "", "buttons": [], "sources": [], "attachments": []}


@dataclass(frozen=True, slots=True)
class Post:
    """A message about to be stored."""

    author: str
    text: str
    author_id: str | None = None
    name: str | None = None
    client_msg_id: str | None = None
    content_hash: str | None = None
    button: dict[str, Any] | None = None
    buttons: tuple[Any, ...] = ()
    sources: list[dict[str, Any]] = field(default_factory=list)
    reply_to: tuple[int, ...] = ()
    reasons: dict[str, Any] | None = None
    context: dict[str, Any] | None = None
    turn: str | None = None
    attachments: tuple[str, ...] = ()


def allot_seq(session: Session, conversation_id: str, now: datetime) -> int:
    """Take the next number of the conversation; the row stays locked until the transaction ends.

    Raises:
        UnknownConversationError: there is no such conversation.
    """
    statement = (
        update(ConversationRow)
        .where(col(ConversationRow.id) == conversation_id)
        .values(next_seq=ConversationRow.next_seq + 1, updated_at=now)
        .returning(col(ConversationRow.next_seq))
        .execution_options(synchronize_session=False)
    )
    following = session.execute(statement).scalar_one_or_none()
    if following is None:
        raise UnknownConversationError
    return int(following) - 1


def post(
    session: Session, conversation: ConversationRow, seq: int, message: Post, now: datetime
) -> MessageRow:
    """Store ``message`` under ``seq``, and its way out where the channel is pushed to."""
    row = MessageRow(
        conversation_id=conversation.id,
        seq=seq,
        author=message.author,
        author_id=message.author_id,
        name=message.name,
        text=message.text,
        client_msg_id=message.client_msg_id,
        content_hash=message.content_hash,
        button=message.button,
        buttons=buttons_to_json(seq, message.buttons),
        sources=message.sources,
        reply_to=list(message.reply_to),
        reasons=message.reasons,
        context=message.context,
        turn=message.turn,
        attachments=list(message.attachments),
        sent_at=now,
    )
    session.add(row)
    if message.author == "customer" and message.turn in AWAITING:
        conversation.customer_wrote_at = _after(conversation.agent_wrote_at, now)
    if message.author == "agent":
        conversation.agent_wrote_at = _after(conversation.customer_wrote_at, now)
        answered(session, conversation.id, now)
    session.add(conversation)
    if message.author in ("bot", "agent", "system"):
        _enqueue(session, conversation, row, now)
    return row


def _after(other: datetime | None, now: datetime) -> datetime:
    """Now, or just after ``other``: who wrote last stays true when the clock is put back."""
    return now if other is None else max(now, other + timedelta(microseconds=1))


def _enqueue(
    session: Session, conversation: ConversationRow, message: MessageRow, now: datetime
) -> None:
    limit = PUSHED_CHANNELS.get(conversation.channel)
    if limit is None or conversation.channel_ref is None or conversation.banned_at is not None:
        return
    split = split_text if message.author == "system" else split_markdown
    words = split(message.text, limit) if message.text or not message.attachments else []
    payloads = [{**NOTHING, "text": text} for text in words]
    if payloads:
        payloads[-1] |= {"buttons": message.buttons, "sources": message.sources}
    payloads += [{**NOTHING, "attachments": [each]} for each in message.attachments]
    for part, payload in enumerate(payloads):
        session.add(
            OutboxRow(
                conversation_id=conversation.id,
                channel=conversation.channel,
                channel_ref=conversation.channel_ref,
                seq=message.seq,
                part=part,
                author=message.author,
                epoch=conversation.epoch,
                payload={**payload, "name": message.name, "language": conversation.language},
                updated_at=now,
            )
        )
