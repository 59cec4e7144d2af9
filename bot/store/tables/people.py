"""Whose imported conversations are whose, by keyed digests, and their sealed originals."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, LargeBinary
from sqlmodel import Field, SQLModel

from bot.store.columns import UtcDateTime


class IdentityRow(SQLModel, table=True):
    """An identity of a customer of imported conversations, as a keyed digest.

    ``kind`` is email, phone, id or name; only a name has several people. ``source`` is the system
    that an id is valid in.
    """

    __tablename__ = "identity"

    digest: str = Field(primary_key=True)
    person: str = Field(primary_key=True, index=True)
    kind: str
    source: str = ""


class TombstoneRow(SQLModel, table=True):
    """The keyed digest of an identity, or of a conversation's key, that was erased."""

    __tablename__ = "tombstone"

    digest: str = Field(primary_key=True)
    erased_at: datetime = Field(sa_type=UtcDateTime)


class OriginalRow(SQLModel, table=True):
    """An imported conversation as it came, encrypted; only where the operator keeps originals."""

    __tablename__ = "original"

    transcript_key: str = Field(primary_key=True, foreign_key="transcript.key")
    sealed: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
