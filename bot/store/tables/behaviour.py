"""What customers did with suggestions and pages, kept of those alone who allowed it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from bot.store.columns import UtcDateTime


class BehaviourRow(SQLModel, table=True):
    """One act: ``item`` was read, clicked, or skipped (shown and passed by), in a conversation.

    ``person`` is a signed-in customer's key, else ``conversation:ID``.
    """

    __tablename__ = "behaviour"
    __table_args__ = (Index("ix_behaviour_person_at", "person", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    person: str
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    kind: str
    item: str
    at: datetime = Field(sa_type=UtcDateTime, index=True)


class SuggestionChoiceRow(SQLModel, table=True):
    """What a person chose about suggestions: personal or off. Without a row nobody was asked."""

    __tablename__ = "suggestion_choice"

    person: str = Field(primary_key=True)
    choice: str
    at: datetime = Field(sa_type=UtcDateTime)
