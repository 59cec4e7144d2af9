"""A span of whole days where the team is, cut into days, weeks or months. Pure.

Days begin and end at the team's midnight, so one on which the clock changes has 23 or 25 hours.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

MOST_DAYS_BY_DAY = 31
MOST_DAYS_BY_WEEK = 26 * 7
DAY = timedelta(days=1)


class Step(StrEnum):
    """How long a part of a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class Period:
    """From the first to the last day, both in it, in a time zone."""

    first: date
    last: date
    time_zone: str = "UTC"

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def start(self) -> datetime:
        """When it begins, in UTC."""
        return self._midnight(self.first)

    @property
    def end(self) -> datetime:
        """When the day after it begins, in UTC."""
        return self._midnight(self.last + DAY)

    def before(self) -> Period:
        """As many days right before it."""
        days = timedelta(days=self.days)
        return Period(self.first - days, self.first - DAY, self.time_zone)

    @property
    def step(self) -> Step:
        """Days as long as a chart can show them, then weeks from Monday, then months."""
        if self.days <= MOST_DAYS_BY_DAY:
            return Step.DAY
        return Step.WEEK if self.days <= MOST_DAYS_BY_WEEK else Step.MONTH

    @cached_property
    def buckets(self) -> tuple[date, ...]:
        """The first day of each part; the period's own ends cut the first and the last."""
        return tuple(self._buckets())

    def bucket_of(self, moment: datetime) -> int:
        """The place of the part that ``moment``, which is in the period, belongs to."""
        return bisect_right(self._edges, moment) - 1

    @cached_property
    def _edges(self) -> tuple[datetime, ...]:
        return tuple(self._midnight(day) for day in self.buckets)

    def _buckets(self) -> Iterator[date]:
        day = self.first
        while day <= self.last:
            yield day
            day = self._following(day)

    def _following(self, day: date) -> date:
        match self.step:
            case Step.DAY:
                return day + DAY
            case Step.WEEK:
                return day + timedelta(days=7 - day.weekday())
            case Step.MONTH:
                return (day.replace(day=1) + timedelta(days=32)).replace(day=1)

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), ZoneInfo(self.time_zone)).astimezone(UTC)
