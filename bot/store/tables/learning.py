"""What is learned from and what came of it: transcripts, intents, models, releases, vectors."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, LargeBinary
from sqlmodel import Field, SQLModel

from bot.store.columns import UtcDateTime


class TranscriptRow(SQLModel, table=True):
    """An imported conversation, redacted. ``content`` is its record as JSON.

    ``customer`` is the pseudonym of whose conversation it is; None where the export does not say.
    """

    __tablename__ = "transcript"

    key: str = Field(primary_key=True)
    content_hash: str
    content: str
    imported_at: datetime = Field(sa_type=UtcDateTime)
    customer: str | None = Field(default=None, index=True)


class IntentRow(SQLModel, table=True):
    """An intent. ``state`` is draft until somebody accepted it; the id never changes.

    ``named_by`` is who gave it its name; None where learning did.
    """

    __tablename__ = "intent"

    id: str = Field(primary_key=True)
    name: str
    source: str
    state: str = Field(default="draft", index=True)
    size: int = 0
    named_by: str | None = None


class ExampleRow(SQLModel, table=True):
    """A question that belongs to an intent: what the classifier is trained on."""

    __tablename__ = "example"

    id: str = Field(primary_key=True)
    intent_id: str = Field(foreign_key="intent.id", index=True)
    text: str
    source: str
    pair_id: str | None = None


class LabelDecisionRow(SQLModel, table=True):
    """What a person decided that a question is; no intent says that nobody should learn from it.

    A ``stranger`` was under none of those that were accepted when it was asked about; without an
    intent it is of none of them. The decision outlasts what learning proposes anew.
    """

    __tablename__ = "label_decision"

    text_hash: str = Field(primary_key=True)
    text: str
    intent_id: str | None = None
    stranger: bool = False
    decided_at: datetime = Field(sa_type=UtcDateTime)
    decided_by: str | None = None


class MergedIntentRow(SQLModel, table=True):
    """An intent that a person found to be the same as another, which took its examples over."""

    __tablename__ = "merged_intent"

    intent_id: str = Field(primary_key=True)
    into_id: str
    merged_at: datetime = Field(sa_type=UtcDateTime)
    merged_by: str | None = None


class PairRow(SQLModel, table=True):
    """A question and its answer, traced to the transcript that it came from."""

    __tablename__ = "pair"

    id: str = Field(primary_key=True)
    transcript_key: str = Field(index=True)
    intent_id: str | None = Field(default=None, index=True)
    content: dict[str, Any] = Field(sa_type=JSON)


class ModelRow(SQLModel, table=True):
    """A trained model and where its directory lies, relative to the home.

    ``retrain_since`` is when somebody was erased whose messages it may have learned from.
    """

    __tablename__ = "model"

    id: str = Field(primary_key=True)
    directory: str
    metrics: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    created_at: datetime = Field(sa_type=UtcDateTime)
    retrain_since: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ReleaseRow(SQLModel, table=True):
    """What serves: a model and the index made with its encoder. At most one is serving."""

    __tablename__ = "release"

    id: str = Field(primary_key=True)
    model_id: str
    index_directory: str | None = None
    state: str = Field(index=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    promoted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class VectorRow(SQLModel, table=True):
    """The vector of one text under one encoder: float16 bytes."""

    __tablename__ = "vector"

    encoder_id: str = Field(primary_key=True)
    text_hash: str = Field(primary_key=True)
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
