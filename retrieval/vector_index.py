"""Nearest passages by cosine: exact while there are few, an HNSW graph (usearch) beyond.

Vectors are stored in a byte a component and memory-mapped, those of a graph in the graph alone.
Similarities handed out are always computed from them, so that the graph decides only which passages
are looked at.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from retrieval.byte_vectors import as_bytes, as_units, cosines

if TYPE_CHECKING:
    from usearch.index import Index

EXACT_BELOW = 5_000
_VECTORS = "vectors.npy"
_GRAPH = "vectors.usearch"


def graph_type() -> type[Index]:
    """usearch's index, loaded after onnxruntime where that is installed.

    Loaded in the other order the two crash the process (usearch 2.26 and onnxruntime 1.32).
    """
    with suppress(ImportError):
        import onnxruntime  # noqa: F401
    from usearch.index import Index

    return Index


def search_width(passages: int) -> int:
    """How many nodes a search keeps in view (HNSW's ef), so that it finds its way among many."""
    return 128 if passages <= 200_000 else 256


def write_vectors(directory: Path, vectors: NDArray[np.int8], exact_below: int) -> None:
    """Writes the file that a ``VectorIndex`` opens: directions (n, d), from ``exact_below`` on in a
    graph whose keys are the rows."""
    if len(vectors) < exact_below:
        np.save(directory / _VECTORS, vectors)
        return
    graph = graph_type()(ndim=vectors.shape[1], metric="cos", dtype="i8")
    graph.add(np.arange(len(vectors), dtype=np.uint64), vectors)
    graph.save(str(directory / _GRAPH))


class VectorIndex:
    """Searches what ``write_vectors`` wrote; raises ``ValueError`` where it is damaged.

    Indexes from before hold float16 vectors, and beside a graph of other components too.
    """

    def __init__(self, directory: Path) -> None:
        self._stored: NDArray[Any] | None = None
        self._graph: Index | None = None
        self._exact: NDArray[np.float32] | None = None
        self._lock = Lock()
        if (directory / _VECTORS).exists():
            self._stored = map_array(directory / _VECTORS)
        if (directory / _GRAPH).exists():
            self._graph = graph_type().restore(str(directory / _GRAPH), view=True)
            if self._graph is None or len(self._graph) != len(self):
                raise ValueError(f"{_GRAPH} cannot be read, or lacks vectors")
            self._graph.expansion_search = search_width(len(self))  # type: ignore[misc]
        elif self._stored is not None:
            self._exact = as_units(self._stored)
        else:
            raise ValueError("it has no vectors")

    def __len__(self) -> int:
        """How many passages there are."""
        if self._stored is not None:
            return len(self._stored)
        return 0 if self._graph is None else len(self._graph)

    def nearest(self, vector: NDArray[np.float32], limit: int) -> NDArray[np.int64]:
        """Rows of the nearest passages, roughly nearest first."""
        limit = min(limit, len(self))
        if limit == 0:
            return np.zeros(0, dtype=np.int64)
        if self._exact is not None:
            similarities = self._exact @ vector
            return np.argpartition(-similarities, limit - 1)[:limit].astype(np.int64)
        assert self._graph is not None
        asked = as_bytes(vector) if self._stored is None else vector
        with self._lock:
            return np.asarray(self._graph.search(asked, limit, threads=1).keys, dtype=np.int64)

    def similarities(
        self, vector: NDArray[np.float32], rows: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """Cosines of the vector with these rows."""
        if self._exact is not None:
            return np.asarray(self._exact[rows] @ vector, dtype=np.float64)
        if self._stored is not None:
            return cosines(self._stored[rows], vector)
        assert self._graph is not None
        if not len(rows):
            return np.zeros(0)
        with self._lock:
            found = self._graph.get(rows.astype(np.uint64))
        return cosines(np.asarray(found), vector)


def map_array(path: Path) -> NDArray[Any]:
    """As a plain array: slicing numpy's own kind of mapped ones takes many times as long."""
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
