"""Learns a few numbers about a message from written examples of them, when it is made.

A ridge regression over the search vector and the wording together, and one over the wording
alone for what the encoder cannot read. It knows neither acts nor feelings; it is told both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
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
    ``compare`` gives (examples,) how like each example it is: cosine of the wording, plus cosine of
    the search vectors where these were ``read``. Few texts come near enough for that to be asked.
    """

    targets: Vector
    read: bool
    compare: Callable[[], Vector]

    def nearest(self, among: slice) -> tuple[int, float]:
        """The place of the example in ``among`` that the text is most like, and how like it is."""
        likeness = self.compare()[among]
        place = int(np.argmax(likeness))
        return int(among.start) + place, float(likeness[place])


@dataclass(frozen=True, slots=True, eq=False)
class _Weights:
    """The examples' weights, as what they make of a text: ``of_words`` (k,) of a feature of its
    wording, ``of_vector`` (k, d) of its search vector. So no example is looked at one by one."""

    of_words: Mapping[str, Vector]
    of_vector: Vector


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
    def _by_both(self) -> _Weights:
        by_words = self._wording.among_examples()
        return self._weights(by_words + self._vectors @ self._vectors.T)

    @cached_property
    def _by_words(self) -> _Weights:
        return self._weights(self._wording.among_examples())

    def _weights(self, kernel: Vector) -> _Weights:
        weights = _dual(kernel, self._targets)
        return _Weights(self._wording.projected(weights), weights.T @ self._vectors)

    def predict(self, text: str, vector: Vector | None) -> Prediction:
        """What the examples say about ``text``; ``vector`` (d,) is None where it is unreadable.

        Chinese characters are gone by even where the vector was made: an encoder that knows some
        of them reads a sentence by those alone.
        """
        if vector is None or _HAN.search(text):
            targets = self._of_words(text, self._by_words)
            return Prediction(targets, False, partial(self._wording.likeness, text))
        targets = self._of_words(text, self._by_both) + self._by_both.of_vector @ vector
        return Prediction(targets, True, partial(self._likeness, text, vector))

    def _of_words(self, text: str, weights: _Weights) -> Vector:
        targets = np.zeros(self._targets.shape[1], dtype=np.float32)
        for name, value in self._wording.features(text).items():
            if name in weights.of_words:
                targets += value * weights.of_words[name]
        return targets

    def _likeness(self, text: str, vector: Vector) -> Vector:
        likeness: Vector = self._wording.likeness(text) + self._vectors @ vector
        return likeness


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
