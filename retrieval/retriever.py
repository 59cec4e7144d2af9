"""Everything that could answer a message, gathered in one call.

The caller encodes the message once; its vector serves templates, passages and sentences alike.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from knowledge.records import IntentId
from retrieval.answerability import Answerability
from retrieval.composing import PASSAGES, ROOM, ComposedAnswer, answer_signs, compose
from retrieval.facts import Fact, fact_asked_for, holds
from retrieval.letters import search_by_letters
from retrieval.measuring import IN_FULL, NAMED, Asked, figure_told, telling_first
from retrieval.named_titles import NamedTitles
from retrieval.passage_index import PassageHit, PassageIndex
from retrieval.reranking import RERANKED, Reranking
from retrieval.template_matcher import TemplateCandidate, TemplateMatcher
from retrieval.told_in_full import told_in_full

MINIMUM_ANSWERABILITY = 0.7
_COMPARED = 10
_FIGURES = (Fact.MONEY, Fact.DURATION, Fact.RHYTHM, Fact.FIGURE)
UNTOLD = 0.2
"""The most that a question for a figure can count as answered where no sentence gives it."""
WORTH_NAMING = 0.3
"""The least probability that a half-read question is answered from which its article is named."""
TOLD = 0.9
"""The least, where a sentence gives it and names in full what it is the figure of."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found. ``composed`` is None where the passages hardly answer the question;
    ``answerability`` says how likely they do, in either case. ``worth_naming`` says that the first
    passage may hold the answer, so that its article is worth naming: it gives such a figure as is
    asked for, of half of what is named at least, or much of the letters of a half-read question.
    """

    templates: tuple[TemplateCandidate, ...]
    passages: tuple[PassageHit, ...]
    composed: ComposedAnswer | None
    answerability: float
    worth_naming: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Question:
    """``vector`` is None where the encoder could not read it; ``figure`` is the figure that it
    asks for, None where it asks for none."""

    text: str
    vector: NDArray[np.float32] | None
    half_read: bool
    rarities: Mapping[str, float]
    figure: Asked | None


@dataclass(frozen=True, slots=True)
class Retriever:
    """A matcher and an index that belong together: their vectors come from the same encoder."""

    matcher: TemplateMatcher
    index: PassageIndex | None
    answerability: Answerability = field(default_factory=Answerability.default)
    minimum_answerability: float = MINIMUM_ANSWERABILITY
    reranking: Reranking | None = None

    def evidence(
        self,
        text: str,
        vector: NDArray[np.float32],
        intents: Mapping[IntentId, float],
        known_intents: Collection[IntentId],
        readable: bool = True,
        half_read: bool = False,
        limit: int = 5,
        room: int = ROOM,
    ) -> Evidence:
        """Templates, passages and a composed answer for a message, ``limit`` of each at most.

        ``readable`` says whether the encoder could read the text; where it could not, the vector
        is not looked at. ``half_read`` says that it knows the words in pieces alone: then letters
        decide which passages answer, unless these are English. ``known_intents`` are those of the
        classifier that could, or none. A composed answer may have some ``room`` characters.
        """
        seen = vector if readable else None
        templates = self.matcher.match(
            text, seen, intents, known_intents=known_intents, limit=limit
        )
        if self.index is None:
            return Evidence(templates, (), None, 0.0)
        number = max(limit, _COMPARED)
        hits = search_by_letters(self.index, text, seen, number) if half_read else ()
        half_read = bool(hits)
        hits = hits or self._passages(self.index, text, seen, number)
        rarities = self.index.rarities(text)
        named = NamedTitles.among(hits, rarities)
        of_it = named.asked_of_it(rarities)
        figure = Asked.by(text, of_it, readable=readable)
        hits = named.fitting_first(telling_first(hits, figure))
        fitting = tuple(hit for hit in hits if named.fits(hit))
        asked = _Question(text, seen, half_read, rarities, figure)
        probability = self._answerability(asked, hits, fitting)
        composed = None
        if probability >= self.minimum_answerability:
            composed = compose(text, seen, fitting, of_it, probability, room)
        measured = figure is not None and figure.measure is not None
        gives_figure = measured and figure_told(hits[:1], figure) >= NAMED
        worth_naming = gives_figure or (half_read and probability >= WORTH_NAMING)
        return Evidence(templates, hits[:limit], composed, probability, worth_naming)

    def _passages(
        self, index: PassageIndex, text: str, vector: NDArray[np.float32] | None, number: int
    ) -> tuple[PassageHit, ...]:
        if self.reranking is None:
            return index.search(text, vector, number)
        return self.reranking(text, index.search(text, vector, max(number, RERANKED)))[:number]

    def _answerability(
        self, asked: _Question, hits: tuple[PassageHit, ...], fitting: tuple[PassageHit, ...]
    ) -> float:
        if not hits:
            return 0.0
        signs = answer_signs(asked.vector, hits, asked.rarities)
        readable = asked.vector is not None
        probability = self.answerability.probability(
            signs, readable=readable, half_read=asked.half_read
        )
        if asked.half_read and _lacks_fact(asked.text, hits):
            return min(probability, UNTOLD)
        first = fitting[:PASSAGES]
        if asked.figure is None:
            in_full = told_in_full(asked.text, first, asked.rarities)
            return max(probability, TOLD) if in_full else probability
        told = figure_told(first, asked.figure)
        if told < NAMED and asked.figure.measure is not None:
            return min(probability, UNTOLD)
        return max(probability, TOLD) if told >= IN_FULL else probability


def _lacks_fact(text: str, hits: tuple[PassageHit, ...]) -> bool:
    """Whether a price, a time or a figure is asked for, and the first passage gives none."""
    fact = fact_asked_for(text)
    return fact in _FIGURES and not holds(fact, hits[0].passage.text)
