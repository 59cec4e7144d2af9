"""How likely it is that the best passage found answers the question at all.

A small logistic regression over signs that need no further model. The similarity of the best
passage says most; how far it stands out from the others, and how much of the question's rarer
words it covers, help to tell an answer from a passage that is merely on the same topic.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from retrieval.logistic import Logistic

SIGNS = ("similarity", "sentence_similarity", "coverage", "gap")
WORD_SIGNS = ("lexical",)
LETTER_SIGNS = ("letters", "letters_lead")
_SIGNS_OF = {"by_meaning": SIGNS, "by_words": WORD_SIGNS, "by_letters": LETTER_SIGNS}


@dataclass(frozen=True, slots=True)
class AnswerSigns:
    """``similarity``: of the nearest passage; ``sentence_similarity``: of the nearest sentence;
    ``coverage``: the share of the question's terms, by rarity, in the first passage; ``lexical``:
    the best BM25 score as a share of the highest possible; ``gap``: how much closer the nearest
    passage is than those of other articles are on average; ``letters``: the share of the
    question's letters in the first passage, ``letters_lead``: how much more that is than in the
    best of another article. The last two are 0 where letters do not decide."""

    similarity: float
    sentence_similarity: float
    coverage: float
    lexical: float
    gap: float
    letters: float = 0.0
    letters_lead: float = 0.0


@dataclass(frozen=True, slots=True)
class Answerability:
    """``by_meaning`` goes by vectors and words, ``by_words`` by words where there is no vector,
    ``by_letters`` by letters where the encoder half reads the question."""

    by_meaning: Logistic
    by_words: Logistic
    by_letters: Logistic

    @classmethod
    def default(cls) -> Answerability:
        """Fitted as this package's README says."""
        return cls(
            by_meaning=Logistic(SIGNS, (6.6, 3.3, 1.0, 6.5), -7.0),
            by_words=Logistic(WORD_SIGNS, (8.5,), -4.2),
            by_letters=Logistic(LETTER_SIGNS, (4.7, 5.6), -3.3),
        )

    def probability(self, signs: AnswerSigns, *, readable: bool, half_read: bool = False) -> float:
        """That the passages answer the question, which the encoder read, half or not at all."""
        regression = self.by_meaning if readable else self.by_words
        if half_read:
            regression = self.by_letters
        return regression.probability([getattr(signs, name) for name in regression.features])

    def to_json(self) -> dict[str, dict[str, float]]:
        """For settings and model directories."""
        return {name: getattr(self, name).to_json() for name in _SIGNS_OF}

    @classmethod
    def from_json(cls, data: Mapping[str, Mapping[str, float]]) -> Answerability:
        """Raises ``ValueError`` or ``KeyError`` where the coefficients are of another version."""
        return cls(**{name: Logistic.from_json(data[name], _SIGNS_OF[name]) for name in _SIGNS_OF})


def covered(rarities: Mapping[str, float], terms: Collection[str]) -> float:
    """The share of the question's terms, weighted by rarity, that are among ``terms``."""
    total = sum(rarities.values())
    return sum(value for term, value in rarities.items() if term in terms) / total if total else 0.0
