"""How likely it is that the passages found answer the question at all.

A small logistic regression over signs that need no further model. Similarity alone cannot tell an
answer from a passage on the same topic; how many of the question's rarer words are covered helps.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from retrieval.logistic import Logistic

SIGNS = ("similarity", "sentence_similarity", "coverage", "lexical", "gap")
WORD_SIGNS = ("coverage", "lexical")


@dataclass(frozen=True, slots=True)
class AnswerSigns:
    """``similarity``: of the best passage; ``sentence_similarity``: of the best sentence;
    ``coverage``: the share of the question's terms, by rarity, in the best passages; ``lexical``:
    the best passage's BM25 as a share of the highest possible; ``gap``: how much closer the best
    passage is than the average of the others found."""

    similarity: float
    sentence_similarity: float
    coverage: float
    lexical: float
    gap: float


@dataclass(frozen=True, slots=True)
class Answerability:
    """``by_meaning`` reads all signs, ``by_words`` what remains where there is no vector."""

    by_meaning: Logistic
    by_words: Logistic

    @classmethod
    def default(cls) -> Answerability:
        """Fitted as this package's README says."""
        return cls(
            by_meaning=Logistic(SIGNS, (5.0, 4.0, 2.0, 1.0, 2.0), -6.5),
            by_words=Logistic(WORD_SIGNS, (6.0, 3.0), -6.0),
        )

    def probability(self, signs: AnswerSigns, *, readable: bool) -> float:
        """That the passages answer the question."""
        regression = self.by_meaning if readable else self.by_words
        return regression.probability([getattr(signs, name) for name in regression.features])

    def to_json(self) -> dict[str, dict[str, float]]:
        """For settings and model directories."""
        return {"by_meaning": self.by_meaning.to_json(), "by_words": self.by_words.to_json()}

    @classmethod
    def from_json(cls, data: Mapping[str, Mapping[str, float]]) -> Answerability:
        """Raises ``ValueError`` or ``KeyError`` where the coefficients are of another version."""
        return cls(
            by_meaning=Logistic.from_json(data["by_meaning"], SIGNS),
            by_words=Logistic.from_json(data["by_words"], WORD_SIGNS),
        )


def covered(rarities: Mapping[str, float], terms: Collection[str]) -> float:
    """The share of the question's terms, weighted by rarity, that are among ``terms``."""
    total = sum(rarities.values())
    return sum(value for term, value in rarities.items() if term in terms) / total if total else 0.0
