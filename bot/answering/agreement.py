"""Whether two replies to a question say the same: the bot's, and what a person wrote at the time.

A person's reply agrees with an approved answer where it is nearer to that than to any other: by its
vector, by its sentences' vectors, and by rare words. Strict rather than kind: on 207 conversations
of the sample company it called 69% of the right answers the same, and 3% of the likeliest wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import log, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.channels.rendering import markdown_to_plain
from knowledge.passages import split_sentences

Vector = NDArray[np.float32]
HOW: Final = (
    "A person's reply counts as the same where it is nearer to the bot's answer than to any other "
    "approved one. On labelled conversations this called 69% of right answers and 3% of the "
    "likeliest wrong ones the same, so the value rather understates."
)
_WORD: Final = re.compile(r"[^\W\d_\u3400-\u9fff]{4,}|[\u3400-\u9fff]{1}")
_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True, eq=False)
class _Text:
    """A reply as it is compared: ``sentences`` (n, d) and ``whole`` (d,), L2-normalised."""

    whole: Vector
    sentences: Vector
    words: frozenset[str]


class Judge:
    """Compares replies with the approved answers. Not thread-safe."""

    def __init__(self, answers: Mapping[str, str], encode: Callable[[str], Vector]) -> None:
        """``answers`` are Markdown texts by a key; ``encode`` gives L2-normalised vectors."""
        self._encode = encode
        self._answers = {key: self._read(text) for key, text in answers.items()}
        holders = Counter(word for each in self._answers.values() for word in each.words)
        self._rarity = {
            word: log((1 + len(answers)) / (1 + count)) for word, count in holders.items()
        }
        self._unknown = log(1 + len(answers))

    def agrees(self, reply: str, key: str | None, text: str) -> tuple[bool, float]:
        """Whether ``reply`` is nearest to the bot's ``text``, and how near.

        ``key`` names it among the approved answers; None for one made from articles.
        """
        said = self._read(reply)
        others = [self._likeness(said, each) for name, each in self._answers.items() if name != key]
        near = self._likeness(said, self._read(text))
        return near >= max(others, default=0.0), near

    def _read(self, markdown: str) -> _Text:
        text = markdown_to_plain(markdown)
        sentences = [each for each in split_sentences(text) if len(each.split()) >= _SHORTEST]
        vectors = [self._encode(each) for each in sentences or [text]]
        words = frozenset(_WORD.findall(text.casefold()))
        return _Text(self._encode(text), np.stack(vectors), words)

    def _likeness(self, said: _Text, answer: _Text) -> float:
        """The sum of three likenesses of at most 1 each."""
        aligned = (said.sentences @ answer.sentences.T).max(axis=1).mean()
        return float(said.whole @ answer.whole + aligned) + self._in_words(said, answer)

    def _in_words(self, said: _Text, answer: _Text) -> float:
        shared = self._weight(said.words & answer.words)
        both = self._weight(said.words) * self._weight(answer.words)
        return shared / sqrt(both) if both else 0.0

    def _weight(self, words: frozenset[str]) -> float:
        return sum(self._rarity.get(word, self._unknown) for word in words)
