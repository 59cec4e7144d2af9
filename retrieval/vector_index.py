"""Nearest passages by cosine: exact while there are few, an HNSW graph (usearch) beyond.

Vectors are stored as float16 and memory-mapped; similarities handed out are always computed from
them, so that the graph decides only which passages are looked at.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from usearch.index import Index

EXACT_BELOW = 5_000
COARSE_FROM = 200_000
"""From so many on the graph holds a byte a component: half the memory, and it only has to find what
is then compared exactly."""
_WIDTH = 128
"""How many nodes a search keeps in view (HNSW's ef)."""
_ADDED_AT_ONCE = 50_000


def graph_type() -> type[Index]:
    """usearch's index, loaded after onnxruntime where that is installed.

    Loaded in the other order the two crash the process (usearch 2.26 and onnxruntime 1.32).
    """
    with suppress(ImportError):
        import onnxruntime  # noqa: F401
    from usearch.index import Index

    return Index


def write_graph(path: Path, vectors: NDArray[np.floating]) -> None:
    """Builds and saves the graph over ``vectors`` (n, d); rows are the keys."""
    kind = "i8" if len(vectors) >= COARSE_FROM else "bf16"
    graph = graph_type()(ndim=vectors.shape[1], metric="cos", dtype=kind)
    for start in range(0, len(vectors), _ADDED_AT_ONCE):
        some = np.asarray(vectors[start : start + _ADDED_AT_ONCE], dtype=np.float32)
        graph.add(np.arange(start, start + len(some), dtype=np.uint64), some)
    graph.save(str(path))


class VectorIndex:
    """Searches ``stored`` (n, d), through the graph at ``graph_path`` where there is one."""

    def __init__(self, stored: NDArray[np.float16], graph_path: Path | None) -> None:
        self._stored = stored
        self._graph: Index | None = None
        self._exact: NDArray[np.float32] | None = None
        self._lock = Lock()
        if graph_path is None:
            self._exact = np.asarray(stored, dtype=np.float32)
        else:
            self._graph = graph_type().restore(str(graph_path), view=True)
            if self._graph is not None:
                self._graph.expansion_search = _WIDTH  # type: ignore[misc]
            if self._graph is None or len(self._graph) != len(stored):
                raise ValueError(f"{graph_path.name} does not hold the {len(stored)} vectors")

    def __len__(self) -> int:
        """How many passages there are."""
        return len(self._stored)

    def nearest(self, vector: NDArray[np.float32], limit: int) -> NDArray[np.int64]:
        """Rows of the nearest passages, roughly nearest first."""
        limit = min(limit, len(self))
        if limit == 0:
            return np.zeros(0, dtype=np.int64)
        if self._exact is not None:
            similarities = self._exact @ vector
            return np.argpartition(-similarities, limit - 1)[:limit].astype(np.int64)
        assert self._graph is not None
        with self._lock:
            return np.asarray(self._graph.search(vector, limit, threads=1).keys, dtype=np.int64)

    def similarities(
        self, vector: NDArray[np.float32], rows: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """Cosines of the vector with these rows."""
        chosen = self._stored[rows].astype(np.float32)
        return np.asarray(chosen @ vector, dtype=np.float64)
