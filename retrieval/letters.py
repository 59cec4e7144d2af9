"""How much of a question's letters a passage holds: for languages that the encoder half reads.

An encoder that knows a language's words in pieces alone tells little by its vectors, and stems of
another language miss "gekündigt" where a passage says "Kündigung". Runs of three letters within
words find both, and compounds and misspelt words too, in any writing that sets spaces (McNamee and
Mayfield, "Character N-Gram Tokenization for European Language Text Retrieval", 2004). They count by
how rare they are among the passages found.

What an article in English says is found by its meaning all the same: an English question full of
names looks half read, and a name alone must make nothing sure.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from retrieval.bm25 import rarity
from retrieval.encoded_passage import searchable_text
from retrieval.passage_index import PassageHit, PassageIndex

_LOOKED_AT: Final = 50
"""Passages that are put in order by their letters."""
_RUN: Final = 3
_SCORE_SHARE: Final = 0.4
"""How much the score of meaning and words still counts beside the letters."""
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_ENGLISH_WORDS: Final = """
the and you your yours with are can this that these those from not when which their they if our
please does it its only than then there has been would should within
"""
_ENGLISH: Final = frozenset(_ENGLISH_WORDS.split())
"""Words that are none in other languages, or rare ones."""
_ENGLISH_SHARE: Final = 0.03
"""The share of them that English texts surpass, and texts in other languages do not."""


def runs_of(text: str) -> frozenset[str]:
    """The runs of three letters within the words of ``text``, without capitals and accents; shorter
    words and numbers whole."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(each for each in decomposed if not unicodedata.combining(each))
    return frozenset(run for word in _WORD.findall(plain) for run in _runs_in(word))


def _runs_in(word: str) -> Sequence[str]:
    if len(word) <= _RUN or word.isdigit():
        return (word,)
    return [word[start : start + _RUN] for start in range(len(word) - _RUN + 1)]


def letter_shares(text: str, others: Sequence[str]) -> NDArray[np.float64]:
    """The share in [0, 1] of the runs in ``text`` that each of ``others`` holds, by rarity."""
    asked, held = runs_of(text), [runs_of(other) for other in others]
    frequency = Counter(run for each in held for run in each & asked)
    rarities = {run: rarity(len(held), frequency[run]) for run in sorted(asked)}
    total = sum(rarities.values())
    shares = [sum(rarities[run] for run in sorted(each & asked)) for each in held]
    return np.asarray(shares, dtype=np.float64) / total if total else np.zeros(len(held))


def search_by_letters(
    index: PassageIndex, text: str, vector: NDArray[np.float32] | None, limit: int
) -> tuple[PassageHit, ...]:
    """The passages that hold most of the letters of ``text``, ``limit`` at most, best first.

    None where the first is of an article in English, which is found better by its meaning.
    """
    hits = by_letters(text, index.search(text, vector, _LOOKED_AT))
    return () if hits and is_in_english(hits) else hits[:limit]


def by_letters(text: str, hits: Sequence[PassageHit]) -> tuple[PassageHit, ...]:
    """``hits``, best first, in the order of what they hold of the letters of ``text``."""
    shares = letter_shares(text, [searchable_text(hit.passage) for hit in hits])
    scored = [
        replace(hit, score=_SCORE_SHARE * hit.score + float(share), letters=float(share))
        for hit, share in zip(hits, shares, strict=True)
    ]
    return tuple(sorted(scored, key=lambda hit: -hit.score))


def is_in_english(hits: Sequence[PassageHit]) -> bool:
    """Whether what was found of the first article is in English."""
    article = hits[0].passage.article
    found = "\n".join(hit.passage.text for hit in hits if hit.passage.article == article)
    words = [word.lower() for word in _WORD.findall(found)]
    return sum(word in _ENGLISH for word in words) > _ENGLISH_SHARE * len(words)
