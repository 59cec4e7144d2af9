"""What every part of ``frontdesk.yaml`` has in common: a key that nobody knows is refused."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

PriorityName = Literal["low", "normal", "high", "urgent"]


class Strict(BaseModel):
    """A part of the file, checked once and never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)
