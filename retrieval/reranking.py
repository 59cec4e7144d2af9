"""The first passages put in order once more, by something that reads question and passage together.

What it says is one more part of a passage's score, and touches no probability.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from retrieval.encoded_passage import searchable_text
from retrieval.passage_index import PassageHit

RERANKED: Final = 20
Read = Callable[[str, Sequence[str]], Sequence[float] | None]


@dataclass(frozen=True, slots=True)
class Reranking:
    """``read`` gives how well each passage fits a question, in [0, 1], or None where it cannot say;
    ``weight`` is what a fit of 1 adds to a passage's score."""

    read: Read
    weight: float

    def __call__(self, text: str, hits: Sequence[PassageHit]) -> tuple[PassageHit, ...]:
        """``hits``, best first, with the first of them in their new order."""
        first = hits[:RERANKED]
        fits = self.read(text, [searchable_text(hit.passage) for hit in first]) if first else None
        if fits is None:
            return tuple(hits)
        scored = [
            replace(hit, score=hit.score + self.weight * fit)
            for hit, fit in zip(first, fits, strict=True)
        ]
        return (*sorted(scored, key=lambda hit: -hit.score), *hits[RERANKED:])
