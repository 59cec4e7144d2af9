"""The words of a text as a vector: what an encoder that cannot read the text leaves to go by.

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
    """Turns texts into vectors over the features of some examples. Immutable and thread-safe."""

    def __init__(self, examples: Sequence[str]) -> None:
        found = Counter(name for text in examples for name in dict(_features(text)))
        self._places = {name: place for place, name in enumerate(sorted(found))}
        self._rarity = {
            name: math.log((1 + len(examples)) / (1 + count)) for name, count in found.items()
        }
        self._unknown = math.log(1 + len(examples)) - math.log(2)

    def vector(self, text: str) -> Vector:
        """The features of ``text`` that the examples share, of shape (features,).

        Its length is 1 where all of them are known, and shorter the more are not.
        """
        vector = np.zeros(len(self._places), dtype=np.float32)
        total = 0.0
        for name, weight in dict(_features(text)).items():
            value = weight * self._rarity.get(name, self._unknown)
            total += value * value
            if name in self._places:
                vector[self._places[name]] = value
        return vector / math.sqrt(total) if total else vector


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
