"""What the bot may learn from conversations, the retrainings that did, and other long work."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.store.columns import UtcDateTime


class CandidateRow(SQLModel, table=True):
    """A question from live conversations, once for all who asked it in nearly the same words.

    ``text`` is redacted. ``state`` is waiting, accepted or rejected; a person decided on it, or a
    member of the team's own act did.
    """

    __tablename__ = "candidate"

    id: str = Field(primary_key=True)
    text: str
    state: str = Field(default="waiting", index=True)
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_by: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)


class EvidenceRow(SQLModel, table=True):
    """One time that a candidate was asked, and what came of it.

    ``seqs`` are the customer's messages, ``reply_seq`` is what was said to them. ``template_id``
    and ``intent_id`` are what it speaks for, or, where ``against``, what it speaks against.
    ``person`` tells askers apart. ``text`` and ``answer`` are redacted.
    """

    __tablename__ = "evidence"
    __table_args__ = (UniqueConstraint("conversation_id", "seq", "kind"),)

    id: int | None = Field(default=None, primary_key=True)
    candidate_id: str = Field(foreign_key="candidate.id", index=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    seq: int
    seqs: list[int] = Field(default_factory=list, sa_type=JSON)
    reply_seq: int | None = None
    kind: str
    person: str
    text: str
    answer: str | None = None
    template_id: str | None = None
    intent_id: str | None = None
    against: bool = False
    by: str | None = None
    at: datetime = Field(sa_type=UtcDateTime)


class RetrainingRow(SQLModel, table=True):
    """A retraining: who asked for it, how far it is or how it ended, and its report.

    ``state``: asked, running, unneeded, failed, interrupted, refused, passed, promoted. ``due_at``
    is the moment of the schedule that it is for. ``token`` is its lease's.
    """

    __tablename__ = "retraining"
    __table_args__ = (Index("ix_retraining_started", "started_at"),)

    id: str = Field(primary_key=True)
    state: str = Field(index=True)
    started_by: str
    due_at: datetime | None = Field(default=None, unique=True, sa_type=UtcDateTime)
    started_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    token: int | None = None
    stage: str = ""
    done: int = 0
    total: int = 0
    model_id: str | None = None
    problem: str | None = None
    report: dict[str, Any] | None = Field(default=None, sa_type=JSON)


class LearningJobRow(SQLModel, table=True):
    """Long work that somebody began at the desk: an import, a search for intents, a comparison, a
    backtest.

    ``state``: waiting, starting, running, done, failed, interrupted. ``arguments`` say what is to
    be done, ``result`` what came of it; both are of its ``kind``. ``token`` is its lease's.
    """

    __tablename__ = "learning_job"
    __table_args__ = (Index("ix_learning_job_asked", "asked_at"),)

    id: str = Field(primary_key=True)
    kind: str
    state: str = Field(default="waiting", index=True)
    name: str = ""
    arguments: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    asked_by: str
    asked_at: datetime = Field(sa_type=UtcDateTime)
    started_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    token: int | None = None
    stage: str = ""
    done: int = 0
    total: int = 0
    problem: str | None = None
    result: dict[str, Any] | None = Field(default=None, sa_type=JSON)
