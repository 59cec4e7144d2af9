"""How much the words of a query count beside its meaning, decided for each query.

A passage scores its cosine plus ``weight`` times its BM25 score (as a share of the query's best).
Reciprocal rank fusion, which forgets by how much a passage was better, is worse than the vectors
alone on questions in everyday words; one fixed weight serves only one kind of text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from retrieval.terms import is_code


@dataclass(frozen=True, slots=True)
class Fusion:
    """The weight of the lexical score: ``base``, plus ``codes`` × the share of codes and numbers
    in the query's rarity, within [0, ``most``]."""

    base: float = 0.1
    codes: float = 0.4
    most: float = 0.5

    def weight(self, rarities: Mapping[str, float]) -> float:
        """For a query given as its terms and their inverse document frequencies."""
        total = sum(rarities.values())
        if not total:
            return 0.0
        share = sum(value for term, value in rarities.items() if is_code(term)) / total
        return min(max(self.base + self.codes * share, 0.0), self.most)

    def to_json(self) -> dict[str, float]:
        """For the index's manifest."""
        return asdict(self)
