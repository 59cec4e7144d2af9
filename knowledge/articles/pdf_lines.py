"""The lines of a PDF's page, in the order in which they are written, with its tables in place."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from knowledge.articles.pdf_grids import grids_of
from knowledge.articles.pdf_rules import DRAWS, DrawnRules, Point
from knowledge.articles.pdf_tables import Piece, RuledTable, with_tables

APART: Final = 1.3
"""Times the usual gap between lines, from which on a new paragraph begins."""
_SHOWS: Final = frozenset({b"Tj", b"TJ", b"'", b'"'})
_FAR: Final = 1_500
"""Thousandths of the letters' size: the gap between two words is some 300."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and the size of its letters in points; nought where it is empty.

    A table stands as one line, whose text is empty. Heights are counted upwards.
    """

    text: str
    size: float
    height: float | None = None
    table: RuledTable | None = None


class PageLines:
    """Gathers a page's lines; pypdf calls ``visit`` for each piece of text.

    ``enter`` is called before each operator of the page and ``follow`` after it. Where the text of
    a form that the page includes stands is not told, so it is never taken for a table's.
    """

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._height: float | None = None
        self._rules = DrawnRules()
        self._shown: list[Point] = []
        self._parted = False
        self._forms = 0

    def enter(self, operator: bytes, *_: Any) -> None:
        """Note that what follows may be a form's."""
        if operator == b"Do":
            self._forms += 1

    def follow(
        self, operator: bytes, operands: Any, cm: Sequence[float], tm: Sequence[float]
    ) -> None:
        """Keep what rules are drawn, and where letters are shown."""
        if operator == b"Do":
            self._forms -= 1
        elif self._forms:
            return
        elif operator in _SHOWS:
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            self._shown.append((x, tm[4] * cm[1] + tm[5] * cm[3] + cm[5]))
            self._parted = self._parted or (operator == b"TJ" and _parts(operands))
        elif operator in DRAWS:
            self._rules.draw(operator, operands, cm)

    def visit(self, text: str, cm: Sequence[float], tm: Sequence[float], _: Any, size: Any) -> None:
        """Keep a piece; its size is the font's under both matrices.

        Where the font changes with the line, pypdf tells of no new line; the height does.
        """
        shown, self._shown = tuple(self._shown), []
        parted, self._parted = self._parted, False
        if not text.strip():
            self._pieces.append(Piece(text, 0.0, None))
            self._height = None if "\n" in text else self._height
            return
        points = round(float(size or 0) * math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3]), 1)
        height = tm[5] * cm[3] + cm[5]
        if self._height is not None and abs(height - self._height) > points / 2:
            self._pieces.append(Piece("\n", 0.0, None))
        self._pieces.append(Piece(text, points, height, shown, parted=parted))
        self._height = height if "\n" not in text else None

    def lines(self) -> Iterator[Line]:
        """The page's lines in order, with an empty one between paragraphs that stand apart."""
        grids = list(grids_of(self._rules.level, self._rules.upright))
        placed = list(_placed_lines(with_tables(self._pieces, grids)))
        usual = _usual_gap(placed)
        before: Piece | None = None
        for line in placed:
            if line.table is not None:
                yield from (Line("", 0.0), Line("", line.size, None, line.table), Line("", 0.0))
                before = None
                continue
            if before and _gap(before, line) > usual * APART:
                yield Line("", 0.0)
            yield Line(line.text, line.size, line.height)
            before = line if line.text else None


def _parts(operands: Any) -> bool:
    """Whether letters are moved far on between those that are shown in one go."""
    between = operands[0][1:-1] if operands and isinstance(operands[0], list) else []
    return any(isinstance(each, int | float) and each <= -_FAR for each in between)


def _placed_lines(pieces: Sequence[Piece]) -> Iterator[Piece]:
    text, size, height = "", 0.0, None
    for piece in pieces:
        if piece.table is not None:
            yield Piece(text.strip(), size, height)
            yield piece
            text, size, height = "", 0.0, None
            continue
        first, *further = piece.text.split("\n")
        if first.strip():
            size, height = max(size, piece.size), piece.height if height is None else height
        text += first
        for each in further:
            yield Piece(text.strip(), size, height)
            text, size, height = each, piece.size if each.strip() else 0.0, None
    yield Piece(text.strip(), size, height)


def _gap(above: Piece, below: Piece) -> float:
    """How far the lines stand apart; nought where nobody knows, and upwards to the next column."""
    if above.height is None or below.height is None:
        return 0.0
    return above.height - below.height


def _usual_gap(lines: Sequence[Piece]) -> float:
    """The gap between most lines of a page, the smaller of two; endless where none is known."""
    gaps = Counter(round(_gap(above, below), 1) for above, below in pairwise(lines))
    known = {gap: count for gap, count in gaps.items() if gap > 0}
    return min(known, key=lambda gap: (-known[gap], gap), default=math.inf)
