"""Which sentences give the figure that a question asks for, and give it of what was asked about.

A passage of the right article is not an answer to "how heavy is it?" where it only says what the
thing carries, or what another thing weighs. What is not named is not measured.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from retrieval.answerability import covered
from retrieval.blocks import Span, blocks_of, is_heading, row_with_head
from retrieval.encoded_passage import headings_above
from retrieval.measure_catalogue import Measure
from retrieval.measures import measure_asked_for, mentions_unit, subject_of, told_until
from retrieval.passage_index import PassageHit
from retrieval.points_back import points_back
from retrieval.spelled import Spelled
from retrieval.terms import terms_of

NAMED: Final = 0.5
"""The share of what is to be measured, by rarity, that a sentence must name to be about it."""

IN_FULL: Final = 0.95
"""The share from which nothing of it is left unnamed."""

_LABEL: Final = re.compile(r"(?<![\w'’.-])[A-Z](?![\w'’.-])")
NO_LABELS: Final = frozenset("AI")
"""Letters that are words of their own."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The measure that a question asks for, and the terms of what is to be measured by rarity.

    ``spelled`` is set where only the question's words count: then it says what tells. ``labels``
    are letters that name one of several: a size, a class.
    """

    measure: Measure | None
    subject: Mapping[str, float]
    labels: frozenset[str] = frozenset()
    spelled: Spelled | None = None

    @classmethod
    def by(cls, text: str, rarities: Mapping[str, float], *, readable: bool = True) -> Asked | None:
        """None where ``text`` wants nothing measured, or does not say what."""
        measure = measure_asked_for(text)
        spelled = None if readable else Spelled.by(text)
        if spelled is not None:
            return cls(measure, {}, spelled=spelled)
        if measure is None:
            return None
        terms = set(terms_of(subject_of(text, measure)))
        subject = {term: value for term, value in rarities.items() if term in terms}
        labels = frozenset(_LABEL.findall(text)) - NO_LABELS
        return cls(measure, subject, labels) if subject else None

    def told_by(self, hit: PassageHit) -> dict[int, float]:
        """The sentences of a passage that give the figure, by number, and how far each names what
        is measured: the share of its terms, by rarity."""
        text = hit.passage.text
        if self.measure is not None and not mentions_unit(self.measure, text):
            return {}
        spans: list[Span] = [(int(start), int(end)) for start, end in hit.sentences.spans]
        blocks = blocks_of(text, spans)
        above = headings_above(hit.passage)
        told: dict[int, float] = {}
        for index, span in enumerate(spans):
            if is_heading(text, span):
                continue
            said = row_with_head(text, spans, index, blocks[index])
            if self.spelled is not None:
                told[index] = self.spelled.told(said, above)
            elif self.measure is not None:
                until = told_until(self.measure, said, above)
                if until is not None:
                    told[index] = self._named(until, _before(text, spans, index), above)
        return told

    def _named(self, said: str, before: str, above: str) -> float:
        """How far ``said``, after ``before`` and under headings, names what is measured.

        What names nothing of it may speak of another thing, unless its headings say it all.
        """
        if not self.labels <= set(_LABEL.findall(f"{said}\n{above}")):
            return 0.0
        own, headings = set(terms_of(f"{said}\n{before}")), set(terms_of(above))
        if own & self.subject.keys():
            return covered(self.subject, own | headings)
        headed = covered(self.subject, headings)
        return headed if headed >= IN_FULL else 0.0


def _before(text: str, spans: Sequence[Span], index: int) -> str:
    """The sentence before, where this one says nothing without it."""
    start, end = spans[index]
    if index == 0 or not points_back(text[start:end]):
        return ""
    return text[slice(*spans[index - 1])]


def figure_told(hits: Sequence[PassageHit], asked: Asked | None) -> float:
    """How far a sentence of ``hits`` gives the figure that is asked for, from 0 to 1."""
    if asked is None:
        return 0.0
    return max((share for hit in hits for share in asked.told_by(hit).values()), default=0.0)


def telling_first(hits: Sequence[PassageHit], asked: Asked | None) -> tuple[PassageHit, ...]:
    """``hits`` with those ahead that give the figure of what is named in full; else as they are."""
    return tuple(sorted(hits, key=lambda hit: figure_told([hit], asked) < IN_FULL))
