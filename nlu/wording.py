"""Likeness by words: what an encoder that cannot read a text leaves to go by.

Counts words, word pairs, the beginnings of longer words, and Chinese characters with their
neighbours. It knows only what its examples hold; everything else makes a text less like them.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from nlu.head import Vector

_TOKEN: Final = re.compile(r"[^\W\d_\u3400-\u9fff]+|[\u3400-\u9fff]|\d+|[?]")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_STEM: Final = 5
_PAIR: Final = 0.7
_FULL_WIDTH: Final = str.maketrans("？", "?")
_START: Final = "^"
_END: Final = "$"


class Wording:
    """How like texts are to some examples by their words. Immutable and thread-safe."""

    def __init__(self, examples: Sequence[str]) -> None:
        counted = [dict(_features(text)) for text in examples]
        found = Counter(name for features in counted for name in features)
        self._examples = len(examples)
        self._rarity = {
            name: math.log((1 + len(examples)) / (1 + count)) for name, count in found.items()
        }
        self._unknown = math.log((1 + len(examples)) / 2)
        holders: dict[str, list[tuple[int, float]]] = {name: [] for name in found}
        for place, features in enumerate(counted):
            for name, value in self._weighed(features).items():
                holders[name].append((place, value))
        self._holders = {
            name: (
                np.array([place for place, _ in held]),
                np.array([value for _, value in held], dtype=np.float32),
            )
            for name, held in holders.items()
        }

    def among_examples(self) -> Vector:
        """The cosine of each example with each, of shape (examples, examples)."""
        likeness = np.zeros((self._examples, self._examples), dtype=np.float32)
        for places, values in self._holders.values():
            likeness[places[:, None], places] += values[:, None] * values
        return likeness

    def likeness(self, text: str) -> Vector:
        """The cosine of ``text`` with each example, of shape (examples,).

        Words that no example has count against all of them.
        """
        likeness = np.zeros(self._examples, dtype=np.float32)
        for name, value in self.features(text).items():
            if name in self._holders:
                places, values = self._holders[name]
                likeness[places] += value * values
        return likeness

    def features(self, text: str) -> dict[str, float]:
        """What ``text`` is compared by, by how rare it is, scaled to length 1."""
        return self._weighed(dict(_features(text)))

    def projected(self, weights: Vector) -> dict[str, Vector]:
        """What a feature of value 1 adds to ``likeness @ weights``, for ``weights`` (examples, k):
        (k,) for each feature that some example has."""
        return {name: values @ weights[places] for name, (places, values) in self._holders.items()}

    def _weighed(self, features: dict[str, float]) -> dict[str, float]:
        """The features by how rare they are, scaled to length 1."""
        weighed = {
            name: weight * self._rarity.get(name, self._unknown)
            for name, weight in features.items()
        }
        length = math.sqrt(sum(value * value for value in weighed.values()))
        return {name: value / length for name, value in weighed.items()} if length else {}


def _features(text: str) -> Iterator[tuple[str, float]]:
    tokens = [_START, *_TOKEN.findall(text.casefold().translate(_FULL_WIDTH)), _END]
    if len(tokens) == 2:
        return
    for token in tokens[1:-1]:
        yield token, 1.0
        if len(token) > _STEM:
            yield f"{token[:_STEM]}*", _PAIR
    for first, second in pairwise(tokens):
        yield f"{first} {second}", _PAIR
    for first, second, third in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if _HAN.match(second):
            yield f"{first} {second} {third}", _PAIR
