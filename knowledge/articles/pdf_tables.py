"""Which grids of a PDF's page are tables, and what stands in their cells.

A grid is a table where most of its cells hold text, in two rows and two columns at least. A page
border, a chart, a frame around a paragraph are none. Where a piece of text reaches over cells, or
seems to, so that nobody knows what stands in which, its table stays lines.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from knowledge.articles.pdf_grids import NEAR, Cell, Grid
from knowledge.articles.pdf_rules import Point
from knowledge.articles.table_rows import markdown_rows

BROKEN_WORD: Final = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_A-Z])")
_WIDE: Final = r"[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BROKEN_SCRIPT: Final = re.compile(rf"(?<={_WIDE})\n(?={_WIDE})")
"""Chinese and Japanese have no spaces, so a new line in a cell stands for none."""
_MOST_HEADER_ROWS: Final = 3
_LONG_GAP: Final = re.compile(r"(?<=\S)[^\S\n]{3,}(?=\S)")
_NARROW: Final = 0.4
"""Times its size, how wide a letter is at least, on the average of a text in a narrow font."""


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table's rows, all of one length, and where its columns begin and end.

    Cells that are merged hold the same text; one as wide as the table holds it once. ``top`` and
    ``bottom`` are heights on its page.
    """

    columns: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str
    top: float
    bottom: float

    @property
    def letters(self) -> int:
        """How many letters its cells hold."""
        return sum(len(cell) for row in self.rows for cell in row)

    def goes_on_as(self, other: RuledTable) -> bool:
        """Whether the next page's table may be the rest of this one."""
        return (
            other.title in ("", self.title)
            and len(self.columns) == len(other.columns)
            and all(
                abs(mine - its) <= NEAR
                for mine, its in zip(self.columns, other.columns, strict=True)
            )
        )

    def with_rest(self, rest: RuledTable) -> RuledTable:
        """Both as one; a header that is said again is left out."""
        rows = rest.rows[1:] if rest.rows[0] == self.rows[0] else rest.rows
        return replace(self, rows=self.rows + rows, bottom=rest.bottom)

    def markdown(self) -> str:
        """Its title, if any, over its rows; rows and columns without any text are left out."""
        used = [number for number, column in enumerate(zip(*self.rows, strict=True)) if any(column)]
        rows = [[row[number] for number in used] for row in self.rows if any(row)]
        return "\n".join([*([self.title, ""] if self.title else []), *markdown_rows(rows)])


@dataclass(frozen=True, slots=True)
class Piece:
    """What pypdf hands out at once: perhaps several lines, the first at ``height``.

    ``shown`` is where each part of it begins; nothing where nobody knows. ``parted`` says that
    letters of one part stand far from those before. A table is a piece, too.
    """

    text: str
    size: float
    height: float | None
    shown: tuple[Point, ...] = ()
    table: RuledTable | None = None
    parted: bool = False


def with_tables(pieces: Sequence[Piece], grids: Sequence[Grid]) -> Sequence[Piece]:
    """The pieces of a page, with each table in place of what stands in it."""
    if not grids:
        return pieces
    places = [_places_of(piece, grids) for piece in pieces]
    texts = _texts_by_cell(pieces, places)
    unclear = {number for found in places if len(found) > 1 for number, _ in found}
    rows = [{first: row for (row, _), first in grid.first_of.items()} for grid in grids]
    for piece, found in zip(pieces, places, strict=True):
        for number, cell in found:
            if cell is not None:
                row = _row_of(grids[number], rows[number][cell])
                alone = _is_alone(row, cell, texts[number])
                if alone and _may_run_on(piece, grids[number], row, cell):
                    unclear.add(number)
    tables = {
        number: table
        for number, grid in enumerate(grids)
        if number not in unclear and (table := _table(grid, texts[number]))
    }
    return list(_replaced(pieces, places, tables))


Place = tuple[int, Cell | None]
"""The number of a grid and the cell in it; outside all of them, a number below nought."""


def _places_of(piece: Piece, grids: Sequence[Grid]) -> set[Place]:
    """A little above the line that letters stand on, which may lie on a rule."""
    found: set[Place] = set()
    for x, y in piece.shown:
        cells = (
            (number, grid.cell_at(x + 0.5, y + piece.size * 0.3))
            for number, grid in enumerate(grids)
        )
        found.add(next((place for place in cells if place[1] is not None), (-1, None)))
    return found


def _row_of(grid: Grid, row: int) -> list[Cell]:
    return [grid.first_of[row, column] for column in range(grid.columns)]


