"""What the clock brings about: promises that run, what was settled, who must be told, waits.

Which moments are due is reckoned from these rows by readers that know the opening hours.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from bot.store.columns import UtcDateTime


class ServiceClockRow(SQLModel, table=True):
    """One promise that runs: until a person answers, or until the matter is settled.

    ``pauses`` are [from, to] in ISO 8601, the last one open while the clock stands still. What
    ``due_at`` and ``took_seconds`` (open time) are is reckoned from them; ``reckoned_at`` is None
    while that has to be done (again). ``stopped_by``: reply, closed, released.
    """

    __tablename__ = "service_clock"
    __table_args__ = (Index("ix_service_clock_due", "stopped_at", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    kind: str
    queue: str = ""
    started_at: datetime = Field(sa_type=UtcDateTime)
    pauses: list[list[str | None]] = Field(default_factory=list, sa_type=JSON)
    target_seconds: float | None = None
    warn_from: datetime | None = Field(default=None, sa_type=UtcDateTime)
    due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reckoned_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)
    warned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    broken_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    stopped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    stopped_by: str | None = None
    took_seconds: float | None = None


class ResolutionRow(SQLModel, table=True):
    """A conversation that was settled, by bot or person. Reopening makes it undone; what nobody
    reopened for long enough is durable."""

    __tablename__ = "resolution"
    __table_args__ = (Index("ix_resolution_open", "durable_at", "undone_at", "resolved_at"),)

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    resolved_by: str
    agent_id: str | None = None
    resolved_at: datetime = Field(sa_type=UtcDateTime)
    undone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    durable_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class NoticeRow(SQLModel, table=True):
    """Something that people should be told, once for each ``key``; ``delivered_at`` when it was.

    Not all of it is about a conversation.
    """

    __tablename__ = "notice"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    kind: str
    conversation_id: str | None = Field(default=None, foreign_key="conversation.id", index=True)
    data: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    created_at: datetime = Field(sa_type=UtcDateTime)
    delivered_at: datetime | None = Field(default=None, index=True, sa_type=UtcDateTime)


class QueuePaceRow(SQLModel, table=True):
    """How long people in a queue lately waited, and how many agents are there; no row while the
    team is away or too little is known."""

    __tablename__ = "queue_pace"

    queue: str = Field(primary_key=True)
    median_seconds: float
    agents: int
