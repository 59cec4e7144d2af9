"""Which sentences give the figure that a question asks for, and give it of what was asked about.

A passage of the right article is not an answer to "how heavy is it?" where it only says what the
thing carries, or what another thing weighs. What is not named is not measured.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from retrieval.answerability import covered
from retrieval.blocks import Span, blocks_of, is_heading, row_with_head
from retrieval.encoded_passage import headings_above
from retrieval.measures import Measure, gives, measure_asked_for, mentions_unit, subject_of
from retrieval.passage_index import PassageHit
from retrieval.points_back import points_back
from retrieval.spelled import Spelled
from retrieval.terms import terms_of

NAMED: Final = 0.5
"""The share of what is to be measured, by rarity, that a sentence must name to be about it."""

IN_FULL: Final = 0.95
"""The share from which nothing of it is left unnamed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The measure that a question asks for, and the terms of what is to be measured by rarity.

    ``spelled`` is set where only the question's words count: then it says what tells.
    """

    measure: Measure | None
    subject: Mapping[str, float]
    spelled: Spelled | None = None

    @classmethod
    def by(cls, text: str, rarities: Mapping[str, float], *, readable: bool = True) -> Asked | None:
        """None where ``text`` wants nothing measured, or does not say what."""
        measure = measure_asked_for(text)
        spelled = None if readable else Spelled.by(text)
        if spelled is not None:
            return cls(measure, {}, spelled)
        if measure is None:
            return None
        terms = set(terms_of(subject_of(text, measure)))
        subject = {term: value for term, value in rarities.items() if term in terms}
        return cls(measure, subject) if subject else None

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
            elif self.measure is not None and gives(self.measure, said, above):
                own = set(terms_of(f"{said}\n{_before(text, spans, index)}"))
                told[index] = self._named(own, set(terms_of(above)))
        return told

    def _named(self, own: Set[str], above: Set[str]) -> float:
        """How far a sentence with these terms, under headings with those, names what is measured.

        One that names nothing of it may speak of another thing, unless its headings say it all.
        """
        if own & self.subject.keys():
            return covered(self.subject, own | above)
        headed = covered(self.subject, above)
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