def _is_alone(row: Sequence[Cell], cell: Cell, texts: Mapping[Cell, str]) -> bool:
    """Whether a row has further cells, and nothing stands in them."""
    others = set(row) - {cell}
    return bool(others) and not any(texts.get(other, "").strip() for other in others)


def _may_run_on(piece: Piece, grid: Grid, row: Sequence[Cell], cell: Cell) -> bool:
    """Whether a piece may hold what belongs into the cells beside its own."""
    last = max(column for column, first in enumerate(row) if first == cell)
    room = grid.across[last + 1] - min(x for x, _ in piece.shown)
    longest = max(map(len, piece.text.split("\n")))
    return (
        piece.parted
        or _LONG_GAP.search(piece.text) is not None
        or longest * piece.size * _NARROW > room
    )


def _texts_by_cell(
    pieces: Sequence[Piece], places: Sequence[set[Place]]
) -> Mapping[int, Mapping[Cell, str]]:
    texts: dict[int, dict[Cell, str]] = defaultdict(lambda: defaultdict(str))
    heights: dict[Place, float | None] = {}
    for piece, found in zip(pieces, places, strict=True):
        for number, cell in found:
            if cell is not None:
                before, heights[number, cell] = heights.get((number, cell)), piece.height
                texts[number][cell] += _break(before, piece) + piece.text
    return texts


def _break(before: float | None, piece: Piece) -> str:
    if before is None or piece.height is None or abs(before - piece.height) <= piece.size / 2:
        return ""
    return "\n"


def _table(grid: Grid, texts: Mapping[Cell, str]) -> RuledTable | None:
    said = {cell: _on_one_line(text) for cell, text in texts.items()}
    if 2 * len(said) <= len(set(grid.first_of.values())):
        return None
    first = _first_row_of_columns(grid)
    depth = _header_rows(grid, first)
    names = (_row(grid, said, row) for row in range(first, first + depth))
    header = tuple(map(_joined, zip(*names, strict=True)))
    rows = (header, *(_row(grid, said, row) for row in range(first + depth, grid.rows)))
    if sum(map(any, rows)) < 2 or sum(map(any, zip(*rows, strict=True))) < 2:
        return None
    title = _joined([said.get(grid.first_of[row, 0], "") for row in range(first)])
    return RuledTable(grid.across, rows, title, grid.down[0], grid.down[-1])


def _on_one_line(text: str) -> str:
    return " ".join(_BROKEN_SCRIPT.sub("", BROKEN_WORD.sub("", text)).split())


def _first_row_of_columns(grid: Grid) -> int:
    """Below the rows at the top that are as wide as the table, which are its title."""
    divided = (row for row in range(grid.rows) if not _is_one_cell(grid, row))
    return next(divided, grid.rows)


def _is_one_cell(grid: Grid, row: int) -> bool:
    return len({grid.first_of[row, column] for column in range(grid.columns)}) == 1


def _row(grid: Grid, said: Mapping[Cell, str], row: int) -> tuple[str, ...]:
    cells = [said.get(grid.first_of[row, column], "") for column in range(grid.columns)]
    if _is_one_cell(grid, row):
        cells[1:] = [""] * (grid.columns - 1)
    return tuple(cells)


def _header_rows(grid: Grid, first: int) -> int:
    """Two or more where the names of groups stand over those of their columns.

    That is seen where a name beside a group's reaches down to the names below the group.
    """
    if first == grid.rows:
        return 0
    names = [grid.first_of[first, column] for column in range(grid.columns)]
    if len(set(names)) == len(names):
        return 1
    depth = max(
        sum(grid.first_of[row, column] == name for row in range(first, grid.rows))
        for column, name in enumerate(names)
    )
    return depth if depth <= _MOST_HEADER_ROWS else 1


def _joined(names: Sequence[str]) -> str:
    return " ".join(name for name in dict.fromkeys(names) if name)


def _replaced(
    pieces: Sequence[Piece], places: Iterable[set[Place]], tables: Mapping[int, RuledTable]
) -> Iterator[Piece]:
    sizes: dict[int, Counter[float]] = defaultdict(Counter)
    placed = [next(iter(found))[0] if found else -1 for found in places]
    for piece, number in zip(pieces, placed, strict=True):
        sizes[number][piece.size] += len(piece.text)
    waiting = dict(tables)
    for piece, number in zip(pieces, placed, strict=True):
        if number not in tables:
            yield piece
        elif table := waiting.pop(number, None):
            yield Piece("", sizes[number].most_common(1)[0][0], None, (), table)
