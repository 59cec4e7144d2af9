"""What processes share with each other: small facts, and who may do what only one may."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.store.columns import UtcDateTime


class SettingRow(SQLModel, table=True):
    """Small facts that processes share: generations, the trial mark."""

    __tablename__ = "setting"

    key: str = Field(primary_key=True)
    value: str


class LeaseRow(SQLModel, table=True):
    """Who may do something that only one process at a time may do.

    ``token`` rises with every new holder, so that the work of an earlier one can be told.
    """

    __tablename__ = "lease"

    name: str = Field(primary_key=True)
    holder: str
    token: int
    expires_at: datetime = Field(sa_type=UtcDateTime)
