"""Grids that the rules of a page make: rows, columns, and which of their cells are one.

Nothing is known here of text, so a chart's lines and a calendar are grids alike.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import neg
from typing import Final

from knowledge.articles.pdf_rules import Rule

NEAR: Final = 3.0
"""Points, within which two rules are one: cells may each have a frame of their own."""
MOST_RULES: Final = 500
MOST_CELLS: Final = 10_000
Cell = tuple[int, int]
"""Row and column, from the top left."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where columns begin and end, from the left; rows, from the top; the first cell of each."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    first_of: Mapping[Cell, Cell]
    """For each cell, the first of those that no rule divides from it."""

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.down) - 1

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.across) - 1

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The first of the cells that are one at this place; nothing outside."""
        column = bisect_right(self.across, x) - 1
        row = bisect_right(self.down, -y, key=neg) - 1
        return self.first_of.get((row, column))


def grids_of(level: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[Grid]:
    """The grids of two rows and two columns at least, that no other stands in."""
    level, upright = _joined(level), _joined(upright)
    if not level or not upright or len(level) + len(upright) > MOST_RULES:
        return
    grids = [grid for group in _groups(level, upright) if (grid := _grid(*group))]
    for grid in grids:
        if not any(_surrounds(grid, other) for other in grids if other is not grid):
            yield grid


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Rules in one line that touch are one."""
    lines: list[tuple[float, list[Rule]]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if not lines or rule.at - lines[-1][0] > NEAR:
            lines.append((rule.at, []))
        lines[-1][1].append(rule)
    return [rule for _, parts in lines for rule in _joined_in_line(parts)]


def _joined_in_line(parts: Sequence[Rule]) -> list[Rule]:
    at = sum(part.at for part in parts) / len(parts)
    found: list[Rule] = []
    for part in sorted(parts, key=lambda part: part.start):
        if found and part.start <= found[-1].end + NEAR:
            found[-1] = Rule(at, found[-1].start, max(found[-1].end, part.end))
        else:
            found.append(Rule(at, part.start, part.end))
    return found


def _groups(
    level: Sequence[Rule], upright: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The rules that touch each other, directly or by others."""
    touching: dict[int, list[int]] = defaultdict(list)
    for number, rule in enumerate(level):
        for other, standing in enumerate(upright, len(level)):
            if _touch(rule, standing):
                touching[number].append(other)
                touching[other].append(number)
    left = set(touching)
    while left:
        waiting, group = [left.pop()], set[int]()
        while waiting:
            number = waiting.pop()
            group.add(number)
            waiting += [each for each in touching[number] if each in left]
            left.difference_update(touching[number])
        lying = [level[number] for number in sorted(group) if number < len(level)]
        standing_ones = [upright[n - len(level)] for n in sorted(group) if n >= len(level)]
        yield lying, standing_ones


def _touch(level: Rule, upright: Rule) -> bool:
    return (
        level.start - NEAR <= upright.at <= level.end + NEAR
        and upright.start - NEAR <= level.at <= upright.end + NEAR
    )


def _grid(level: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    """A table may be open at its sides, so the ends of rules count as rules, too."""
    across = _places(upright, level)
    down = _places(level, upright)[::-1]
    rows, columns = len(down) - 1, len(across) - 1
    if rows < 2 or columns < 2 or rows * columns > MOST_CELLS:
        return None
    first_of = _first_of(across, down, _by_place(upright), _by_place(level))
    if first_of is None or not _oblong(first_of):
        return None
    lower = [row for row in range(rows) if not row or _differs(first_of, columns, row)]
    return Grid(
        tuple(across),
        (*(down[row] for row in lower), down[-1]),
        {
            (to, column): first_of[row, column]
            for to, row in enumerate(lower)
            for column in range(columns)
        },
    )


def _differs(first_of: Mapping[Cell, Cell], columns: int, row: int) -> bool:
    """Whether anything divides a row from the one above; what underlines a word does not."""
    return any(first_of[row, column] != first_of[row - 1, column] for column in range(columns))


def _first_of(
    across: Sequence[float],
    down: Sequence[float],
    walls: Mapping[float, Sequence[Rule]],
    floors: Mapping[float, Sequence[Rule]],
) -> dict[Cell, Cell] | None:
    """For each cell the first of its part; nothing where two parts meet in a cell."""
    first_of: dict[Cell, Cell] = {}
    for row, (top, bottom) in enumerate(pairwise(down)):
        for column, (left, right) in enumerate(pairwise(across)):
            beside, above = first_of.get((row, column - 1)), first_of.get((row - 1, column))
            if beside and _divided(walls[left], bottom, top):
                beside = None
            if above and _divided(floors[top], left, right):
                above = None
            if beside and above and beside != above:
                return None
            first_of[row, column] = beside or above or (row, column)
    return first_of


def _places(rules: Sequence[Rule], crossing: Sequence[Rule]) -> list[float]:
    ends = (min(rule.start for rule in crossing), max(rule.end for rule in crossing))
    places = sorted({rule.at for rule in rules})
    return [
        *([ends[0]] if ends[0] < places[0] - 2 * NEAR else []),
        *places,
        *([ends[1]] if ends[1] > places[-1] + 2 * NEAR else []),
    ]


def _by_place(rules: Sequence[Rule]) -> Mapping[float, Sequence[Rule]]:
    found: dict[float, list[Rule]] = defaultdict(list)
    for rule in rules:
        found[rule.at].append(rule)
    return found


def _divided(rules: Sequence[Rule], start: float, end: float) -> bool:
    return any(rule.start <= start + NEAR and rule.end >= end - NEAR for rule in rules)


def _oblong(first_of: Mapping[Cell, Cell]) -> bool:
    """Whether all cells that are one make a rectangle."""
    parts: dict[Cell, list[Cell]] = defaultdict(list)
    for cell, first in first_of.items():
        parts[first].append(cell)
    return all(
        len(cells)
        == (max(row for row, _ in cells) - first[0] + 1)
        * (max(column for _, column in cells) - first[1] + 1)
        for first, cells in parts.items()
    )


def _surrounds(outer: Grid, inner: Grid) -> bool:
    return (
        outer.across[0] < inner.across[-1]
        and inner.across[0] < outer.across[-1]
        and outer.down[-1] < inner.down[0]
        and inner.down[-1] < outer.down[0]
        and outer.across[-1] - outer.across[0] >= inner.across[-1] - inner.across[0]
    )
