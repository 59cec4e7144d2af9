"""What the team says: templates with every version they had and every time that they were said."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from bot.store.columns import UtcDateTime


class TemplateRow(SQLModel, table=True):
    """The current version of an answer template; ``content`` is its whole record.

    ``evidence`` says where a drafted one comes from; ``held_back`` why it cannot be accepted in
    bulk.
    """

    __tablename__ = "template"

    id: str = Field(primary_key=True)
    title: str
    state: str = Field(index=True)
    version: int
    content: dict[str, Any] = Field(sa_type=JSON)
    evidence: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    held_back: str | None = None
    updated_at: datetime = Field(sa_type=UtcDateTime)
    updated_by: str | None = None


class TemplateVersionRow(SQLModel, table=True):
    """Every version that a template ever had."""

    __tablename__ = "template_version"

    template_id: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    content: dict[str, Any] = Field(sa_type=JSON)
    saved_at: datetime = Field(sa_type=UtcDateTime)
    saved_by: str | None = None


class TemplateSayingRow(SQLModel, table=True):
    """One time that a template was said: by the bot, or by an agent who took its words, perhaps
    ``edited``. ``seq`` is the message."""

    __tablename__ = "template_saying"
    __table_args__ = (Index("ix_template_saying_template", "template_id", "at"),)

    conversation_id: str = Field(primary_key=True, foreign_key="conversation.id")
    seq: int = Field(primary_key=True)
    template_id: str = Field(primary_key=True)
    version: int | None = None
    by: str
    edited: bool = False
    at: datetime = Field(sa_type=UtcDateTime)


class TemplateFileRow(SQLModel, table=True):
    """A file that goes with templates; ``kept`` once a saved version names it."""

    __tablename__ = "template_file"

    sha256: str = Field(primary_key=True)
    name: str
    media_type: str
    size: int
    kept: bool = False
    created_at: datetime = Field(sa_type=UtcDateTime)
