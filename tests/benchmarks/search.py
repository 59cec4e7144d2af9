"""How fast, how exactly and in how much memory passages are searched, over made-up ones.

    python -m tests.benchmarks.search build DIRECTORY PASSAGES
    python -m tests.benchmarks.search measure DIRECTORY [MODEL]

Texts have 40 words, drawn as words of a language are (Zipf); vectors lie in clusters, as those of a
knowledge base do, because vectors drawn evenly are all alike far from each other and no graph finds
its way among them. Queries are twelve such words and a vector near that of a passage. With MODEL, a
trained directory, encoding the words is part of the time, from text in to passages out. Time spent
computing is told too, since on a busy machine the clock measures the others. Use one thread:
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from knowledge import ArticleId, Passage, PassageId
from nlu import Model
from retrieval import EncodedPassage, PassageIndex, PassageSentences, build_passage_index

DIMENSION = 384
WORDS = 40
VOCABULARY = 60_000
IN_AN_ARTICLE = 8
PASSAGES_OF_A_CLUSTER = 40
SPREAD = 0.9
QUERY_WORDS = 12
QUERIES = 1_000
COMPARED = 200
NEIGHBOURS = 10
AT_ONCE = 50_000


def main() -> None:
    """Build an index, or measure one."""
    if sys.argv[1] == "build":
        build(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        model = Model.open(Path(sys.argv[3])) if len(sys.argv) > 3 else None
        measure(Path(sys.argv[2]), model)


def build(directory: Path, number: int) -> None:
    """Write an index of so many passages, and say how long that took without encoding."""
    started = time.perf_counter()
    passages = list(made_up(number))
    made = time.perf_counter()
    build_passage_index(directory, passages, encoder="made-up")
    size = sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())
    print(f"{number:,} passages made in {made - started:.0f} s, indexed in", end=" ")
    print(f"{time.perf_counter() - made:.0f} s; {size / 2**20:,.0f} MiB on disk")


def made_up(number: int) -> Iterator[EncodedPassage]:
    """Passages of one sentence; the n-th is the same in every index."""
    chance = np.random.default_rng(7)
    words = _words(chance)
    vectors = _clustered(number, chance)
    for row in range(number):
        article = f"a{row // IN_AN_ARTICLE:08d}"
        text = " ".join(words[_zipf(chance, WORDS)])
        passage = Passage(PassageId(f"{article}#{row}"), ArticleId(article), "", text, position=row)
        vector = vectors[row]
        whole = np.array([[0, len(text)]], dtype=np.int32)
        yield EncodedPassage(passage, vector, PassageSentences(whole, vector[None]))


def measure(directory: Path, model: Model | None) -> None:
    """Print latency, recall against exact search, and memory."""
    index = PassageIndex.open(directory)
    asked, near = _queries(len(index))
    for text, vector in zip(asked[:50], near[:50], strict=True):
        index.search(text, vector)
    times, computed = [], []
    for text, vector in zip(asked, near, strict=True):
        started, busy = time.perf_counter(), time.thread_time()
        if model is not None:
            model.encode(text)
        index.search(text, vector)
        times.append((time.perf_counter() - started) * 1000)
        computed.append((time.thread_time() - busy) * 1000)
    print(f"{len(index):,} passages, {QUERIES:,} queries of {QUERY_WORDS} words", end="")
    print(", encoding included" if model is not None else "")
    for name, each in (("by the clock", times), ("computing", computed)):
        print(f"{name}: p50 {np.percentile(each, 50):.2f} ms, p99 {np.percentile(each, 99):.2f} ms")
    print(f"memory {_status('VmRSS'):,.0f} MiB, of it {_status('RssAnon'):,.0f} MiB of our own")
    print(f"recall@{NEIGHBOURS} {_recall(index, near[:COMPARED]):.4f} against exact search")


def _queries(number: int) -> tuple[list[str], np.ndarray]:
    """Texts, and vectors (q, d) near those of passages; the passages' own are not kept."""
    words, vectors = _made_up_vectors(number)
    chance = np.random.default_rng(11)
    rows = chance.integers(0, number, QUERIES)
    asked = [" ".join(words[_zipf(chance, QUERY_WORDS)]) for _ in rows]
    return asked, np.stack([_near(vectors[row], chance) for row in rows])


def _made_up_vectors(number: int) -> tuple[np.ndarray, np.ndarray]:
    """The vocabulary, and the vectors of all passages."""
    chance = np.random.default_rng(7)
    return _words(chance), _clustered(number, chance)


def _recall(index: PassageIndex, queries: np.ndarray) -> float:
    """The share of the exactly nearest passages among those found; a text without words leaves
    the order to the vectors."""
    shares = []
    nearest = _nearest(_made_up_vectors(len(index))[1], queries)
    for query, exact in zip(queries, nearest, strict=True):
        found = {hit.passage.position for hit in index.search("?", query, NEIGHBOURS)}
        shares.append(len(found & set(exact.tolist())) / NEIGHBOURS)
    return float(np.mean(shares))


def _nearest(vectors: np.ndarray, queries: np.ndarray) -> np.ndarray:
    """Rows (q, 10) of the nearest vectors by comparing all, a part at a time."""
    best = np.zeros((len(queries), 0), dtype=np.float32)
    rows = np.zeros((len(queries), 0), dtype=np.int64)
    for start in range(0, len(vectors), AT_ONCE):
        scores = queries @ np.asarray(vectors[start : start + AT_ONCE], dtype=np.float32).T
        places = np.broadcast_to(np.arange(scores.shape[1]) + start, scores.shape)
        best, rows = np.hstack([best, scores]), np.hstack([rows, places])
        kept = np.argpartition(-best, NEIGHBOURS - 1, axis=1)[:, :NEIGHBOURS]
        best, rows = np.take_along_axis(best, kept, 1), np.take_along_axis(rows, kept, 1)
    return rows


def _words(chance: np.random.Generator) -> np.ndarray:
    letters = np.array(list("abcdefghijklmnoprstuvwz"))
    return np.array(
        ["".join(chance.choice(letters, chance.integers(3, 10))) for _ in range(VOCABULARY)]
    )


def _zipf(chance: np.random.Generator, number: int) -> np.ndarray:
    """Places of words in the vocabulary, the n-th with a chance of about 1/n."""
    return (np.exp(chance.random(number) * np.log(VOCABULARY)) - 1).astype(np.int64)


def _clustered(number: int, chance: np.random.Generator) -> np.ndarray:
    """Vectors (n, d) around centres, L2-normalised, float16."""
    centres = chance.standard_normal((max(number // PASSAGES_OF_A_CLUSTER, 1), DIMENSION))
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    vectors = np.empty((number, DIMENSION), dtype=np.float16)
    for start in range(0, number, AT_ONCE):
        size = min(AT_ONCE, number - start)
        some = centres[chance.integers(0, len(centres), size)]
        some = some + chance.standard_normal(some.shape) * (SPREAD / np.sqrt(DIMENSION))
        vectors[start : start + size] = some / np.linalg.norm(some, axis=1, keepdims=True)
    return vectors


def _near(vector: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    moved = vector + chance.standard_normal(DIMENSION) * (0.5 / np.sqrt(DIMENSION))
    return np.asarray(moved / np.linalg.norm(moved), dtype=np.float32)


def _status(name: str) -> float:
    """A figure of /proc/self/status in MiB; what is mapped and was looked at counts in VmRSS."""
    found = re.search(rf"{name}:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else float("nan")


if __name__ == "__main__":
    main()
