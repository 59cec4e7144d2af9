"""A real if crude encoder for tests: the sum of a fixed random vector for each word."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

DIMENSION = 64
_EMPTY_WORDS = frozenset(
    ("the", "a", "an", "i", "to", "my", "is", "of", "in", "it", "and", "for", "on", "you", "your")
)


@cache
def _word(word: str) -> NDArray[np.float32]:
    random = np.random.default_rng(zlib.crc32(word.encode()))
    return random.standard_normal(DIMENSION).astype(np.float32)


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Vectors (n, 64), L2-normalised: texts that share words are near each other."""
    rows = np.zeros((len(texts), DIMENSION), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in re.findall(r"\w+", text.lower()):
            if word not in _EMPTY_WORDS:
                row += _word(word)
        row += 1e-3 * _word(text)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)
