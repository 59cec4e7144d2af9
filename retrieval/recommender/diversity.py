"""Lists that do not say the same thing twice: maximal marginal relevance.

Carbonell and Goldstein, 1998: each next item is relevant, and unlike those already chosen.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from retrieval.recommender.behaviour import Numbers, Vectors

RELEVANCE = 0.8


def diversified(
    scores: NDArray[np.float64], vectors: Vectors, count: int, relevance: float = RELEVANCE
) -> Numbers:
    """The places of ``count`` items in the order to show them.

    ``scores`` (n,) are brought to [0, 1]; ``vectors`` (n, d) are of unit length, or zeros where
    nothing is known of a text. ``relevance`` in [0, 1] is how much the score counts against
    likeness.
    """
    spread = float(np.ptp(scores)) if len(scores) else 0.0
    worth = (scores - scores.min()) / spread if spread > 0 else np.ones(len(scores))
    likeness, left = np.zeros(len(scores)), np.ones(len(scores), dtype=bool)
    chosen: list[int] = []
    for _ in range(min(count, len(scores))):
        marginal = np.where(left, relevance * worth - (1 - relevance) * likeness, -np.inf)
        best = int(np.argmax(marginal))
        chosen.append(best)
        left[best] = False
        likeness = np.maximum(likeness, vectors @ vectors[best])
    return np.array(chosen, dtype=np.int64)
