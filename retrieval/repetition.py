"""Which passages repeat what a better one of another article has said already.

The same paragraph often stands in several articles, whole or packed together with other words. Two
passages of one article never count as repetitions: an article that repeats itself means it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from knowledge.records import ArticleId, Passage

REPEATED_SHARE = 0.8
"""The share of a passage's words that must have been said for it to say nothing new."""


class Shown:
    """What the passages of one result, best first, have said so far."""

    def __init__(self) -> None:
        self._said_in: dict[str, set[ArticleId]] = {}

    def adds(self, passage: Passage, spans: NDArray[np.integer]) -> bool:
        """Whether the passage, with its sentences at ``spans`` (n, 2), says something new.

        What it says counts as said from then on.
        """
        sentences = [_key(passage.text[start:end]) for start, end in spans.tolist()]
        sentences = [each for each in sentences if each] or [passage.text]
        repeated = sum(len(each) for each in sentences if self._elsewhere(each, passage.article))
        if repeated and repeated >= REPEATED_SHARE * sum(map(len, sentences)):
            return False
        for each in sentences:
            self._said_in.setdefault(each, set()).add(passage.article)
        return True

    def _elsewhere(self, sentence: str, article: ArticleId) -> bool:
        return bool(self._said_in.get(sentence, set()) - {article})


def _key(sentence: str) -> str:
    """A sentence without what an editor changes in passing: case, spaces, marks of lists."""
    return " ".join(sentence.casefold().split()).strip(" -*•.·|:")
