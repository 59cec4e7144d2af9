"""Composes an answer from sentences of the passages found, each with its source.

Nothing is worded here: every sentence is a piece of a passage's text. They stand in the passage's
order, but for the fact that was asked for ("how much", "where", "can I"), which comes first. Where
there is little room the least relevant is left out, and of a long list its end. The sentences'
vectors were made when the passages were indexed, so this costs no encoder pass.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.records import ArticleId, PassageId
from retrieval.actors import acts_instead
from retrieval.answerability import AnswerSigns, covered
from retrieval.blocks import (
    Span,
    blocks_of,
    is_heading,
    is_listed,
    is_row,
    is_step,
    with_marker,
    with_rule,
)
from retrieval.encoded_passage import headings_above, searchable_text
from retrieval.facts import Fact, fact_asked_for, holds
from retrieval.measuring import NAMED, Asked
from retrieval.passage_index import PassageHit
from retrieval.points_back import points_back
from retrieval.terms import terms_of

PASSAGES = 3
_SENTENCES = 4
ROOM = 2_000
"""Characters of an answer, where nobody says how many."""
_COVERAGE_WEIGHT = 0.15
_RANK_WEIGHT = 0.5
_FACT_WEIGHT = 0.08
_TOLD_WEIGHT = 1.0
"""A sentence that gives the very figure goes before all that only come near the question."""
_ACTOR_WEIGHT = 1.0
"""What the company does says nothing of what the customer does, however near it comes."""
_PASSAGE_SHARE = 0.75
"""How far an item of a list stands for its passage, beside itself."""
_WITHIN = 0.15
_SAME = 0.9


@dataclass(frozen=True, slots=True)
class SourcedSentence:
    """A sentence as it stands in its passage (``quote`` is that text, to be found there again).

    ``url`` leads to the nearest heading, where the article has an address. ``under`` is the heading
    that begins it: of a list that stands under nothing else, only this says what it lists.
    """

    text: str
    passage: PassageId
    article: ArticleId
    title: str
    url: str | None
    quote: str
    under: str | None = None


@dataclass(frozen=True, slots=True)
class ComposedAnswer:
    """Sentences in reading order, and the probability that they answer the question.

    ``left_out`` counts the items of the list, or rows of the table, for which there was no room.
    """

    sentences: tuple[SourcedSentence, ...]
    answerability: float
    left_out: int = 0


_Place = tuple[int, int]
"""Of a sentence: the number of its hit, and its own in the passage."""


@dataclass(frozen=True, slots=True, eq=False)
class _Sentence:
    """One sentence that could be quoted: ``hit`` and ``index`` say where it stands.

    ``block`` are the numbers of the sentences that are quoted with it, its own among them.
    """

    hit: int
    index: int
    block: range
    relevance: float
    vector: NDArray[np.floating]
    holds_fact: bool

    @property
    def places(self) -> list[_Place]:
        """The places of its block, in order."""
        return [(self.hit, index) for index in self.block]


def answer_signs(
    vector: NDArray[np.float32] | None, hits: Sequence[PassageHit], rarities: Mapping[str, float]
) -> AnswerSigns:
    """The signs of answerability of the passages found; all nought where there are none."""
    if not hits:
        return AnswerSigns(0.0, 0.0, 0.0, 0.0, 0.0)
    best = max(hits[:PASSAGES], key=lambda hit: hit.similarity)
    others = [hit.similarity for hit in hits if hit.passage.article != best.passage.article]
    nearest = [
        float((hit.sentences.vectors.astype(np.float32) @ vector).max(initial=0.0))
        for hit in hits[:PASSAGES]
        if vector is not None
    ]
    terms = set(terms_of(searchable_text(hits[0].passage)))
    return AnswerSigns(
        similarity=best.similarity,
        sentence_similarity=max(nearest, default=0.0),
        coverage=covered(rarities, terms),
        lexical=max(hit.lexical for hit in hits[:PASSAGES]),
        gap=best.similarity - sum(others) / len(others) if others else 0.0,
        letters=hits[0].letters,
        letters_lead=hits[0].letters - _letters_elsewhere(hits),
    )


def _letters_elsewhere(hits: Sequence[PassageHit]) -> float:
    """The most that a passage of another article than the first one's holds."""
    article = hits[0].passage.article
    return max((hit.letters for hit in hits if hit.passage.article != article), default=0.0)


