"""Turns in the order in which they were said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import pairwise
from typing import TypeVar

from knowledge.records import Turn

T = TypeVar("T")
_BEGINNING = datetime.min.replace(tzinfo=UTC)


def in_order(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns by time; one without a time stays behind the one that it followed."""
    return tuple(by_time(turns, lambda turn: turn.time))


def by_time(items: Iterable[T], time_of: Callable[[T], datetime | None]) -> list[T]:
    """The items by time. Those of one second stay as they stood; one without a time stays behind
    the one before it. A list that has the latest first is turned round before, by ``oldest_first``,
    for what is told of one message belongs together whichever way the messages stand."""
    latest = _BEGINNING
    placed = []
    for item in items:
        latest = time_of(item) or latest
        placed.append((latest, item))
    return [item for _, item in sorted(placed, key=lambda pair: pair[0])]


def oldest_first(items: Iterable[T], time_of: Callable[[T], datetime | None]) -> list[T]:
    """The items as they stand, turned round where more of them go back in time than on."""
    listed = list(items)
    times = [time for item in listed if (time := time_of(item)) is not None]
    back = sum(later < time for time, later in pairwise(times))
    on = sum(later > time for time, later in pairwise(times))
    return listed[::-1] if back > on else listed
