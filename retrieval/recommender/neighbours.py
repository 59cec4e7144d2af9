"""Which items go with which, counted over everybody's histories; each item keeps its strongest.

A row is a distribution over the items that go with one, and sums to less than 1 where little was
seen, so that rare pairs do not shout.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.recommender.behaviour import Histories, Numbers

KEPT = 300
DAMPING = 1.0


@dataclass(frozen=True, slots=True)
class Counting:
    """Pairs at most ``window`` actions apart count; each further step apart ``fade`` times less.

    ``both_ways``: whether what came before counts like what came after. By ``cosine`` a pair is
    measured against how often its items occur at all, which takes popularity out of it.
    """

    window: int
    fade: float
    both_ways: bool
    cosine: bool


TOGETHER = Counting(window=50, fade=0.95, both_ways=True, cosine=True)
NEXT = Counting(window=5, fade=0.7, both_ways=False, cosine=False)


class Neighbours:
    """Rows of item numbers with their weights. Immutable."""

    def __init__(self, bounds: Numbers, others: Numbers, weights: NDArray[np.float64]) -> None:
        """Row ``i`` is ``bounds[i]:bounds[i + 1]`` of ``others``, which rise, and ``weights``."""
        self._bounds = bounds
        self._others = others
        self._weights = weights

    @classmethod
    def counted(cls, histories: Histories, items: int, counting: Counting) -> Neighbours:
        """Count the pairs of ``histories`` over a catalogue of so many ``items``."""
        first, second, weight = _pairs(histories, counting)
        if counting.both_ways:
            first, second = np.concatenate([first, second]), np.concatenate([second, first])
            weight = np.concatenate([weight, weight])
        keys, places = np.unique(first * items + second, return_inverse=True)
        sums = np.bincount(places, weights=weight, minlength=len(keys)).astype(np.float64)
        rows, others = keys // max(items, 1), keys % max(items, 1)
        if counting.cosine:
            often = np.sqrt(np.bincount(histories.items, minlength=items).astype(np.float64))
            sums /= often[rows] * often[others]
        return cls._strongest(rows, others, sums, items)

    @classmethod
    def _strongest(
        cls, rows: Numbers, others: Numbers, sums: NDArray[np.float64], items: int
    ) -> Neighbours:
        totals = np.bincount(rows, weights=sums, minlength=items)
        by_weight = np.lexsort((-sums, rows))
        begin = np.searchsorted(rows, np.arange(items + 1))
        rank = np.empty(len(rows), dtype=np.int64)
        rank[by_weight] = np.arange(len(rows)) - begin[rows[by_weight]]
        kept = rank < KEPT
        weights = sums[kept] / (totals[rows[kept]] + DAMPING)
        return cls(np.searchsorted(rows[kept], np.arange(items + 1)), others[kept], weights)

    def votes(self, history: Numbers, fading: NDArray[np.float64]) -> NDArray[np.float64]:
        """What the items of ``history`` speak for (n,), each as loud as ``fading`` says."""
        items = len(self._bounds) - 1
        found = np.zeros(items)
        for item, loudness in zip(history, fading, strict=True):
            row = slice(self._bounds[item], self._bounds[item + 1])
            found[self._others[row]] += loudness * self._weights[row]
        return found

    def weight(self, item: int, other: int) -> float:
        """How much ``item`` speaks for ``other``."""
        row = slice(self._bounds[item], self._bounds[item + 1])
        place = int(np.searchsorted(self._others[row], other))
        there = place < row.stop - row.start and self._others[row][place] == other
        return float(self._weights[row][place]) if there else 0.0


def _pairs(
    histories: Histories, counting: Counting
) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
    """Earlier and later items of each pair, and how much it counts."""
    first, second, weight = [], [], []
    items, people = histories.items, histories.people
    for apart in range(1, counting.window + 1):
        same = people[apart:] == people[:-apart]
        if not counting.both_ways:
            same &= histories.times[apart:] > histories.times[:-apart]
        first.append(items[:-apart][same])
        second.append(items[apart:][same])
        weight.append(np.full(int(same.sum()), counting.fade ** (apart - 1)))
    return np.concatenate(first), np.concatenate(second), np.concatenate(weight)
