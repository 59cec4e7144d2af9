"""Files of conversations. Their bytes lie in the home, under the name that is their hash."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from bot.store.columns import UtcDateTime


class AttachmentRow(SQLModel, table=True):
    """A file of one conversation; ``seq`` is the message that it came with, once it was sent.

    ``state`` is stored, expected (the channel still has the bytes, ``source`` is its name for
    them) or failed, with ``problem`` as the reason. ``author`` is customer, agent
    or bot.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        Index("ix_attachment_conversation", "conversation_id", "seq"),
        Index("ix_attachment_expected", "state", "try_after"),
    )

    id: str = Field(primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id")
    seq: int | None = None
    author: str
    name: str
    media_type: str
    size: int
    sha256: str | None = Field(default=None, index=True)
    state: str
    problem: str | None = None
    source: str | None = None
    attempts: int = 0
    try_after: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