def compose(
    text: str,
    vector: NDArray[np.float32] | None,
    hits: Sequence[PassageHit],
    rarities: Mapping[str, float],
    answerability: float,
    room: int = ROOM,
) -> ComposedAnswer | None:
    """The sentences of ``hits`` that answer ``text`` best, or None where nothing can be quoted.

    ``rarities`` are the question's terms with their inverse document frequencies
    (``PassageIndex.rarities``). ``room`` is how many characters are good to read; the best
    sentence with what it cannot do without may take more. Whether to say the answer is the caller's
    decision.
    """
    candidates = _candidates(text, vector, hits[:PASSAGES], rarities)
    if not candidates:
        return None
    core, left_out = _core(candidates[0], hits, room)
    chosen = core if left_out else core | _further(candidates, core, hits, room)
    order: dict[int, None] = dict.fromkeys(sentence.hit for sentence in candidates)
    first = core if _may_lead(candidates[0], hits) else set()
    ahead = _row_ahead(candidates[0], hits) if first else {}
    places = sorted(
        chosen,
        key=lambda place: (
            place not in first,
            list(order).index(place[0]),
            ahead.get(place, place[1]),
        ),
    )
    sentences = tuple(_sourced(hits[hit], index) for hit, index in places)
    return ComposedAnswer(sentences, answerability, left_out)


def _candidates(
    text: str,
    vector: NDArray[np.float32] | None,
    hits: Sequence[PassageHit],
    rarities: Mapping[str, float],
) -> list[_Sentence]:
    """Every quotable sentence, most relevant first."""
    found: list[_Sentence] = []
    asked = fact_asked_for(text)
    measured = Asked.by(text, rarities, readable=vector is not None)
    openly = vector is not None and asked in (None, Fact.PLACE) and not measured
    for rank, hit in enumerate(hits):
        told = measured.told_by(hit) if measured else {}
        vectors = hit.sentences.vectors.astype(np.float32)
        own = np.zeros(len(vectors)) if vector is None else vectors @ vector
        blocks = blocks_of(hit.passage.text, _spans(hit), lists=openly)
        answering = _answering_together(hit, blocks, own, rarities) if openly else {}
        for index, span in enumerate(_spans(hit)):
            if is_heading(hit.passage.text, span):
                continue
            sentence = hit.passage.text[span[0] : span[1]]
            similarity, cover = answering.get(
                index, (float(own[index]), covered(rarities, set(terms_of(sentence))))
            )
            named = told.get(index, 0.0)
            holds_fact = (
                named >= NAMED if measured else asked is not None and holds(asked, sentence)
            )
            relevance = (
                similarity
                + _COVERAGE_WEIGHT * cover
                + _RANK_WEIGHT * (hit.score - hits[0].score)
                + (_TOLD_WEIGHT * named if measured else _FACT_WEIGHT) * holds_fact
                - _ACTOR_WEIGHT * acts_instead(text, sentence)
            )
            found.append(
                _Sentence(rank, index, blocks[index], relevance, vectors[index], holds_fact)
            )
    return sorted(found, key=lambda sentence: -sentence.relevance)


