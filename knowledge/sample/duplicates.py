"""Which texts say nearly the same in nearly the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz, process, utils

NEAR = 90
SHORTER_TO_LONGER = 2 / 3

_ORDER_NUMBER = re.compile(r"\blw[ -]?\d{2}[ -]?\d{5}\b", re.IGNORECASE)


def comparable(text: str) -> str:
    """``text`` without order numbers, case and punctuation."""
    return " ".join(utils.default_process(_ORDER_NUMBER.sub(" ", text)).split())


def near_pairs(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Index pairs whose token-set ratio is at least 90 (of 100).

    That ratio also calls a text the same as a longer one that contains it, so only pairs count of
    which the shorter has at least two thirds of the other's letters.
    """
    ours, theirs = [comparable(text) for text in left], [comparable(text) for text in right]
    if not ours or not theirs:
        return []
    lengths, others = np.array([*map(len, ours)]), np.array([*map(len, theirs)])
    shorter = np.minimum.outer(lengths, others)
    longer = np.maximum.outer(lengths, others)
    scores = process.cdist(ours, theirs, scorer=fuzz.token_set_ratio, score_cutoff=NEAR)
    near = (scores >= NEAR) & (shorter >= SHORTER_TO_LONGER * longer) & (shorter > 0)
    return [(int(row), int(column)) for row, column in np.argwhere(near)]
