"""The key ``hours``: when the team is there."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

from bot.dialog import OpeningHours
from bot.dialog.hours import MIDNIGHT
from bot.settings.strict import Strict

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class HoursSettings(Strict):
    """Opening hours: ``week`` maps a day's name to spans such as ``09:00-17:30``.

    A night is two spans: one up to 24:00, and one from 00:00 on the next day.
    """

    time_zone: str = "UTC"
    week: dict[str, tuple[str, ...]] = {}
    holidays: tuple[date, ...] = ()


def hours_of(settings: HoursSettings) -> OpeningHours:
    """The opening hours as they are reckoned with.

    Raises:
        ValueError: a time zone, a day or a span that there is not.
    """
    _check_zone(settings.time_zone)
    week: dict[int, tuple[tuple[time, time], ...]] = {}
    for day, spans in settings.week.items():
        if day.lower() not in DAYS:
            raise ValueError(f"hours.week: {day!r} is no day; use {', '.join(DAYS)}")
        if DAYS.index(day.lower()) in week:
            raise ValueError(f"hours.week: {day!r} stands there twice; write its spans as one list")
        week[DAYS.index(day.lower())] = tuple(_span(day, each) for each in spans)
    return OpeningHours(settings.time_zone, week, frozenset(settings.holidays))


def _check_zone(name: str) -> None:
    if name == "UTC":
        return
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(
            f"hours.time_zone: {name!r} is no time zone; use one such as Europe/Amsterdam"
        ) from None


def _span(day: str, span: str) -> tuple[time, time]:
    start, dash, end = span.partition("-")
    try:
        opens = time.fromisoformat(start.strip())
        closes = MIDNIGHT if end.strip() == "24:00" else time.fromisoformat(end.strip())
        if not dash or opens.tzinfo or closes.tzinfo or opens >= closes:
            raise ValueError
        return opens, closes
    except ValueError:
        raise ValueError(f"hours.week.{day}: {span!r} is no span such as 09:00-17:30") from None
