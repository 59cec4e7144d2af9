"""Mean silhouettes of many nested cuts of one tree, over all vectors, at the price of one.

Distances are summed once towards the finest clusters; coarser ones are sums of these.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.neighbourhoods import Vectors

Labels = NDArray[np.int64]

_ROWS_AT_ONCE = 1024


def mean_silhouettes(vectors: Vectors, cuts: Sequence[Labels]) -> list[float]:
    """The mean silhouette (Rousseeuw, 1987) of each cut, in [-1, 1], by Euclidean distance.

    Cuts are labels (n,) from 0, each coarser than the last of them or equal to it. A vector alone
    in its cluster counts 0, as does a cut into one cluster.
    """
    finest = cuts[-1]
    sums = _sums_to(vectors, finest)
    return [_mean(sums, finest, cut) for cut in cuts]


def _sums_to(vectors: Vectors, labels: Labels) -> Vectors:
    """Summed distances (n, clusters) of each vector to all members of each cluster."""
    members = _membership(labels)
    squares = (vectors**2).sum(axis=1)
    sums = np.empty((len(vectors), members.shape[1]), dtype=np.float32)
    for start in range(0, len(vectors), _ROWS_AT_ONCE):
        part = slice(start, start + _ROWS_AT_ONCE)
        apart = squares[part, None] + squares - 2.0 * vectors[part] @ vectors.T
        sums[part] = np.sqrt(np.maximum(apart, 0.0)) @ members
    return sums


def _mean(sums: Vectors, finest: Labels, cut: Labels) -> float:
    into = np.zeros(sums.shape[1], dtype=np.int64)
    into[finest] = cut
    sizes = np.bincount(cut).astype(np.float32)
    if len(sizes) < 2:
        return 0.0
    totals = sums @ _membership(into, len(sizes))
    rows, own = np.arange(len(cut)), sizes[cut]
    within = totals[rows, cut] / np.maximum(own - 1.0, 1.0)
    others = totals / sizes
    others[rows, cut] = np.inf
    nearest = others.min(axis=1)
    widths = (nearest - within) / np.maximum(np.maximum(within, nearest), 1e-9)
    return float(np.where(own > 1.0, widths, 0.0).mean())


def _membership(labels: Labels, clusters: int | None = None) -> Vectors:
    """Ones (n, clusters) where a row is in a cluster."""
    members = np.zeros((len(labels), clusters or int(labels.max()) + 1), dtype=np.float32)
    members[np.arange(len(labels)), labels] = 1.0
    return members
