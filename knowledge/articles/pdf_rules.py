"""The straight rules that a page of a PDF draws, level and upright, in points from its corner.

A rule is a line that is stroked, or a filled shape that is too thin to be a background. Curves,
slanting lines and what only clips are passed over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

THICKEST: Final = 3.0
"""Points, up to which a filled shape is a rule."""
MOST: Final = 10_000
"""Corners of shapes; a page that draws more is a drawing, and none of its rules count."""
_PAINTS: Final[Mapping[bytes, tuple[bool, bool]]] = {
    **dict.fromkeys((b"S", b"s"), (True, False)),
    **dict.fromkeys((b"f", b"F", b"f*"), (False, True)),
    **dict.fromkeys((b"B", b"B*", b"b", b"b*"), (True, True)),
    b"n": (False, False),
}
"""Whether an operator strokes what was outlined, and whether it fills it."""
_OUTLINES: Final = frozenset({b"re", b"m", b"l", b"h", b"c", b"v", b"y"})
DRAWS: Final = _OUTLINES | _PAINTS.keys()
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A level one at a height, from left to right, or an upright one, from the bottom up."""

    at: float
    start: float
    end: float


class DrawnRules:
    """Gathers the rules of a page; ``draw`` is called for each operator in ``DRAWS``."""

    def __init__(self) -> None:
        self._level: list[Rule] = []
        self._upright: list[Rule] = []
        self._shapes: list[list[Point]] = []
        self._corners = 0

    @property
    def level(self) -> Sequence[Rule]:
        """The level rules; none where the page draws too much."""
        return self._level if self._corners <= MOST else ()

    @property
    def upright(self) -> Sequence[Rule]:
        """The upright rules; none where the page draws too much."""
        return self._upright if self._corners <= MOST else ()

    def draw(self, operator: bytes, operands: Sequence[Any], cm: Sequence[float]) -> None:
        """Follow one operator, whose numbers count under the matrix ``cm``."""
        if self._corners > MOST:
            return
        if operator in _PAINTS:
            self._paint(*_PAINTS[operator])
            return
        try:
            self._outline(operator, [float(number) for number in operands], cm)
        except (TypeError, ValueError):  # operators without their numbers draw nothing
            self._shapes.clear()

    def _outline(self, operator: bytes, numbers: Sequence[float], cm: Sequence[float]) -> None:
        self._corners += 1
        if operator == b"re":
            left, bottom, width, height = numbers
            right, top = left + width, bottom + height
            corners = ((left, bottom), (right, bottom), (right, top), (left, top), (left, bottom))
            self._shapes.append([_moved(x, y, cm) for x, y in corners])
        elif operator == b"m":
            x, y = numbers
            self._shapes.append([_moved(x, y, cm)])
        elif self._shapes and self._shapes[-1]:
            shape = self._shapes[-1]
            if operator == b"l":
                x, y = numbers
                shape.append(_moved(x, y, cm))
            elif operator == b"h":
                shape.append(shape[0])
            else:
                shape.clear()

    def _paint(self, strokes: bool, fills: bool) -> None:
        for shape in filter(None, self._shapes):
            if fills:
                self._keep_thin(shape)
            if strokes:
                for here, there in pairwise(shape):
                    self._keep(here, there)
        self._shapes.clear()

    def _keep_thin(self, shape: Sequence[Point]) -> None:
        across, up = [x for x, _ in shape], [y for _, y in shape]
        left, right, bottom, top = min(across), max(across), min(up), max(up)
        if top - bottom <= THICKEST:
            self._keep((left, (bottom + top) / 2), (right, (bottom + top) / 2))
        elif right - left <= THICKEST:
            self._keep(((left + right) / 2, bottom), ((left + right) / 2, top))

    def _keep(self, here: Point, there: Point) -> None:
        (x, y), (to_x, to_y) = here, there
        if abs(y - to_y) < 0.5 < abs(x - to_x):
            self._level.append(Rule((y + to_y) / 2, min(x, to_x), max(x, to_x)))
        elif abs(x - to_x) < 0.5 < abs(y - to_y):
            self._upright.append(Rule((x + to_x) / 2, min(y, to_y), max(y, to_y)))


def _moved(x: float, y: float, cm: Sequence[float]) -> Point:
    return x * cm[0] + y * cm[2] + cm[4], x * cm[1] + y * cm[3] + cm[5]
