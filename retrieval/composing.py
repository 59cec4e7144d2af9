"""Composes an answer from sentences of the passages found, each with its source.

Nothing is worded here: every sentence is a piece of a passage's text, in the passage's order. The
sentences' vectors were made when the passages were indexed, so this costs no encoder pass.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.records import ArticleId, PassageId
from retrieval.answerability import AnswerSigns, covered
from retrieval.blocks import Span, blocks_of, is_heading, with_marker
from retrieval.encoded_passage import searchable_text
from retrieval.passage_index import PassageHit
from retrieval.terms import terms_of

_PASSAGES = 3
_SENTENCES = 4
_BLOCK_SENTENCES = 14
_COVERAGE_WEIGHT = 0.15
_RANK_WEIGHT = 0.5
_WITHIN = 0.15
_SAME = 0.9


@dataclass(frozen=True, slots=True)
class SourcedSentence:
    """A sentence as it stands in its passage (``quote`` is that text, to be found there again).

    ``url`` leads to the nearest heading, where the article has an address.
    """

    text: str
    passage: PassageId
    article: ArticleId
    title: str
    url: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class ComposedAnswer:
    """Sentences in reading order, and the probability that they answer the question."""

    sentences: tuple[SourcedSentence, ...]
    answerability: float


@dataclass(frozen=True, slots=True, eq=False)
class _Sentence:
    """One sentence that could be quoted: ``hit`` and ``index`` say where it stands."""

    hit: int
    index: int
    relevance: float
    similarity: float
    vector: NDArray[np.floating]


def answer_signs(
    vector: NDArray[np.float32] | None, hits: Sequence[PassageHit], rarities: Mapping[str, float]
) -> AnswerSigns:
    """The signs of answerability of the passages found; all nought where there are none."""
    if not hits:
        return AnswerSigns(0.0, 0.0, 0.0, 0.0, 0.0)
    best = max(hits[:_PASSAGES], key=lambda hit: hit.similarity)
    others = [hit.similarity for hit in hits if hit.passage.article != best.passage.article]
    nearest = [
        float((hit.sentences.vectors.astype(np.float32) @ vector).max(initial=0.0))
        for hit in hits[:_PASSAGES]
        if vector is not None
    ]
    terms = set(terms_of(searchable_text(hits[0].passage)))
    return AnswerSigns(
        similarity=best.similarity,
        sentence_similarity=max(nearest, default=0.0),
        coverage=covered(rarities, terms),
        lexical=max(hit.lexical for hit in hits[:_PASSAGES]),
        gap=best.similarity - sum(others) / len(others) if others else 0.0,
    )


def compose(
    vector: NDArray[np.float32] | None,
    hits: Sequence[PassageHit],
    rarities: Mapping[str, float],
    answerability: float,
) -> ComposedAnswer | None:
    """The sentences of ``hits`` that answer the question best, or None where nothing can be quoted.

    ``rarities`` are the question's terms with their inverse document frequencies
    (``PassageIndex.rarities``). Whether to say the answer is the caller's decision.
    """
    candidates = _candidates(vector, hits[:_PASSAGES], rarities)
    if not candidates:
        return None
    chosen = _choose(candidates, hits)
    order: dict[int, None] = dict.fromkeys(sentence.hit for sentence in candidates)
    places = sorted(chosen, key=lambda place: (list(order).index(place[0]), place[1]))
    return ComposedAnswer(tuple(_sourced(hits[hit], index) for hit, index in places), answerability)


def _candidates(
    vector: NDArray[np.float32] | None, hits: Sequence[PassageHit], rarities: Mapping[str, float]
) -> list[_Sentence]:
    """Every quotable sentence, most relevant first."""
    found: list[_Sentence] = []
    for rank, hit in enumerate(hits):
        vectors = hit.sentences.vectors.astype(np.float32)
        similarities = np.zeros(len(vectors)) if vector is None else vectors @ vector
        for index, span in enumerate(_spans(hit)):
            if is_heading(hit.passage.text, span):
                continue
            terms = set(terms_of(hit.passage.text[span[0] : span[1]]))
            similarity = float(similarities[index])
            relevance = (
                similarity
                + _COVERAGE_WEIGHT * covered(rarities, terms)
                + _RANK_WEIGHT * (hit.score - hits[0].score)
            )
            found.append(_Sentence(rank, index, relevance, similarity, vectors[index]))
    return sorted(found, key=lambda sentence: -sentence.relevance)


def _choose(candidates: Sequence[_Sentence], hits: Sequence[PassageHit]) -> set[tuple[int, int]]:
    """The best sentence with its block, and those nearly as relevant that say something else."""
    best = candidates[0]
    chosen: set[tuple[int, int]] = set()
    kept: list[_Sentence] = []
    for sentence in candidates:
        if sentence.relevance < best.relevance - _WITHIN or len(chosen) >= _SENTENCES:
            break
        if any(float(sentence.vector @ other.vector) > _SAME for other in kept):
            continue
        kept.append(sentence)
        text, spans = hits[sentence.hit].passage.text, _spans(hits[sentence.hit])
        block = blocks_of(text, spans)[sentence.index]
        chosen.update((sentence.hit, index) for index in block[:_BLOCK_SENTENCES])
    return chosen


def _spans(hit: PassageHit) -> list[Span]:
    return [(int(start), int(end)) for start, end in hit.sentences.spans]


def _sourced(hit: PassageHit, index: int) -> SourcedSentence:
    passage = hit.passage
    start, end = with_marker(passage.text, _spans(hit)[index])
    url = f"{passage.url}#{passage.anchor}" if passage.url and passage.anchor else passage.url
    quote = passage.text[start:end]
    return SourcedSentence(quote, passage.id, passage.article, passage.title, url, quote)
