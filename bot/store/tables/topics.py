"""What customers asked about, turn by turn, as far as it was recognised."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from bot.store.columns import UtcDateTime


class TopicRow(SQLModel, table=True):
    """The intent of one of the bot's turns; ``seq`` is its reply. No row where none was likely."""

    __tablename__ = "topic"
    __table_args__ = (Index("ix_topic_at", "at", "conversation_id", "intent"),)

    conversation_id: str = Field(primary_key=True, foreign_key="conversation.id")
    seq: int = Field(primary_key=True)
    intent: str = Field(index=True)
    at: datetime = Field(sa_type=UtcDateTime)
