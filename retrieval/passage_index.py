"""Searches passages by meaning and by words: a mapped base, and a delta of edits in memory.

An index is immutable. ``with_changes`` returns another that shares the base, so an edit is findable
at once and a search in progress is never disturbed. When the delta has grown, build a new base.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.records import ArticleId, Passage
from retrieval.bm25 import MemoryBm25, highest_score, rarity
from retrieval.encoded_passage import (
    EncodedPassage,
    PassageSentences,
    check_vectors,
    searchable_text,
)
from retrieval.fusion import Fusion
from retrieval.passage_files import StoredPassages
from retrieval.terms import terms_of

_POOL = 50
_LEXICAL_POOL = 200
_QUERY_TERMS = 32


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that may answer.

    ``score`` orders hits of one query; ``similarity`` is the cosine (0 without a vector);
    ``lexical`` in [0, 1] is the BM25 score as a share of the highest that any passage could reach.
    """

    passage: Passage
    score: float
    similarity: float
    lexical: float
    sentences: PassageSentences = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class _Delta:
    """Passages added since the base was built."""

    passages: tuple[EncodedPassage, ...]
    vectors: NDArray[np.float32]
    words: MemoryBm25

    @classmethod
    def of(cls, passages: Sequence[EncodedPassage]) -> _Delta:
        check_vectors(passages)
        return cls(
            tuple(passages),
            np.asarray([item.vector for item in passages], dtype=np.float32),
            MemoryBm25([terms_of(searchable_text(item.passage)) for item in passages]),
        )


class PassageIndex:
    """See the module. Safe to share between threads."""

    def __init__(
        self,
        base: StoredPassages | None = None,
        added: Sequence[EncodedPassage] = (),
        hidden: frozenset[ArticleId] = frozenset(),
    ) -> None:
        """Over ``base`` without the articles ``hidden`` in it, and with ``added``."""
        self._base = base
        self._base_size = len(base) if base else 0
        self._delta = _Delta.of(added)
        self._hidden = hidden
        self._alive = np.ones(self._base_size, dtype=np.bool_)
        for article in hidden:
            rows = base.rows_of(article) if base else range(0)
            self._alive[rows.start : rows.stop] = False
        self._dead = int(self._base_size - self._alive.sum())

    @classmethod
    def open(cls, directory: Path, *, thorough: bool = False) -> PassageIndex:
        """Opens what ``build_passage_index`` wrote.

        Checks that every file is there in its full size, and its SHA-256 where ``thorough``.
        Raises ``DamagedIndexError``.
        """
        return cls(StoredPassages(directory, thorough=thorough))

    def __len__(self) -> int:
        """How many passages can be found."""
        return self._base_size - self._dead + len(self._delta.passages)

    @property
    def encoder(self) -> str | None:
        """What made the base's vectors; None where there is no base."""
        return self._base.manifest.encoder if self._base else None

    @property
    def fusion(self) -> Fusion:
        """How lexical and vector scores are joined."""
        return self._base.manifest.fusion if self._base else Fusion()

    def with_changes(
        self, upserts: Sequence[EncodedPassage] = (), deleted: Collection[ArticleId] = ()
    ) -> PassageIndex:
        """An index in which the articles of ``upserts`` have these passages and no others.

        Articles in ``deleted`` are gone. Costs milliseconds while the delta is small.
        """
        changed = {item.passage.article for item in upserts} | set(deleted)
        kept = [item for item in self._delta.passages if item.passage.article not in changed]
        return PassageIndex(self._base, [*kept, *upserts], self._hidden | changed)

    def search(
        self, text: str, vector: NDArray[np.float32] | None, limit: int = 10
    ) -> tuple[PassageHit, ...]:
        """The best passages, best first; fewer where fewer have anything in common with the text.

        ``vector`` is the L2-normalised vector of ``text``, None where the encoder cannot read it:
        then words decide alone.
        """
        rarities = self.rarities(text)
        rows, lexical = self._search_words(rarities)
        if vector is not None:
            near = self._search_vectors(vector)
            rows, lexical = _union(rows, lexical, near)
        if not len(rows):
            return ()
        share = np.minimum(lexical / max(highest_score(rarities), 1e-9), 1.0)
        similarity = np.zeros(len(rows)) if vector is None else self._similarities(vector, rows)
        scores = share if vector is None else self.fusion.scores(similarity, share)
        best = np.argsort(-scores, kind="stable")[:limit]
        return tuple(
            self._hit(int(rows[i]), float(scores[i]), float(similarity[i]), float(share[i]))
            for i in best
        )

    def rarities(self, text: str) -> dict[str, float]:
        """The inverse document frequency of each of the text's terms, the rarest 32 at most."""
        documents = self._base_size + len(self._delta.passages)
        words = self._delta.words
        stored = self._base.lexical.frequency if self._base else (lambda _: 0)
        found = {
            term: rarity(documents, stored(term) + words.frequency(term))
            for term in dict.fromkeys(terms_of(text))
        }
        return dict(sorted(found.items(), key=lambda item: -item[1])[:_QUERY_TERMS])

    def _search_words(
        self, rarities: dict[str, float]
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        rows, scores = np.zeros(0, dtype=np.int64), np.zeros(0)
        average = self._average_terms()
        if self._base:
            rows, scores = self._base.lexical.search(rarities, _LEXICAL_POOL + self._dead)
            keep = self._alive[rows]
            rows, scores = rows[keep], scores[keep]
        added = self._delta.words.scores(rarities, average)
        found = np.flatnonzero(added)
        return (
            np.concatenate([rows, found + self._base_size]),
            np.concatenate([scores, added[found]]),
        )

    def _average_terms(self) -> float:
        words = self._delta.words
        total = sum(words.lengths)
        if self._base:
            total += int(self._base.manifest.average_terms * self._base_size)
        return total / max(self._base_size + len(words), 1)

    def _search_vectors(self, vector: NDArray[np.float32]) -> NDArray[np.int64]:
        rows = np.zeros(0, dtype=np.int64)
        if self._base:
            rows = self._base.vectors.nearest(vector, _POOL + self._dead)
            rows = rows[self._alive[rows]]
        added = np.arange(len(self._delta.passages), dtype=np.int64) + self._base_size
        return np.concatenate([rows, added])

    def _similarities(
        self, vector: NDArray[np.float32], rows: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        similarities = np.zeros(len(rows))
        stored = rows < self._base_size
        if self._base:
            similarities[stored] = self._base.vectors.similarities(vector, rows[stored])
        if len(self._delta.passages):
            added = self._delta.vectors[rows[~stored] - self._base_size]
            similarities[~stored] = added @ vector
        return similarities

    def _hit(self, row: int, score: float, similarity: float, lexical: float) -> PassageHit:
        if self._base and row < self._base_size:
            passage, sentences = self._base.passage(row), self._base.sentences(row)
        else:
            item = self._delta.passages[row - self._base_size]
            passage, sentences = item.passage, item.sentences
        return PassageHit(passage, score, similarity, lexical, sentences)


def _union(
    rows: NDArray[np.int64], lexical: NDArray[np.float64], others: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Adds rows that the words did not find, with a lexical score of nought."""
    new = np.setdiff1d(others, rows)
    return np.concatenate([rows, new]), np.concatenate([lexical, np.zeros(len(new))])
