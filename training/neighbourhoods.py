"""How vectors lie among their neighbours: nearest ones, smoothing, and the spectrum of their graph.

Vectors are L2-normalised rows. Everything is exact and without chance: the same rows in the same
order give the same result.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array
from scipy.sparse.linalg import eigsh

Vectors = NDArray[np.float32]

SMOOTHING_ROUNDS = 2
OWN_SHARE = 0.5
DIFFUSION = 3
_ROWS_AT_ONCE = 1024


def normalise(vectors: Vectors) -> Vectors:
    """Rows scaled to length 1; a zero row stays zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)


def nearest(vectors: Vectors, count: int) -> tuple[NDArray[np.int64], Vectors]:
    """Indices and cosines (n, count) of each row's nearest other rows, in blocks."""
    count = min(count, len(vectors) - 1)
    indices = np.empty((len(vectors), count), dtype=np.int64)
    cosines = np.empty((len(vectors), count), dtype=np.float32)
    for start in range(0, len(vectors), _ROWS_AT_ONCE):
        block = vectors[start : start + _ROWS_AT_ONCE] @ vectors.T
        rows = np.arange(len(block))
        block[rows, start + rows] = -np.inf
        found = np.argpartition(-block, count - 1, axis=1)[:, :count]
        indices[start : start + len(block)] = found
        cosines[start : start + len(block)] = block[rows[:, None], found]
    return indices, cosines


def smooth(vectors: Vectors, neighbours: int) -> Vectors:
    """Each vector drawn towards the weighted mean of its nearest neighbours, a few times."""
    indices, cosines = nearest(vectors, neighbours)
    weights = np.maximum(cosines, 0.0)
    weights /= np.maximum(weights.sum(axis=1, keepdims=True), 1e-9)
    result = vectors
    for _ in range(SMOOTHING_ROUNDS):
        around = np.zeros_like(vectors)
        for column in range(indices.shape[1]):
            around += weights[:, column, None] * result[indices[:, column]]
        result = normalise(OWN_SHARE * vectors + (1.0 - OWN_SHARE) * around)
    return result


def spectral_embedding(vectors: Vectors, neighbours: int, dimensions: int) -> Vectors:
    """Rows (n, ``dimensions``) that are near where a random walk among neighbours mixes.

    The leading eigenvectors of the neighbour graph, normalised by degree (Ng, Jordan and Weiss,
    2001), each weighted by what is left of it after some steps of the walk (diffusion maps).
    """
    size = len(vectors)
    indices, cosines = nearest(vectors, neighbours)
    rows = np.repeat(np.arange(size), indices.shape[1])
    graph = csr_array((np.maximum(cosines, 0.0).ravel(), (rows, indices.ravel())), (size, size))
    graph = (graph + graph.T) / 2
    scale = diags_array(1.0 / np.sqrt(np.maximum(graph.sum(axis=1), 1e-9)))
    walk = (scale @ graph @ scale).astype(np.float64)
    values, leading = eigsh(walk, k=dimensions, which="LA", v0=np.ones(size))
    return normalise(leading * np.maximum(values, 0.0) ** DIFFUSION)
