"""Texts as weighted character n-grams: what is left to go by where the encoder cannot read.

Single characters and pairs of Chinese, Japanese and Korean, up to four characters of everything
else, by TF-IDF over a vocabulary that training counted. It knows neither intents nor files.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nlu.head import Vector

LONGEST_TEXT: Final = 1000
_CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_LONGEST_CJK: Final = 2
_LONGEST: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class GramVector:
    """A sparse vector: ``values`` (n,) of the grams numbered ``indices`` (n,), each once.

    Its length is 1 where the vocabulary holds all grams of the text, less where it lacks some.
    """

    indices: NDArray[np.int64]
    values: Vector


class GramVocabulary:
    """The known n-grams with their weights. Immutable and thread-safe."""

    def __init__(self, grams: Sequence[str], rarity: Vector, unseen: float) -> None:
        """``rarity`` (grams,) weighs each gram, ``unseen`` the grams that are not among them."""
        if len(grams) != len(rarity):
            raise ValueError(f"{len(grams)} n-grams need as many weights, not {len(rarity)}")
        self.grams = tuple(grams)
        self.rarity = rarity
        self.unseen = unseen
        self._places = {gram: place for place, gram in enumerate(self.grams)}

    @classmethod
    def of(cls, texts: Sequence[str], limit: int) -> GramVocabulary:
        """Count the n-grams of ``texts`` and keep the ``limit`` that most of them have."""
        found = Counter(gram for text in texts for gram in set(_grams(text)))
        kept = sorted(found, key=lambda gram: (-found[gram], gram))[:limit]
        total = len(texts)
        rarity = [np.log((1 + total) / (1 + found[gram])) + 1.0 for gram in kept]
        return cls(kept, np.array(rarity, dtype=np.float32), float(np.log(1 + total) + 1.0))

    def __len__(self) -> int:
        """How many n-grams are known."""
        return len(self.grams)

    def weigh(self, text: str) -> GramVector:
        """Return the sparse vector of ``text``; grams that are not known count in its length."""
        places: list[int] = []
        counts: list[int] = []
        unseen = 0.0
        for gram, count in Counter(_grams(text)).items():
            place = self._places.get(gram)
            if place is None:
                unseen += ((1.0 + float(np.log(count))) * self.unseen) ** 2
            else:
                places.append(place)
                counts.append(count)
        indices = np.array(places, dtype=np.int64)
        values = (1.0 + np.log(np.array(counts, dtype=np.float32))) * self.rarity[indices]
        length = np.sqrt(float(values @ values) + unseen)
        return GramVector(indices, (values / max(length, 1e-9)).astype(np.float32))


def _grams(text: str) -> Iterator[str]:
    """The n-grams of a text, as often as they occur; short ones where there are CJK characters."""
    plain = " ".join(unicodedata.normalize("NFKC", text[:LONGEST_TEXT]).casefold().split())
    is_cjk = [_CJK.match(character) is not None for character in plain]
    for start in range(len(plain)):
        for size in range(1, min(_LONGEST, len(plain) - start) + 1):
            if size > _LONGEST_CJK and any(is_cjk[start : start + size]):
                break
            yield plain[start : start + size]
