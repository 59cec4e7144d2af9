"""The key ``recommendations``: whether anything is suggested, and what is kept for it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.settings.strict import Strict


class RecommendationSettings(Strict):
    """``keep_days`` is how long what a customer did is kept, of those who allowed it.

    ``model`` is the directory of a trained ranking, seen from the home; without one, texts and
    counts decide by fixed weights.
    """

    enabled: bool = True
    keep_days: Annotated[int, Field(ge=1, le=3650)] = 180
    model: Annotated[str, Field(min_length=1, pattern=r"^[^\x00]+$")] | None = None
