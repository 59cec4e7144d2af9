"""BM25 over a handful of passages in memory, with the whole collection's statistics.

The parameters are tantivy's, so that these scores compare with those of the index on disk
(Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

K1 = 1.2
B = 0.75
_DECISIVE_SHARE = 0.95


def rarity(documents: int, frequency: int) -> float:
    """The inverse document frequency of a term that ``frequency`` of ``documents`` hold."""
    return math.log1p((documents - frequency + 0.5) / (frequency + 0.5))


def highest_score(rarities: Mapping[str, float]) -> float:
    """The score that no passage can exceed for a query of these terms."""
    return (K1 + 1.0) * sum(rarities.values())


def decisive(rarities: Mapping[str, float]) -> dict[str, float]:
    """The rarest terms, which together weigh 95% of all.

    The others stand in so many passages that they order nothing, and in a large collection reading
    where they stand takes most of the time of a search.
    """
    kept: dict[str, float] = {}
    enough = _DECISIVE_SHARE * sum(rarities.values())
    for term, weight in sorted(rarities.items(), key=lambda item: -item[1]):
        if kept and sum(kept.values()) >= enough:
            break
        kept[term] = weight
    return kept


class MemoryBm25:
    """Scores of the passages of a delta."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        self.lengths = [len(terms) for terms in documents]
        self._postings: dict[str, list[tuple[int, int]]] = {}
        for row, terms in enumerate(documents):
            for term, count in Counter(terms).items():
                self._postings.setdefault(term, []).append((row, count))

    def __len__(self) -> int:
        """How many passages there are."""
        return len(self.lengths)

    def frequency(self, term: str) -> int:
        """How many passages hold the term."""
        return len(self._postings.get(term, ()))

    def scores(self, rarities: Mapping[str, float], average_length: float) -> NDArray[np.float64]:
        """The score of every passage for a query given as its terms and their rarities."""
        scores = np.zeros(len(self.lengths))
        for term, weight in rarities.items():
            for row, count in self._postings.get(term, ()):
                length = self.lengths[row] / max(average_length, 1.0)
                scores[row] += weight * count * (K1 + 1.0) / (count + K1 * (1.0 - B + B * length))
        return scores
