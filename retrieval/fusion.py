"""How much the words of a query count beside its meaning.

A passage scores its cosine plus ``weight`` × (lexical share) ** ``power``; the first few also get
``sentence_weight`` × the cosine of their nearest sentence. The lexical share is a passage's
BM25 score divided by the highest that any passage could reach for the query. So words decide where
a passage holds most of the query's rare terms (a code, a product's name), and count for little
where even the best passage holds few of them. Dividing by the query's best score instead, or
fusing ranks, loses exactly that, and makes questions in everyday words worse.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Fusion:
    """Chosen on several collections; the package's README has the figures."""

    weight: float = 0.4
    power: float = 0.75
    sentence_weight: float = 0.4

    def scores(
        self, similarities: NDArray[np.float64], shares: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """The scores of passages from their cosines and their lexical shares in [0, 1]."""
        return similarities + self.weight * shares**self.power

    def to_json(self) -> dict[str, float]:
        """For the index's manifest."""
        return asdict(self)
