"""Conversations, their messages, what happened to them, and what customers thought of them.

A conversation numbers its messages (``seq``), ``epoch`` rises with every change of owner, and a
customer's message is stored once under the key its sender chose.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.store.columns import UtcDateTime


class ConversationRow(SQLModel, table=True):
    """One conversation.

    ``channel_ref`` is the channel's own name for it (a Telegram chat). ``customer_key`` names the
    person across conversations, where the channel or a signed identity tells who it is;
    ``signed_in_until`` is for how long that signature vouches for them.
    ``agent_id`` holds the conversation, ``assignee_id`` is meant to take it from the queue, since
    ``assigned_at``. ``looked_at`` and ``timed_out_at`` say, of the present wait in the queue, when
    somebody at the desk first looked and when it had taken too long; ``reminded_at`` is when the
    desk was last told that the customer is silent. The customer has read up to ``read_seq`` and
    got agents' replies up to ``mailed_seq`` by e-mail. ``origin`` is what the link said that began
    it; ``unreachable`` why nothing can be delivered; a customer with ``banned_at`` is heard and
    answered by nobody.
    """

    __tablename__ = "conversation"
    __table_args__ = (
        UniqueConstraint("channel", "channel_ref"),
        Index("ix_conversation_inbox", "status", "updated_at"),
        Index("ix_conversation_agent_wrote", "agent_wrote_at"),
    )

    id: str = Field(primary_key=True)
    channel: str
    channel_ref: str | None = None
    token_hash: str | None = Field(default=None, index=True)
    token_used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    customer: str | None = None
    customer_key: str | None = Field(default=None, index=True)
    customer_email: str | None = None
    signed_in: bool = False
    signed_in_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    language: str | None = None
    status: str = "automated"
    agent_id: str | None = Field(default=None, index=True)
    assignee_id: str | None = Field(default=None, index=True)
    epoch: int = 1
    next_seq: int = 1
    dialog: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    handoff_reason: str | None = None
    queue: str = ""
    priority: int = 0
    waiting_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    snoozed_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    customer_wrote_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    agent_wrote_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    read_seq: int = 0
    assigned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    looked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    timed_out_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reminded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    mailed_seq: int = 0
    origin: str | None = None
    unreachable: str | None = None
    banned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class ConversationTokenRow(SQLModel, table=True):
    """A further token that opens a conversation, beside the one that it began with."""

    __tablename__ = "conversation_token"

    token_hash: str = Field(primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    used_at: datetime = Field(sa_type=UtcDateTime)


class MessageRow(SQLModel, table=True):
    """One message.

    ``author`` is customer, bot, agent or system; customers never see a note or a draft. ``turn``
    says whether a customer's message still waits for the bot's turn: it is pending, answered,
    person, held (many came at once) or ignored (from somebody banned). ``context`` is what the
    words refer to: a quoted or an edited message, files.
    """

    __tablename__ = "message"
    __table_args__ = (
        UniqueConstraint("conversation_id", "seq"),
        UniqueConstraint("conversation_id", "client_msg_id"),
        Index("ix_message_pending", "turn", "conversation_id"),
        Index("ix_message_author_sent", "author", "sent_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id")
    seq: int
    author: str
    author_id: str | None = None
    name: str | None = None
    text: str
    client_msg_id: str | None = None
    content_hash: str | None = None
    button: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    buttons: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    sources: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    reply_to: list[int] = Field(default_factory=list, sa_type=JSON)
    reasons: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    context: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    turn: str | None = None
    attachments: list[str] = Field(default_factory=list, sa_type=JSON)
    sent_at: datetime = Field(sa_type=UtcDateTime)


class EventRow(SQLModel, table=True):
    """Something that happened to a conversation: taken over, given back, closed, rated."""

    __tablename__ = "conversation_event"
    __table_args__ = (
        Index("ix_conversation_event_conversation", "conversation_id", "kind", "at"),
        Index("ix_conversation_event_kind", "kind", "at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id")
    kind: str
    data: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    at: datetime = Field(sa_type=UtcDateTime)


class MentionRow(SQLModel, table=True):
    """Somebody whom a note names; ``seen_at`` is when they opened the conversation after it."""

    __tablename__ = "mention"
    __table_args__ = (Index("ix_mention_user", "user_id", "seen_at"),)

    conversation_id: str = Field(primary_key=True, foreign_key="conversation.id")
    seq: int = Field(primary_key=True)
    user_id: str = Field(primary_key=True, foreign_key="desk_user.id")
    at: datetime = Field(sa_type=UtcDateTime)
    seen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class FeedbackRow(SQLModel, table=True):
    """Thumbs on one bot reply; the last one given counts."""

    __tablename__ = "feedback"

    conversation_id: str = Field(primary_key=True, foreign_key="conversation.id")
    seq: int = Field(primary_key=True)
    helpful: bool
    at: datetime = Field(sa_type=UtcDateTime)


class RatingRow(SQLModel, table=True):
    """A customer's rating of one conversation, 1 to 5: the last one given. All are events, too."""

    __tablename__ = "rating"

    conversation_id: str = Field(primary_key=True, foreign_key="conversation.id")
    score: int
    comment: str | None = None
    at: datetime = Field(sa_type=UtcDateTime)
