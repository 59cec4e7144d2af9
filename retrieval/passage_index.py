"""Searches passages by meaning and by words: a mapped base, and a delta of edits in memory.

An index is immutable. ``with_changes`` returns another that shares the base, so an edit is findable
at once and a search in progress is never disturbed. When the delta has grown, build a new base.
Rows below the base's size are the base's; the delta's follow.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.records import ArticleId, Passage
from retrieval.bm25 import decisive, highest_score, rarity
from retrieval.encoded_passage import EncodedPassage, PassageSentences
from retrieval.errors import MismatchedVectorsError
from retrieval.fusion import Fusion
from retrieval.passage_delta import PassageDelta
from retrieval.passage_files import StoredPassages
from retrieval.repetition import Shown
from retrieval.terms import terms_of

_NEAREST = 50
_MATCHING = 200
_QUERY_TERMS = 32
_RERANKED = 30

Rows = NDArray[np.int64]
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that may answer.

    ``score`` orders the hits of one query; ``similarity`` is the cosine (0 without a vector);
    ``lexical`` in [0, 1] is the BM25 score as a share of the highest that any passage could reach.
    ``letters`` in [0, 1] is the share of the question's letters that it holds, where those decide.
    """

    passage: Passage
    score: float
    similarity: float
    lexical: float
    sentences: PassageSentences = field(repr=False, compare=False)
    letters: float = 0.0


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article with the score of its best passage."""

    article: ArticleId
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class _Ranking:
    """Rows, best first, with what they scored."""

    rows: Rows
    scores: Scores
    similarities: Scores
    shares: Scores


class PassageIndex:
    """See the module. Safe to share between threads."""

    def __init__(
        self,
        base: StoredPassages | None = None,
        delta: PassageDelta | None = None,
        hidden: frozenset[ArticleId] = frozenset(),
        newer: Mapping[ArticleId, str] | None = None,
    ) -> None:
        """Over ``base`` without the articles ``hidden`` in it, and with ``delta``.

        ``newer`` has the versions of the articles in the delta.
        """
        self._base = base
        self._base_size = len(base) if base else 0
        self._delta = delta or PassageDelta()
        self._hidden = hidden
        self._newer = dict(newer or {})
        self._alive = np.ones(self._base_size, dtype=np.bool_)
        for article in hidden:
            rows = base.rows_of(article) if base else range(0)
            self._alive[rows.start : rows.stop] = False
        self._dead = int(self._base_size - self._alive.sum())
        self.fusion = base.manifest.fusion if base else Fusion()

    @classmethod
    def open(cls, directory: Path, *, thorough: bool = False) -> PassageIndex:
        """Opens what ``build_passage_index`` wrote.

        Checks that every file is there in its full size, and its SHA-256 where ``thorough``.
        Raises ``DamagedIndexError``.
        """
        return cls(StoredPassages(directory, thorough=thorough))

    def __len__(self) -> int:
        """How many passages can be found."""
        return self._base_size - self._dead + len(self._delta)

    @property
    def encoder(self) -> str | None:
        """What made the base's vectors; None where there is no base."""
        return self._base.manifest.encoder if self._base else None

    @property
    def changed_passages(self) -> int:
        """How many passages stand in the delta; a new base is due when they are many."""
        return len(self._delta)

    @cached_property
    def versions(self) -> Mapping[ArticleId, str]:
        """Of which state of each article the passages are, as far as it was told."""
        stored = self._base.versions if self._base else {}
        kept = {each: stored[each] for each in stored if each not in self._hidden}
        return {**kept, **self._newer}

    def with_changes(
        self,
        upserts: Sequence[EncodedPassage] = (),
        deleted: Collection[ArticleId] = (),
        versions: Mapping[ArticleId, str] | None = None,
    ) -> PassageIndex:
        """An index in which the articles of ``upserts`` have these passages and no others.

        Articles in ``deleted`` are gone. Articles in ``versions`` are now in these states, also
        where they have no passages. Costs milliseconds while the delta is small. Raises
        ``MismatchedVectorsError`` where vectors have another dimension than the index's.
        """
        told = versions or {}
        changed = {item.passage.article for item in upserts} | set(deleted) | set(told)
        delta = self._delta.changed(changed, upserts)
        if self._base_size and self._base and delta.vectors.size:
            expected, found = self._base.manifest.dimension, delta.vectors.shape[1]
            if expected != found:
                raise MismatchedVectorsError(f"vectors of dimension {found}, expected {expected}")
        newer = {each: self._newer[each] for each in self._newer if each not in changed}
        return PassageIndex(self._base, delta, self._hidden | changed, {**newer, **told})

    def search(
        self, text: str, vector: NDArray[np.float32] | None, limit: int = 10
    ) -> tuple[PassageHit, ...]:
        """The best passages, best first; fewer where fewer have anything in common with the text.

        ``vector`` is the L2-normalised vector of ``text``, None where the encoder cannot read it:
        then words decide alone. What another article said in a better passage takes no second
        place.
        """
        found, shown = self._rank(text, vector), Shown()
        hits: list[PassageHit] = []
        for place in range(len(found.rows)):
            hit = self._hit(
                int(found.rows[place]),
                float(found.scores[place]),
                float(found.similarities[place]),
                float(found.shares[place]),
            )
            if shown.adds(hit.passage, hit.sentences.spans):
                hits.append(hit)
                if len(hits) == limit:
                    break
        return tuple(hits)

    def search_articles(
        self, text: str, vector: NDArray[np.float32] | None, limit: int = 10
    ) -> tuple[ArticleHit, ...]:
        """The best articles, best first; an article scores as its best passage."""
        found = self._rank(text, vector)
        best: dict[ArticleId, float] = {}
        for row, score in zip(found.rows.tolist(), found.scores.tolist(), strict=True):
            best.setdefault(self._article(row), score)
            if len(best) == limit:
                break
        return tuple(ArticleHit(article, score) for article, score in best.items())

    def rarities(self, text: str) -> dict[str, float]:
        """The inverse document frequency of each of the text's terms, the rarest 32 at most."""
        documents = self._base_size + len(self._delta)
        found = {
            term: rarity(documents, self._frequency(term)) for term in dict.fromkeys(terms_of(text))
        }
        return dict(sorted(found.items(), key=lambda item: -item[1])[:_QUERY_TERMS])

    def _frequency(self, term: str) -> int:
        stored = self._base.lexical.frequency(term) if self._base else 0
        return stored + self._delta.words.frequency(term)

    def _rank(self, text: str, vector: NDArray[np.float32] | None) -> _Ranking:
        rarities = decisive(self.rarities(text))
        rows, lexical = self._matching(rarities)
        if vector is not None:
            new = np.setdiff1d(self._nearest(vector), rows)
            rows = np.concatenate([rows, new])
            lexical = np.concatenate([lexical, np.zeros(len(new))])
        shares = np.minimum(lexical / max(highest_score(rarities), 1e-9), 1.0)
        similarities, scores = np.zeros(len(rows)), shares
        if vector is not None:
            similarities = self._similarities(vector, rows)
            scores = self.fusion.scores(similarities, shares)
        best = np.argsort(-scores, kind="stable")
        found = _Ranking(rows[best], scores[best], similarities[best], shares[best])
        return found if vector is None else self._by_sentences(found, vector)

    def _by_sentences(self, found: _Ranking, vector: NDArray[np.float32]) -> _Ranking:
        """The first few once more: what a long passage says in one sentence counts too."""
        nearest = self._nearest_sentences(vector, found.rows[:_RERANKED])
        scores = found.scores.copy()
        scores[: len(nearest)] += self.fusion.sentence_weight * nearest
        best = np.arange(len(scores))
        best[: len(nearest)] = np.argsort(-scores[: len(nearest)], kind="stable")
        rows, similarities, shares = found.rows[best], found.similarities[best], found.shares[best]
        return _Ranking(rows, scores[best], similarities, shares)

    def _matching(self, rarities: Mapping[str, float]) -> tuple[Rows, Scores]:
        """Rows that share words with the query, and their BM25 scores."""
        rows, scores = np.zeros(0, dtype=np.int64), np.zeros(0)
        if self._base:
            rows, scores = self._base.lexical.search(rarities, _MATCHING + self._dead)
            keep = self._alive[rows]
            rows, scores = rows[keep], scores[keep]
        added = self._delta.words.scores(rarities, self._average_terms())
        found = np.flatnonzero(added)
        return (
            np.concatenate([rows, found + self._base_size]),
            np.concatenate([scores, added[found]]),
        )

    def _average_terms(self) -> float:
        if self._base_size and self._base:
            return self._base.manifest.average_terms
        return sum(self._delta.words.lengths) / max(len(self._delta), 1)

    def _nearest(self, vector: NDArray[np.float32]) -> Rows:
        """Rows whose vectors are near; all of the delta's."""
        rows = np.zeros(0, dtype=np.int64)
        if self._base:
            rows = self._base.vectors.nearest(vector, _NEAREST + self._dead)
            rows = rows[self._alive[rows]]
        added = np.arange(len(self._delta), dtype=np.int64) + self._base_size
        return np.concatenate([rows, added])

    def _similarities(self, vector: NDArray[np.float32], rows: Rows) -> Scores:
        similarities = np.zeros(len(rows))
        stored = rows < self._base_size
        if self._base:
            similarities[stored] = self._base.vectors.similarities(vector, rows[stored])
        if len(self._delta):
            similarities[~stored] = self._delta.vectors[rows[~stored] - self._base_size] @ vector
        return similarities

    def _nearest_sentences(self, vector: NDArray[np.float32], rows: Rows) -> Scores:
        """The cosine of each passage's nearest sentence, 0 at least."""
        nearest = np.zeros(len(rows))
        stored = rows < self._base_size
        if self._base:
            nearest[stored] = self._base.nearest_sentences(vector, rows[stored])
        for place in np.flatnonzero(~stored).tolist():
            sentences = self._sentences(int(rows[place])).vectors
            nearest[place] = (sentences @ vector).max(initial=0.0)
        return nearest

    def _article(self, row: int) -> ArticleId:
        if self._base and row < self._base_size:
            return self._base.article(row)
        return self._delta.passages[row - self._base_size].passage.article

    def _sentences(self, row: int) -> PassageSentences:
        if self._base and row < self._base_size:
            return self._base.sentences(row)
        return self._delta.passages[row - self._base_size].sentences

    def _hit(self, row: int, score: float, similarity: float, lexical: float) -> PassageHit:
        if self._base and row < self._base_size:
            passage = self._base.passage(row)
        else:
            passage = self._delta.passages[row - self._base_size].passage
        return PassageHit(passage, score, similarity, lexical, self._sentences(row))
