"""The parts of one conversation, each once and in the order in which they were said.

Exports list them newest first, or as they were changed, and repeat some where pages overlap.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from knowledge.records import Turn

_BEFORE_ALL: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Part:
    """A turn, and what the export calls it; ``None`` where it has no id."""

    turn: Turn
    id: str | None = None


def turns_in_order(parts: Iterable[Part]) -> tuple[Turn, ...]:
    """The turns by time; one without a time stays behind the one that stood before it."""
    placed: list[tuple[datetime, Turn]] = []
    seen: set[str] = set()
    last = _BEFORE_ALL
    for part in parts:
        if part.id is not None and part.id in seen:
            continue
        if part.id is not None:
            seen.add(part.id)
        last = part.turn.time or last
        placed.append((last, part.turn))
    return tuple(turn for _, turn in sorted(placed, key=lambda place: place[0]))
