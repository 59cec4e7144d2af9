"""Dates whose order of day, month and year only the program knew that wrote them.

The order is inferred over the whole file: from what cannot be a month or a day, then from time
that must not run backwards, then from which part changes most. Where nothing tells, the form does:
the month comes first in the American one (``1/2/24, 3:04 PM``), the year where the half of the day
stands before the hour (``24/1/2 下午3:04``), else the day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

_FIRST_YEAR: Final = 2009
"""WhatsApp is no older, and hardly an export of a help desk."""
_BUDDHIST: Final = 543
_MUCH_LONGER: Final = 4
_DATES_TO_COMPARE: Final = 3


class DateOrder(StrEnum):
    """Which part of a date comes first; as in ``--columns dates=month-first``."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    YEAR_FIRST = "year-first"


class Stamp(NamedTuple):
    """A date's three numbers as they stand, and the time of day; ``usual`` is its form's order."""

    first: int
    second: int
    third: int
    hour: int
    minute: int
    sec: int = 0
    usual: DateOrder = DateOrder.DAY_FIRST

    def moment(self, order: DateOrder) -> datetime | None:
        """The moment that is meant, the clock taken for UTC; ``None`` if there is none."""
        day = self.day(order)
        if day is None or self.hour > 23 or self.minute > 59 or self.sec > 59:
            return None
        clock = timedelta(hours=self.hour, minutes=self.minute, seconds=self.sec)
        return datetime(day.year, day.month, day.day, tzinfo=UTC) + clock

    def day(self, order: DateOrder) -> date | None:
        """The date in that order; ``None`` if there is none."""
        match order:
            case DateOrder.DAY_FIRST:
                day, month, year = self.first, self.second, self.third
            case DateOrder.MONTH_FIRST:
                month, day, year = self.first, self.second, self.third
            case DateOrder.YEAR_FIRST:
                year, month, day = self.first, self.second, self.third
        year = _full_year(year)
        try:
            return date(year, month, day) if year >= _FIRST_YEAR else None
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class FoundOrder:
    """The order of a file's dates. ``certain`` is false where nothing in the file tells.

    ``impossible`` counts dates that are none even so.
    """

    order: DateOrder
    certain: bool
    impossible: int


class OrderSearch:
    """Finds the order from every date of a file, in a few numbers of memory."""

    def __init__(self) -> None:
        self._trials = {order: _Trial() for order in DateOrder}
        self._dates = 0
        self._usual = DateOrder.DAY_FIRST
        self._last: tuple[int, int, int] | None = None

    def note(self, stamp: Stamp) -> bool:
        """Take one date into account; whether it differs from the one before."""
        numbers = (stamp.first, stamp.second, stamp.third)
        if numbers == self._last:
            return False
        self._last = numbers
        self._dates += 1
        self._usual = stamp.usual
        for order, trial in self._trials.items():
            trial.note(stamp.day(order))
        return True

    def found(self) -> FoundOrder:
        """The likeliest order of the dates so far."""
        costs = {order: trial.cost for order, trial in self._trials.items()}
        left = [order for order in DateOrder if costs[order] == min(costs.values())]
        certain = len(left) == 1
        if not certain and self._dates >= _DATES_TO_COMPARE:
            left.sort(key=lambda order: self._trials[order].span)
            shortest, next_one = (self._trials[order].span for order in left[:2])
            certain = shortest * _MUCH_LONGER <= next_one
        if not certain and self._usual is not DateOrder.YEAR_FIRST:
            # Short years come first in few countries: 30.12.21 is in 2021, not in 2030.
            left = [order for order in left if order is not DateOrder.YEAR_FIRST]
            certain = len(left) == 1
        chosen = self._usual if self._usual in left and not certain else left[0]
        return FoundOrder(chosen, certain, self._trials[chosen].impossible)


@dataclass(slots=True)
class _Trial:
    """How well the dates fit one order."""

    impossible: int = 0
    backwards: int = 0
    first: date | None = None
    last: date | None = None

    def note(self, day: date | None) -> None:
        if day is None:
            self.impossible += 1
            return
        self.first = self.first or day
        if self.last is not None and day < self.last - timedelta(days=1):
            self.backwards += 1
        self.last = day

    @property
    def cost(self) -> tuple[int, int]:
        return self.impossible, self.backwards

    @property
    def span(self) -> int:
        return abs((self.last - self.first).days) if self.first and self.last else 0


def _full_year(year: int) -> int:
    if year < 100:
        return year + (2000 if year <= 50 else 2500 - _BUDDHIST)
    return year - _BUDDHIST if year > 2400 else year
