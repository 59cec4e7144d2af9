"""Time that counts only while somebody is there: the clocks of a promise stand still at night.

Pure arithmetic over opening hours. The two functions are inverse to each other: the open time
between a moment and what ``add_open_time`` makes of it is the time that was added.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.dialog.hours import OpeningHours

LONGEST_CLOSURE = timedelta(days=366)


def open_time_between(hours: OpeningHours, start: datetime, end: datetime) -> timedelta:
    """How long somebody was there from ``start`` to ``end``; nothing where it is not later."""
    if not hours.week:
        return max(end - start, timedelta())
    total = timedelta()
    for opens, closes in _openings(hours, start):
        if opens >= end:
            break
        total += min(closes, end) - opens
    return total


def add_open_time(hours: OpeningHours, start: datetime, duration: timedelta) -> datetime | None:
    """The first moment by which somebody was there for ``duration`` since ``start``.

    None where nobody is there for a year on end.
    """
    if not hours.week:
        return start + max(duration, timedelta())
    if duration <= timedelta():
        return start
    for opens, closes in _openings(hours, start):
        if closes - opens >= duration:
            return opens + duration
        duration -= closes - opens
    return None


def _openings(hours: OpeningHours, start: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The spans after ``start`` in order, until a whole year has none."""
    day = hours.day_of(start)
    latest = day
    while day - latest <= LONGEST_CLOSURE:
        for opens, closes in hours.open_on(day):
            if closes > start:
                latest = day
                yield max(opens, start), closes
        day += timedelta(days=1)
