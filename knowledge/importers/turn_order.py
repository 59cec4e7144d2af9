"""Turns in the order in which they were said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from knowledge.records import Turn

_BEGINNING = datetime.min.replace(tzinfo=UTC)


def in_order(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns by time; one without a time stays behind the one that it followed."""
    latest = _BEGINNING
    placed = []
    for turn in turns:
        latest = turn.time or latest
        placed.append((latest, turn))
    return tuple(turn for _, turn in sorted(placed, key=lambda pair: pair[0]))
