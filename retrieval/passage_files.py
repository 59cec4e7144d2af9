"""The files of a passage index: how they are written, checked, and mapped into memory.

A directory is written under another name and renamed when complete, and never touched again.
Nothing here ranks anything.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.records import ArticleId, Passage, PassageId
from retrieval.byte_vectors import as_bytes, as_units, cosines
from retrieval.encoded_passage import (
    EncodedPassage,
    PassageSentences,
    check_vectors,
    searchable_text,
)
from retrieval.errors import DamagedIndexError, IndexExistsError
from retrieval.fusion import Fusion
from retrieval.lexical_index import LexicalIndex, write_lexical_index
from retrieval.manifest import Manifest, read_manifest, write_manifest
from retrieval.terms import terms_of
from retrieval.vector_index import EXACT_BELOW, VectorIndex, map_array, write_vectors

_VERSIONS = "versions.json"
_AT_ONCE = 50_000


def build_passage_index(
    directory: Path,
    passages: Sequence[EncodedPassage],
    *,
    encoder: str,
    versions: Mapping[ArticleId, str] | None = None,
    fusion: Fusion | None = None,
    exact_below: int = EXACT_BELOW,
) -> None:
    """Writes a complete index to ``directory``, which must not exist yet.

    ``encoder`` names what made the vectors (``Model.encoder_id``); only its vectors can search the
    index. ``versions`` says of which state of each article the passages are; the index hands it
    back. Raises ``IndexExistsError``, ``MismatchedVectorsError``.
    """
    if directory.exists():
        raise IndexExistsError(directory)
    dimension = check_vectors(passages)
    building = directory.with_name(f".{directory.name}.building")
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True)
    ordered = sorted(passages, key=lambda item: (item.passage.article, item.passage.position))
    _write_passages(building, [item.passage for item in ordered])
    write_vectors(
        building, _in_bytes([item.vector[None] for item in ordered], dimension), exact_below
    )
    _write_sentences(building, [item.sentences for item in ordered], dimension)
    terms = write_lexical_index(
        building / "lexical", (terms_of(searchable_text(item.passage)) for item in ordered)
    )
    (building / _VERSIONS).write_text(json.dumps(dict(versions or {}), ensure_ascii=False), "utf-8")
    manifest = Manifest(
        encoder=encoder,
        passages=len(ordered),
        dimension=dimension,
        average_terms=terms / max(len(ordered), 1),
        fusion=fusion or Fusion(),
    )
    write_manifest(building, manifest)
    building.rename(directory)


def _write_passages(directory: Path, passages: Sequence[Passage]) -> None:
    lines = [
        json.dumps(asdict(passage), ensure_ascii=False).encode() + b"\n" for passage in passages
    ]
    (directory / "passages.jsonl").write_bytes(b"".join(lines))
    np.save(directory / "passage_offsets.npy", np.cumsum([0, *map(len, lines)], dtype=np.int64))
    rows: dict[str, list[int]] = {}
    for row, passage in enumerate(passages):
        first, _ = rows.setdefault(passage.article, [row, row])
        rows[passage.article] = [first, row + 1]
    (directory / "articles.json").write_text(json.dumps(rows, ensure_ascii=False), "utf-8")


def _write_sentences(
    directory: Path, sentences: Sequence[PassageSentences], dimension: int
) -> None:
    counts = [len(each.spans) for each in sentences]
    np.save(directory / "sentence_offsets.npy", np.cumsum([0, *counts], dtype=np.int64))
    spans = [each.spans for each in sentences]
    np.save(directory / "sentence_spans.npy", np.concatenate([np.zeros((0, 2), np.int32), *spans]))
    vectors = _in_bytes([each.vectors for each in sentences], dimension)
    np.save(directory / "sentence_vectors.npy", vectors)


def _in_bytes(vectors: Sequence[NDArray[np.floating]], dimension: int) -> NDArray[np.int8]:
    """The directions of all ``vectors`` (each n, d), one below the other."""
    parts = [
        as_bytes(np.concatenate(vectors[start : start + _AT_ONCE]))
        for start in range(0, len(vectors), _AT_ONCE)
    ]
    return np.concatenate([np.zeros((0, dimension), np.int8), *parts])


class StoredPassages:
    """A complete index directory, mapped into memory. Immutable."""

    def __init__(self, directory: Path, *, thorough: bool = False) -> None:
        """Raises ``DamagedIndexError``; ``thorough`` also compares every file's SHA-256."""
        self.manifest = read_manifest(directory, thorough=thorough)
        try:
            self._open(directory)
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise DamagedIndexError(directory, str(error)) from error

    def _open(self, directory: Path) -> None:
        self._lines: NDArray[np.uint8] = _map_bytes(directory / "passages.jsonl")
        self._offsets = np.load(directory / "passage_offsets.npy", allow_pickle=False)
        self._sentence_offsets = np.load(directory / "sentence_offsets.npy", allow_pickle=False)
        self._spans = map_array(directory / "sentence_spans.npy")
        self._sentence_vectors = map_array(directory / "sentence_vectors.npy")
        self._articles: dict[str, list[int]] = json.loads(
            (directory / "articles.json").read_text("utf-8")
        )
        self.versions = _versions(directory / _VERSIONS)
        self._article_ids = [ArticleId(name) for name in self._articles]
        self._article_starts = np.asarray([first for first, _ in self._articles.values()])
        self.vectors = VectorIndex(directory)
        self.lexical = LexicalIndex(directory / "lexical")
        if not len(self) == len(self.vectors) == len(self.lexical) == len(self._offsets) - 1:
            raise ValueError("its files hold different numbers of passages")

    def __len__(self) -> int:
        """How many passages there are."""
        return self.manifest.passages

    def rows_of(self, article: ArticleId) -> range:
        """The rows of an article's passages; empty where it has none."""
        return range(*self._articles.get(article, (0, 0)))

    def article(self, row: int) -> ArticleId:
        """The article that the passage in this row belongs to."""
        place = int(np.searchsorted(self._article_starts, row, side="right")) - 1
        return self._article_ids[place]

    def passage(self, row: int) -> Passage:
        """The passage in this row."""
        line = self._lines[self._offsets[row] : self._offsets[row + 1]].tobytes()
        fields = json.loads(line)
        return Passage(
            **{
                **fields,
                "id": PassageId(fields["id"]),
                "article": ArticleId(fields["article"]),
                "headings": tuple(fields["headings"]),
            }
        )

    def sentences(self, row: int) -> PassageSentences:
        """Where the passage's sentences stand, and their vectors."""
        part = slice(self._sentence_offsets[row], self._sentence_offsets[row + 1])
        return PassageSentences(self._spans[part], as_units(self._sentence_vectors[part]))

    def nearest_sentences(
        self, vector: NDArray[np.float32], rows: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """The cosine of the nearest sentence of each of these passages; 0 where it has none."""
        starts = self._sentence_offsets[rows]
        counts = self._sentence_offsets[rows + 1] - starts
        firsts = np.cumsum(counts) - counts
        places = np.repeat(starts - firsts, counts) + np.arange(counts.sum())
        alike = cosines(self._sentence_vectors[places], vector)
        nearest = np.zeros(len(rows))
        if len(alike):
            nearest[counts > 0] = np.maximum.reduceat(alike, firsts[counts > 0])
        return np.maximum(nearest, 0.0)


def _versions(path: Path) -> Mapping[ArticleId, str]:
    """Of which state of each article the passages are; nothing where an older index did not say."""
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def _map_bytes(path: Path) -> NDArray[np.uint8]:
    if not path.stat().st_size:
        return np.zeros(0, dtype=np.uint8)
    return np.asarray(np.memmap(path, dtype=np.uint8, mode="r"))
