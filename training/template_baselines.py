"""The single methods that template matching must not fall below: words alone, vectors alone.

A template scores as its best example does. Knows nothing of how the matcher combines them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from retrieval import TemplateEntry
from retrieval.template_examples import TemplateExamples

Scores = NDArray[np.floating]


class Baselines:
    """Ranks templates for a message by one sign alone."""

    def __init__(self, entries: Sequence[TemplateEntry]) -> None:
        self._examples = TemplateExamples(entries)
        self._processed = [default_process(text) for text in self._examples.texts]

    def by_words(self, text: str) -> list[str]:
        """Templates by RapidFuzz's weighted ratio, the best of its scorers on whole messages."""
        scores = process.cdist([default_process(text)], self._processed, scorer=fuzz.WRatio)
        return self._ranked(scores[0])

    def by_vectors(self, vector: NDArray[np.float32]) -> list[str]:
        """Templates by the cosine of their nearest example."""
        return self._ranked(self._examples.vectors @ vector)

    def _ranked(self, scores: Scores) -> list[str]:
        if not len(self._examples):
            return []
        best = self._examples.best_of_each(scores)
        order = np.argsort(-best, kind="stable")
        return [str(self._examples.entries[place].template) for place in order]
