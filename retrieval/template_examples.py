"""The example questions of all templates, laid out for comparing one message with them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.records import IntentId, TemplateId
from retrieval.errors import MismatchedVectorsError

Vectors = NDArray[np.float32]
_USUAL = 0.6
"""How close two examples of a template are, where nothing says it."""


@dataclass(frozen=True, slots=True, eq=False)
class TemplateEntry:
    """A template as it is matched: its examples, one L2-normalised vector (n, d) for each."""

    template: TemplateId
    intents: tuple[IntentId, ...]
    examples: tuple[str, ...]
    vectors: Vectors

    def __post_init__(self) -> None:
        if self.vectors.ndim != 2 or len(self.vectors) != len(self.examples):
            raise MismatchedVectorsError(
                f"template {self.template}: {len(self.examples)} examples need as many vectors, "
                f"not an array of shape {self.vectors.shape}"
            )


class TemplateExamples:
    """All examples in one matrix, sorted by template; templates without examples are left out."""

    def __init__(self, entries: Sequence[TemplateEntry]) -> None:
        self.entries = tuple(entry for entry in entries if entry.examples)
        self.texts = tuple(text for entry in self.entries for text in entry.examples)
        self.vectors: Vectors = (
            np.concatenate([entry.vectors for entry in self.entries]).astype(np.float32, copy=False)
            if self.entries
            else np.zeros((0, 0), dtype=np.float32)
        )
        self.centres = _centres(self.entries)
        self.usual = _usual(self.entries)
        counts = [len(entry.examples) for entry in self.entries]
        self.starts = np.cumsum([0, *counts[:-1]]) if counts else np.zeros(0, dtype=np.int64)

    def __len__(self) -> int:
        """How many templates can be matched."""
        return len(self.entries)

    def best_of_each(self, similarities: NDArray[np.floating]) -> NDArray[np.floating]:
        """The highest similarity (one per example) of each template."""
        return np.asarray(np.maximum.reduceat(similarities, self.starts))

    def closest(
        self, template: int, similarities: NDArray[np.floating], count: int
    ) -> NDArray[np.intp]:
        """Indices of the template's ``count`` examples nearest to the message, nearest first."""
        start = int(self.starts[template])
        own = similarities[start : start + len(self.entries[template].examples)]
        return np.asarray(np.argsort(-own, kind="stable")[:count] + start)


def lead(scores: NDArray[np.floating]) -> NDArray[np.floating]:
    """By how much each score surpasses the best of the others (negative for all but the first)."""
    if len(scores) == 1:
        return scores.copy()
    second, first = np.partition(scores, -2)[-2:]
    others = np.where(scores == first, second, first)
    return np.asarray(scores - others)


def _centres(entries: Sequence[TemplateEntry]) -> Vectors:
    """The normalised mean of each template's examples."""
    if not entries:
        return np.zeros((0, 0), dtype=np.float32)
    means = np.stack([entry.vectors.mean(axis=0) for entry in entries]).astype(np.float32)
    lengths = np.linalg.norm(means, axis=1, keepdims=True)
    return np.asarray(means / np.maximum(lengths, 1e-9), dtype=np.float32)


def _usual(entries: Sequence[TemplateEntry]) -> tuple[float, ...]:
    """How close each template's examples lie to each other: the mean cosine to the closest sibling.

    As if every template had one example more, as close as examples are on average, so that few
    examples do not say more than they know.
    """
    found = [_closest_siblings(entry.vectors) for entry in entries]
    several = [float(each.mean()) for each in found if len(each)]
    average = sum(several) / len(several) if several else _USUAL
    return tuple((float(each.sum()) + average) / (len(each) + 1) for each in found)


def _closest_siblings(vectors: Vectors) -> NDArray[np.floating]:
    """Of each example the highest cosine with another one; empty where there is only one."""
    if len(vectors) < 2:
        return np.zeros(0)
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -1.0)
    return np.asarray(cosines.max(axis=1))
