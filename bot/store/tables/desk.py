"""Who works at the desk, where they are signed in, and what they changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from bot.store.columns import UtcDateTime


class UserRow(SQLModel, table=True):
    """Somebody who signs in at the desk.

    ``queues`` are those whose conversations they take, all where it is empty; ``capacity`` is how
    many they take at once. ``seen_at`` is when their desk was last open, ``assigned_at`` when they
    were last asked to take one. Whoever has ``deactivated_at`` does nothing any more; the row stays
    for what they did.
    """

    __tablename__ = "desk_user"

    id: str = Field(primary_key=True)
    email: str = Field(unique=True)
    name: str
    role: str
    password_hash: str
    queues: list[str] = Field(default_factory=list, sa_type=JSON)
    capacity: int = 5
    available: bool = True
    seen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    assigned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    telegram_user_id: str | None = Field(default=None, unique=True, index=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    deactivated_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class DeskSessionRow(SQLModel, table=True):
    """A signed-in browser; only the hash of its cookie is kept."""

    __tablename__ = "desk_session"

    token_hash: str = Field(primary_key=True)
    user_id: str = Field(foreign_key="desk_user.id")
    csrf: str
    expires_at: datetime = Field(sa_type=UtcDateTime)


class AuditRow(SQLModel, table=True):
    """What somebody changed about people or settings, from what to what; never rewritten.

    ``user_id`` is None where it was done on the machine itself. ``name`` is theirs at the time,
    ``subject`` whom or which part it was about.
    """

    __tablename__ = "audit"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    user_id: str | None = None
    name: str
    act: str
    subject: str
    before: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    after: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
