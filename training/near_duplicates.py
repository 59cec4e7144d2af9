"""Texts that say nearly the same: under one intent they teach little, under two they disagree.

Near means near in the vectors and alike in letters: an encoder that cannot read a script gives
different texts the same vector.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz

from nlu.head import Vector

NEAR = 0.95
ALIKE_IN_LETTERS = 70
_ROWS_AT_ONCE = 1024


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """Two rows, the first before the second, and the cosine of their vectors."""

    row: int
    other: int
    cosine: float


def find_near_duplicates(texts: Sequence[str], vectors: Vector) -> tuple[NearDuplicate, ...]:
    """Near duplicates among ``texts``, nearest first; ``vectors`` (n, d) are L2-normalised.

    Time grows with n squared (a second for 10,000 texts), memory does not.
    """
    found = [
        each
        for each in _near(vectors)
        if fuzz.ratio(texts[each.row].casefold(), texts[each.other].casefold()) >= ALIKE_IN_LETTERS
    ]
    return tuple(sorted(found, key=lambda each: (-each.cosine, each.row, each.other)))


def _near(vectors: Vector) -> Iterator[NearDuplicate]:
    for start in range(0, len(vectors), _ROWS_AT_ONCE):
        cosines = vectors[start : start + _ROWS_AT_ONCE] @ vectors.T
        for row, other in np.argwhere(cosines >= NEAR):
            if start + row < other:
                cosine = min(1.0, float(cosines[row, other]))
                yield NearDuplicate(int(start + row), int(other), cosine)
