"""What is near is found, exactly or by a graph, in indexes of today and of before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from retrieval.byte_vectors import as_bytes
from retrieval.vector_index import VectorIndex, graph_type, write_vectors


def test_loading_the_graph_before_the_encoder_crashes_nothing() -> None:
    """Whichever part of the product loads first."""
    program = "from retrieval.vector_index import graph_type; graph_type(); import onnxruntime"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def _clustered(number: int) -> np.ndarray:
    chance = np.random.default_rng(5)
    centres = chance.standard_normal((number // 20, 64))
    drawn = centres[chance.integers(0, len(centres), number)]
    drawn = drawn + 0.3 * chance.standard_normal((number, 64))
    return (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float32)


def _nearest(vectors: np.ndarray, asked: np.ndarray) -> set[int]:
    return set(np.argsort(-(vectors @ asked))[:10].tolist())


def _asked(index: VectorIndex, vectors: np.ndarray) -> float:
    """The share of the ten nearest of every fiftieth vector that the index finds."""
    shares = []
    for asked in vectors[::50]:
        rows = index.nearest(asked, 50)
        best = rows[np.argsort(-index.similarities(asked, rows))[:10]]
        shares.append(len(_nearest(vectors, asked) & set(best.tolist())) / 10)
    return float(np.mean(shares))


def test_a_graph_alone_finds_and_compares(tmp_path: Path) -> None:
    vectors = _clustered(2_000)
    write_vectors(tmp_path, as_bytes(vectors), exact_below=1_000)
    index = VectorIndex(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["vectors.usearch"]
    assert len(index) == 2_000
    assert _asked(index, vectors) > 0.97
    rows = np.array([3, 1_999])
    assert np.allclose(index.similarities(vectors[3], rows), vectors[rows] @ vectors[3], atol=5e-3)


def test_an_index_from_before_with_a_wider_graph_is_searched_still(tmp_path: Path) -> None:
    vectors = _clustered(2_000)
    np.save(tmp_path / "vectors.npy", vectors.astype(np.float16))
    graph = graph_type()(ndim=64, metric="cos", dtype="bf16")
    graph.add(np.arange(2_000), vectors)
    graph.save(str(tmp_path / "vectors.usearch"))

    assert _asked(VectorIndex(tmp_path), vectors) > 0.97


def test_an_index_from_before_without_a_graph_is_searched_still(tmp_path: Path) -> None:
    vectors = _clustered(200)
    np.save(tmp_path / "vectors.npy", vectors.astype(np.float16))

    assert _asked(VectorIndex(tmp_path), vectors) > 0.97


def test_a_graph_of_other_vectors_is_refused(tmp_path: Path) -> None:
    write_vectors(tmp_path, as_bytes(_clustered(200)), exact_below=10)
    np.save(tmp_path / "vectors.npy", _clustered(100))

    with pytest.raises(ValueError, match=r"vectors\.usearch"):
        VectorIndex(tmp_path)
