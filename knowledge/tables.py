"""A table as rows of text under named columns, whatever kind of file it stands in.

The header need not be the first row: titles, dates of export and ``sep=;`` may stand above it, and
it may take two rows where groups of columns have a name of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from knowledge.skipped import OnSkip, SkippedRecord

Row = tuple[str, list[str]]
"""Where a row stands ("line 12", "row 12"), and its cells."""
Suits = Callable[[Sequence[str]], bool]
"""Whether a row may be the header that somebody looks for."""
ROWS_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns, each once; ``rows`` counts the rows down to the last of it."""

    columns: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Table:
    """An open table: its header, and its rows, to be read once.

    ``read`` gives the rows below the header as they stand; it is told how many cells a row needs
    at least, and reports damage.
    """

    label: str
    columns: tuple[str, ...]
    read: Callable[[int, OnSkip], Iterator[Row]]

    def rows(
        self, on_skip: OnSkip, needed: int | None = None
    ) -> Iterator[tuple[str, Mapping[str, str]]]:
        """Position and cells by column of each row; blank rows are passed over.

        A row with too many cells is reported, and so is one with fewer than ``needed`` (all, if
        not said); the cells that it lacks are empty.
        """
        width = len(self.columns)
        needed = width if needed is None else needed
        for position, cells in self.read(needed, on_skip):
            if fits(cells, needed, width):
                yield position, dict(zip_longest(self.columns, cells[:width], fillvalue=""))
            elif any(cell.strip() for cell in cells):
                reason = f"has {len(cells)} cells, but the header has {width}"
                on_skip(SkippedRecord(self.label, position, reason))


def fits(cells: Sequence[str], needed: int, width: int) -> bool:
    """Whether a row with these cells can stand under a header of ``width`` columns."""
    if len(cells) <= width:
        return len(cells) >= needed and any(cell.strip() for cell in cells)
    return any(cell.strip() for cell in cells) and not any(c.strip() for c in cells[width:])


def is_any_row(cells: Sequence[str]) -> bool:
    """For those who take the first row that holds something as the header."""
    return any(cells)


def find_header(rows: Sequence[Sequence[str]], suits: Suits) -> Header | None:
    """The first row that suits, or the first two that do together."""
    for number, row in enumerate(rows, 1):
        columns = _named(row)
        if suits(columns):
            return Header(columns, number)
    for number, (above, below) in enumerate(pairwise(rows), 2):
        columns = _named(_joined(above, below))
        if suits(columns):
            return Header(columns, number)
    return None


def likely_header(rows: Sequence[Sequence[str]]) -> Header:
    """The first of the fullest rows, to tell people what was found where no header suits."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    if not any(filled):
        return Header((), len(rows))
    number = filled.index(max(filled))
    return Header(_named(rows[number]), number + 1)


def _joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """A group's name stands over the first of its columns only."""
    group = ""
    names = []
    for upper, lower in zip_longest(above, below, fillvalue=""):
        group = upper.strip() or group
        names.append(f"{group} {lower.strip()}".strip())
    return names


def _named(row: Sequence[str]) -> tuple[str, ...]:
    """The names without empty ones at the end; a second column of a name is numbered."""
    names = [" ".join(cell.split()) for cell in row]
    while names and not names[-1]:
        names.pop()
    seen: Counter[str] = Counter()
    unique = []
    for name in names:
        seen[name] += 1
        unique.append(name if seen[name] == 1 else f"{name} ({seen[name]})".strip())
    return tuple(unique)
