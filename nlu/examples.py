"""Learns a few numbers about a message from written examples of them, when it is made.

A ridge regression over the search vector and the wording together, and one over the wording
alone for what the encoder cannot read. It knows neither acts nor feelings; it is told both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from nlu.head import Vector
from nlu.wording import Wording

EncodeEach = Callable[[Sequence[str]], Vector]

RIDGE: Final = 0.3
_HAN: Final = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """What the examples say about one text.

    ``targets`` (k,) are the predicted numbers, 0 for a text that is like none of the examples.
    ``likeness`` (examples,) says how like each example it is: cosine of the wording, plus cosine
    of the search vectors where these were ``read``.
    """

    targets: Vector
    likeness: Vector
    read: bool

    def nearest(self, among: slice) -> int:
        """The place of the example in ``among`` that the text is most like."""
        return int(among.start) + int(np.argmax(self.likeness[among]))


class ExampleRegression:
    """Predicts targets of texts from those of examples. Thread-safe.

    What is slow, counting words and solving, waits for the first text, so that a server takes
    messages before it could answer one.
    """

    def __init__(self, texts: Sequence[str], targets: Vector, encode_each: EncodeEach) -> None:
        """``targets`` (texts, k); ``encode_each`` gives normalised vectors of shape (texts, d)."""
        self._texts = texts
        self._vectors = encode_each(texts)
        self._targets = targets

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self._texts)

    @cached_property
    def _by_both(self) -> Vector:
        by_words = self._wording.among_examples()
        return _dual(by_words + self._vectors @ self._vectors.T, self._targets)

    @cached_property
    def _by_words(self) -> Vector:
        return _dual(self._wording.among_examples(), self._targets)

    def predict(self, text: str, vector: Vector | None) -> Prediction:
        """What the examples say about ``text``; ``vector`` (d,) is None where it is unreadable.

        Chinese characters are gone by even where the vector was made: an encoder that knows some
        of them reads a sentence by those alone.
        """
        likeness = self._wording.likeness(text)
        read = vector is not None and not _HAN.search(text)
        if vector is not None and read:
            likeness = likeness + self._vectors @ vector
        targets = likeness @ (self._by_both if read else self._by_words)
        return Prediction(targets, likeness, read)


def _dual(kernel: Vector, targets: Vector) -> Vector:
    """The weights of the examples: (K + λI)⁻¹ y, solved in double precision."""
    ridged = kernel.astype(np.float64) + RIDGE * np.eye(len(kernel))
    return np.linalg.solve(ridged, targets.astype(np.float64)).astype(np.float32)


def one_hot(groups: Sequence[Sequence[str]], others: Sequence[str]) -> tuple[list[str], Vector]:
    """All texts in order, and targets (texts, groups): 1 for a text's own group, else 0."""
    texts = [text for group in groups for text in group] + list(others)
    targets = np.zeros((len(texts), len(groups)), dtype=np.float32)
    places = [place for place, group in enumerate(groups) for _ in group]
    targets[np.arange(len(places)), places] = 1.0
    return texts, targets


def places_of(groups: Sequence[Sequence[str]]) -> tuple[slice, ...]:
    """Where each group's texts stand among the texts of ``one_hot``."""
    ends = np.cumsum([len(group) for group in groups]).tolist()
    return tuple(slice(end - len(group), end) for end, group in zip(ends, groups, strict=True))
