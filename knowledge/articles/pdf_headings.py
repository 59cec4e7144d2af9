"""Which lines of a PDF are headings: a PDF says how large each line is, and not what it is.

A line that stands larger than the text around it, is short, and ends no sentence, is one. Headings
that are only bold, or only stand apart, are not told from text.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

LARGER: Final = 1.12
"""Times the size of the text, from which on a line is a heading; superscripts stay below."""
APART: Final = 1.3
"""Times the usual gap between lines, from which on a new paragraph begins."""
LONGEST: Final = 120
LEVELS: Final = 3
_EMPTY_LINES: Final = re.compile(r"\n{3,}")
_ENDS_SENTENCE: Final = tuple(".,;:!。，；：！")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and the size of its letters in points; nought where it is empty."""

    text: str
    size: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """What pypdf hands out at once: perhaps several lines, the first at ``height``."""

    text: str
    size: float
    height: float | None


class PageLines:
    """Gathers a page's lines; ``visit`` is handed to pypdf, which calls it for each piece."""

    def __init__(self) -> None:
        self._pieces: list[_Piece] = []
        self._height: float | None = None

    def visit(self, text: str, cm: Sequence[float], tm: Sequence[float], _: Any, size: Any) -> None:
        """Keep a piece; its size is the font's under both matrices.

        Where the font changes with the line, pypdf tells of no new line; the height does.
        """
        if not text.strip():
            self._pieces.append(_Piece(text, 0.0, None))
            self._height = None if "\n" in text else self._height
            return
        shown = round(float(size or 0) * math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3]), 1)
        height = tm[5] * cm[3] + cm[5]
        if self._height is not None and abs(height - self._height) > shown / 2:
            self._pieces.append(_Piece("\n", 0.0, None))
        self._pieces.append(_Piece(text, shown, height))
        self._height = height if "\n" not in text else None

    def lines(self) -> Iterator[Line]:
        """The page's lines in order, with an empty one between paragraphs that stand apart."""
        placed = list(self._placed_lines())
        usual = _usual_gap(placed)
        before: _Piece | None = None
        for line in placed:
            if before and _gap(before, line) > usual * APART:
                yield Line("", 0.0)
            yield Line(line.text, line.size)
            before = line if line.text else None

    def _placed_lines(self) -> Iterator[_Piece]:
        text, size, height = "", 0.0, None
        for piece in self._pieces:
            first, *further = piece.text.split("\n")
            if first.strip():
                size, height = max(size, piece.size), piece.height if height is None else height
            text += first
            for each in further:
                yield _Piece(text.strip(), size, height)
                text, size, height = each, piece.size if each.strip() else 0.0, None
        yield _Piece(text.strip(), size, height)


def _gap(above: _Piece, below: _Piece) -> float:
    """How far the lines stand apart; nought where nobody knows, and upwards to the next column."""
    if above.height is None or below.height is None:
        return 0.0
    return above.height - below.height


def _usual_gap(lines: Sequence[_Piece]) -> float:
    """The gap between most lines of a page, the smaller of two; endless where none is known."""
    gaps = Counter(round(_gap(above, below), 1) for above, below in pairwise(lines))
    known = {gap: count for gap, count in gaps.items() if gap > 0}
    return min(known, key=lambda gap: (-known[gap], gap), default=math.inf)


def markdown_of_lines(lines: Iterable[Line]) -> str:
    """The lines as Markdown: headings between empty lines, the largest above the smaller ones."""
    lines = list(lines)
    levels = _levels(lines)
    found: list[str] = []
    before: float | None = None
    for line in lines:
        level = levels.get(line.size) if _may_be_heading(line) else None
        if level is None:
            found.append(line.text)
        elif before == line.size:
            found[-2] += f" {line.text}"
        else:
            found += ["", f"{'#' * level} {line.text}", ""]
        before = line.size if level is not None else None
    return _EMPTY_LINES.sub("\n\n", "\n".join(found))


def _levels(lines: Sequence[Line]) -> dict[float, int]:
    """The level of each size that is larger than the size of most of the text."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    usual = max(letters, key=lambda size: letters[size], default=0.0)
    larger = {line.size for line in lines if _may_be_heading(line) and line.size > usual * LARGER}
    return {
        size: min(number, LEVELS) for number, size in enumerate(sorted(larger, reverse=True), 1)
    }


def _may_be_heading(line: Line) -> bool:
    return (
        0 < len(line.text) <= LONGEST
        and not line.text.endswith(_ENDS_SENTENCE)
        and any(map(str.isalpha, line.text))
    )
