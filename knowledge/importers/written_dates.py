"""The times in a table's cells, also those that say only to their country which day they mean.

``03/04/2026 14:05`` is a day in March here and in April there. The order of day and month is
inferred over the whole table, and ``dates=month-first`` says it. Where nothing tells, such times
are left out; but what was said first is known wherever both ways of reading agree on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final, TypeVar

from knowledge.importers.date_order import DateOrder, OrderSearch, Stamp
from knowledge.importers.turn_order import by_time, oldest_first
from knowledge.times import parse_time

T = TypeVar("T")
_WRITTEN: Final = re.compile(
    r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)"
    r"(?:,?[ T]\s*(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:\.\d+)?)?(?:\s?([ap])\.?\s?m\.?)?)?",
    re.IGNORECASE,
)
_BOTH: Final = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)


class WrittenDates:
    """The times of a table: all are noted first, then read. ``order`` is what people said."""

    def __init__(self, order: str | None = None) -> None:
        self._search = OrderSearch()
        self._noted = False
        self._said = DateOrder(order) if order else None

    def note(self, cell: str) -> None:
        """Take a cell into account."""
        stamp = None if parse_time(cell) else _stamp(cell)
        if stamp is not None:
            self._search.note(stamp)
            self._noted = True

    def doubt(self) -> str | None:
        """What to tell people, where nothing in the table says the order."""
        if not self._noted or self._order() is not None:
            return None
        return (
            "nothing tells the order of day and month, so times are left out "
            "(--columns dates=day-first or dates=month-first says it)"
        )

    def time_of(self, cell: str) -> datetime | None:
        """The moment that a cell means; ``None`` where that is not known."""
        return _read(cell, self._order())

    def in_order(self, rows: Sequence[T], cell_of: Callable[[T], str]) -> list[T]:
        """The rows by time, as far as their cells tell it."""
        order = self._order()
        if order is not None or not self._noted:
            return _by_time(rows, lambda row: _read(cell_of(row), order))
        one, other = (
            _by_time(rows, lambda row, way=way: _read(cell_of(row), way))  # type: ignore[misc]
            for way in _BOTH
        )
        same = all(first is second for first, second in zip(one, other, strict=True))
        return one if same else list(rows)

    def _order(self) -> DateOrder | None:
        if self._said is not None:
            return self._said
        found = self._search.found()
        return found.order if found.certain else None


def _by_time(rows: Sequence[T], time_of: Callable[[T], datetime | None]) -> list[T]:
    return by_time(oldest_first(rows, time_of), time_of)


def _read(cell: str, order: DateOrder | None) -> datetime | None:
    time = parse_time(cell)
    if time is not None or order is None:
        return time
    stamp = _stamp(cell)
    return stamp.moment(order) if stamp else None


def _stamp(cell: str) -> Stamp | None:
    match = _WRITTEN.fullmatch(" ".join(cell.split()))
    if match is None:
        return None
    first, second, third = (int(each) for each in match.groups()[:3])
    hour, minute, sec = (int(each or 0) for each in match.groups()[3:6])
    half = (match[7] or "").casefold()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    usual = DateOrder.MONTH_FIRST if half else DateOrder.DAY_FIRST
    return Stamp(first, second, third, hour, minute, sec, usual)
