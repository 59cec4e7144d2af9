"""What Telegram sent, and which conversation is which topic of the team's group."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.store.columns import UtcDateTime


class TelegramUpdateRow(SQLModel, table=True):
    """A Telegram update, stored before it is confirmed, worked off once."""

    __tablename__ = "telegram_update"
    __table_args__ = (Index("ix_telegram_update_open", "handled_at", "update_id"),)

    bot_id: str = Field(primary_key=True)
    update_id: int = Field(primary_key=True)
    payload: dict[str, Any] = Field(sa_type=JSON)
    received_at: datetime = Field(sa_type=UtcDateTime)
    handled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    error: str | None = None


class TelegramTopicRow(SQLModel, table=True):
    """A conversation's topic in the team's Telegram group; ``thread_id`` is None until it is made.

    Messages above ``mirrored_seq`` and events above ``mirrored_event`` are not on their way to it
    yet.
    """

    __tablename__ = "telegram_topic"
    __table_args__ = (UniqueConstraint("desk_chat", "thread_id"),)

    conversation_id: str = Field(primary_key=True, foreign_key="conversation.id")
    desk_chat: str
    thread_id: int | None = None
    title: str
    titled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    mirrored_seq: int = 0
    mirrored_event: int = 0
