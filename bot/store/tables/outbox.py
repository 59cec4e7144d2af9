"""What is on its way out through channels that must be pushed to, and by e-mail.

Both are written in the transaction that causes them, and claimed before they are sent.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.store.columns import UtcDateTime


class OutboxRow(SQLModel, table=True):
    """A message on its way out through a channel that must be pushed to.

    ``status``: pending, sending, sent, unknown (in flight when the process ended or the line
    broke), failed, cancelled. ``epoch`` is the one of the conversation when the row was written;
    a bot's row is claimed only while it is still the conversation's.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint(
            "conversation_id", "channel", "seq", "part", name="uq_outbox_message_part"
        ),
        Index("ix_outbox_status", "status", "not_before"),
    )

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id")
    channel: str
    channel_ref: str
    seq: int
    part: int = 0
    author: str
    epoch: int
    payload: dict[str, Any] = Field(sa_type=JSON)
    status: str = "pending"
    attempts: int = 0
    not_before: datetime | None = Field(default=None, sa_type=UtcDateTime)
    external_id: str | None = None
    error: str | None = None
    updated_at: datetime = Field(sa_type=UtcDateTime)


class MailRow(SQLModel, table=True):
    """An e-mail on its way out, written in the transaction that causes it.

    ``status``: pending, sending, sent, unknown (the line broke, or the process ended, while it was
    handed over), failed, cancelled (read meanwhile). ``last_seq`` is the last message it carries.
    """

    __tablename__ = "mail"
    __table_args__ = (Index("ix_mail_status", "status", "not_before"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    kind: str
    to: str
    subject: str
    text: str
    html: str
    conversation_id: str | None = Field(default=None, foreign_key="conversation.id", index=True)
    last_seq: int | None = None
    status: str = "pending"
    attempts: int = 0
    not_before: datetime | None = Field(default=None, sa_type=UtcDateTime)
    error: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)