def _answering_together(
    hit: PassageHit,
    blocks: Sequence[range],
    own: NDArray[np.floating],
    rarities: Mapping[str, float],
) -> dict[int, tuple[float, float]]:
    """Of items and rows, by number, how near they are to the question and how much they cover.

    One alone ("Tap Abroad.", "a towel") hardly resembles the question that the list answers, so it
    is nearly as near as its passage, and covers what its list and the headings above cover.
    """
    text, spans, above = hit.passage.text, _spans(hit), headings_above(hit.passage)
    together: dict[int, tuple[float, float]] = {}
    covers: dict[range, float] = {}
    for index, (span, block) in enumerate(zip(spans, blocks, strict=True)):
        if not is_listed(text, span):
            continue
        if block not in covers:
            said = text[spans[block[0]][0] : spans[block[-1]][1]]
            covers[block] = covered(rarities, set(terms_of(f"{above}\n{said}")))
        shared = _PASSAGE_SHARE * hit.similarity + (1.0 - _PASSAGE_SHARE) * float(own[index])
        together[index] = (max(float(own[index]), shared), covers[block])
    return together


def _core(best: _Sentence, hits: Sequence[PassageHit], room: int) -> tuple[set[_Place], int]:
    """The best sentence with as much of its list as there is room for, and how much there is not.

    What announces the list stays, a table's head too, and of steps all that come before.
    """
    block = best.places
    steps = is_step(hits[best.hit].passage.text, _spans(hits[best.hit])[best.index])
    kept = {block[0], (best.hit, best.index)}
    if steps:
        kept |= {place for place in block if place[1] <= best.index}
    for place in block:
        if _length({*kept, place}, hits) > room:
            break
        kept.add(place)
    text, spans = hits[best.hit].passage.text, _spans(hits[best.hit])
    left_out = [place for place in block if place not in kept and is_listed(text, spans[place[1]])]
    return kept, len(left_out)


def _further(
    candidates: Sequence[_Sentence], core: set[_Place], hits: Sequence[PassageHit], room: int
) -> set[_Place]:
    """Sentences nearly as relevant as the best that say something else, their lists whole."""
    best = candidates[0]
    chosen = set(core)
    kept = [best]
    for sentence in candidates[1:]:
        if sentence.relevance < best.relevance - _WITHIN or len(chosen) >= _SENTENCES:
            break
        if any(float(sentence.vector @ other.vector) > _SAME for other in kept):
            continue
        more = chosen | set(sentence.places)
        if _length(more, hits) > room:
            break
        kept.append(sentence)
        chosen = more
    return chosen


def _length(places: set[_Place], hits: Sequence[PassageHit]) -> int:
    spans = (hits[hit].sentences.spans[index] for hit, index in places)
    return sum(int(end - start) + 1 for start, end in spans)


def _may_lead(sentence: _Sentence, hits: Sequence[PassageHit]) -> bool:
    """Whether it holds the fact that was asked for and can be read by itself."""
    if not sentence.holds_fact:
        return False
    start, end = _spans(hits[sentence.hit])[sentence.index]
    return not points_back(hits[sentence.hit].passage.text[start:end])


def _row_ahead(best: _Sentence, hits: Sequence[PassageHit]) -> dict[_Place, float]:
    """Where a row of a table holds the fact, it stands right under the head."""
    head = best.block[0]
    if best.index == head or not is_row(hits[best.hit].passage.text, _spans(hits[best.hit])[head]):
        return {}
    return {(best.hit, best.index): head + 0.5}


def _spans(hit: PassageHit) -> list[Span]:
    return [(int(start), int(end)) for start, end in hit.sentences.spans]


def _sourced(hit: PassageHit, index: int) -> SourcedSentence:
    passage = hit.passage
    start, end = with_rule(passage.text, with_marker(passage.text, _spans(hit)[index]))
    url = f"{passage.url}#{passage.anchor}" if passage.url and passage.anchor else passage.url
    quote = passage.text[start:end]
    under = passage.headings[-1] if passage.headings and _begins_with_list(hit, index) else None
    return SourcedSentence(quote, passage.id, passage.article, passage.title, url, quote, under)


def _begins_with_list(hit: PassageHit, index: int) -> bool:
    """Whether the passage begins with this sentence, and that with a list or table."""
    return index == 0 and is_listed(hit.passage.text, _spans(hit)[0])
