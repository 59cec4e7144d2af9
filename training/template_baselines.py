"""The single methods that template matching must not fall below: words alone, vectors alone.

A template scores as its best example does. Knows nothing of how the matcher combines them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from retrieval import TemplateEntry
from retrieval.template_examples import TemplateExamples

SCORERS: Final[Mapping[str, Callable[..., Any]]] = {
    "ratio": fuzz.ratio,
    "token_set_ratio": fuzz.token_set_ratio,
    "token_sort_ratio": fuzz.token_sort_ratio,
    "WRatio": fuzz.WRatio,
}


class Baselines:
    """Ranks templates for a message by one sign alone."""

    def __init__(self, entries: Sequence[TemplateEntry]) -> None:
        self._examples = TemplateExamples(entries)
        self._processed = [default_process(text) for text in self._examples.texts]

    def by_words(self, text: str, scorer: str) -> list[str]:
        """Templates by one of RapidFuzz's ``SCORERS``."""
        query = [default_process(text)]
        return self._ranked(process.cdist(query, self._processed, scorer=SCORERS[scorer])[0])

    def by_vectors(self, vector: NDArray[np.float32]) -> list[str]:
        """Templates by the cosine of their nearest example."""
        return self._ranked(self._examples.vectors @ vector)

    def _ranked(self, scores: NDArray[Any]) -> list[str]:
        best = self._examples.best_of_each(scores)
        order = np.argsort(-best, kind="stable")
        return [str(self._examples.entries[place].template) for place in order]
