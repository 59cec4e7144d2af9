"""The key ``retraining``: whether and when the bot learns anew by itself."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from bot.learning.schedule import Schedule
from bot.settings.strict import Strict


def _word(value: Any) -> Any:
    """YAML takes a bare ``off`` for a no."""
    return "off" if value is False else value


def _clock(value: Any) -> Any:
    """YAML takes a bare ``13:30`` for 810, minutes written to the base of sixty."""
    if isinstance(value, bool | int | float):
        if isinstance(value, bool) or not 0 <= value < 24 * 60:
            raise ValueError("write a time of the day such as 03:00")
        return time(*divmod(int(value), 60))
    return value


class RetrainingSettings(Strict):
    """``every`` day, or week on Mondays, at the time ``at`` where the team is; never where off.

    It trains once ``least_new`` examples are new, and puts a model that passes into service where
    ``promote`` says so; else it waits for a person.
    """

    every: Annotated[Literal["day", "week", "off"], BeforeValidator(_word)] = "off"
    at: Annotated[time, BeforeValidator(_clock)] = time(3)
    promote: bool = False
    least_new: Annotated[int, Field(ge=1)] = 20


def schedule_of(settings: RetrainingSettings, time_zone: str) -> Schedule | None:
    """When it is due; None where never."""
    if settings.every == "off":
        return None
    return Schedule(settings.every == "week", settings.at.replace(tzinfo=None), time_zone)
