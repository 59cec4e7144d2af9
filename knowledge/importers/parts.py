"""The parts of one conversation, each once and in the order in which they were said.

Exports list them newest first, or as they were changed, and repeat some where pages overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.importers.turn_order import by_time, oldest_first
from knowledge.records import Turn


@dataclass(frozen=True, slots=True)
class Part:
    """A turn, and what the export calls it; ``None`` where it has no id."""

    turn: Turn
    id: str | None = None


def turns_in_order(parts: Iterable[Part]) -> tuple[Turn, ...]:
    """The turns by time; one without a time stays behind the one that stood before it."""
    return tuple(part.turn for part in by_time(_each_once(parts), lambda part: part.turn.time))


def listed_oldest_first(parts: Iterable[Part]) -> list[Part]:
    """The parts of one list, turned round where it has the latest first."""
    return oldest_first(parts, lambda part: part.turn.time)


def _each_once(parts: Iterable[Part]) -> Iterator[Part]:
    seen: set[str] = set()
    for part in parts:
        if part.id is None or part.id not in seen:
            yield part
        if part.id is not None:
            seen.add(part.id)
