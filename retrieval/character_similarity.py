"""How alike two texts look, by the characters that they share.

Works for any script, so it stands in where the encoder cannot read: single characters and bigrams
of Chinese, Japanese and Korean, trigrams of everything else, weighted by how rare they are among
the texts, compared by cosine.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from retrieval.scripts import CJK, pairs

_PIECES = re.compile(f"[{CJK}]+|[^\\W_{CJK}]+")
_CJK_START = re.compile(f"[{CJK}]")


def grams_of(text: str) -> Counter[str]:
    """The character n-grams of a text, with their counts."""
    grams: Counter[str] = Counter()
    for piece in _PIECES.findall(text.lower()):
        if _CJK_START.match(piece):
            grams.update(piece)
            grams.update(pairs(piece) if len(piece) > 1 else ())
        else:
            padded = f" {piece} "
            grams.update(padded[start : start + 3] for start in range(len(padded) - 2))
    return grams


class CharacterSimilarity:
    """Cosine similarities of a text to many others, by an inverted index in memory."""

    def __init__(self, texts: Sequence[str]) -> None:
        counted = [grams_of(text) for text in texts]
        frequency = Counter(gram for grams in counted for gram in grams)
        self._size = len(texts)
        self._rarity = {gram: math.log1p(self._size / count) for gram, count in frequency.items()}
        self._unseen = math.log1p(2.0 * max(self._size, 1))
        rows: dict[str, list[int]] = {}
        weights: dict[str, list[float]] = {}
        for row, grams in enumerate(counted):
            weighted = self._weigh(grams)
            for gram, weight in weighted.items():
                rows.setdefault(gram, []).append(row)
                weights.setdefault(gram, []).append(weight)
        self._postings = {
            gram: (np.asarray(rows[gram]), np.asarray(weights[gram])) for gram in rows
        }

    def __call__(self, text: str) -> NDArray[np.float64]:
        """Similarity in [0, 1] to each text, in their order."""
        scores = np.zeros(self._size)
        for gram, weight in self._weigh(grams_of(text)).items():
            posting = self._postings.get(gram)
            if posting is not None:
                scores[posting[0]] += weight * posting[1]
        return np.minimum(scores, 1.0)

    def _weigh(self, grams: Counter[str]) -> dict[str, float]:
        weighted = {
            gram: (1.0 + math.log(count)) * self._rarity.get(gram, self._unseen)
            for gram, count in grams.items()
        }
        norm = math.sqrt(sum(weight * weight for weight in weighted.values()))
        return {gram: weight / norm for gram, weight in weighted.items()} if norm else {}
