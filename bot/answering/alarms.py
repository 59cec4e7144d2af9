"""Messages like these always go to a person, compared by meaning: the operator's own examples, and
questions of which the team said so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.dialog import Alarm
from nlu import act_examples

Vector = NDArray[np.float32]
SIMILARITY: Final = 0.5
NEARER: Final = 0.05
"""By how much an ordinary message must be nearer for the alarm to be a false one; missing a true
one is worse."""
SAME: Final = 0.9
"""A question of the team's is meant itself, not what is only like it."""
MENTIONED: Final = (
    "and a {}?", "where is the {}?", "how much is a {}?", "may I take the {} with me?",
    "which {} fits?", "und ein {}?", "wo ist der {}?", "was kostet ein {}?",
    "darf ich den {} mitbringen?", "welcher {} passt?",
)  # fmt: skip
"""Harmless sentences that name a thing: what comes nearer to one of them only names it too."""
ORDINARY: Final = (*act_examples.NOTHING, *act_examples.HUMAN, *act_examples.DISSATISFIED)
"""What people write every day. An encoder that hardly reads a language finds all of its messages
alike; these show which are no more than that."""

_WORD: Final = re.compile(r"[^\W\d_]{4,}")


class AlarmReader:
    """Nearest neighbour among the examples. Immutable and thread-safe."""

    def __init__(
        self,
        examples: Sequence[str],
        encode_each: Callable[[Sequence[str]], Vector],
        questions: Sequence[str] = (),
    ) -> None:
        """``encode_each`` gives L2-normalised search vectors of shape (texts, d).

        ``questions`` go to a person where a message asks the same.
        """
        self._questions = tuple(questions)
        self._asked = encode_each(self._questions) if questions else None
        self._examples = tuple(examples)
        self._vectors = encode_each(self._examples)
        self._ordinary = encode_each(ORDINARY)
        self._named = [frozenset(_WORD.findall(each.lower())) for each in self._examples]
        words = sorted(frozenset().union(*self._named))
        mentions = encode_each([each.format(word) for word in words for each in MENTIONED])
        self._mentions = dict(zip(words, np.split(mentions, max(len(words), 1)), strict=False))

    def knows(self, examples: Sequence[str], questions: Sequence[str]) -> bool:
        """Whether it was made of just these."""
        return self._examples == tuple(examples) and self._questions == tuple(questions)

    def read(self, text: str, vector: Vector, answerable: float) -> Alarm | None:
        """The example that a message comes near to, if nothing else is nearer.

        ``vector`` (d,) is the search vector of ``text``, ``answerable`` its similarity to the
        nearest example of an answer template.
        """
        told = self._told(vector, answerable)
        if told is not None or not self._examples:
            return told
        similarities = self._vectors @ vector
        best = int(np.argmax(similarities))
        near = float(similarities[best])
        if near < SIMILARITY or near < answerable:
            return None
        if float(np.max(self._ordinary @ vector)) > near + NEARER:
            return None
        if self._is_mention(text.lower(), vector, best, near):
            return None
        return Alarm(self._examples[best], near)

    def _is_mention(self, text: str, vector: Vector, example: int, near: float) -> bool:
        """Whether the message comes nearer to naming what the example names than to the example."""
        named = [word for word in self._named[example] if word in text]
        nearer = [float(np.max(self._mentions[word] @ vector)) > near for word in named]
        return bool(nearer) and all(nearer)

    def _told(self, vector: Vector, answerable: float) -> Alarm | None:
        if self._asked is None:
            return None
        similarities = self._asked @ vector
        best = int(np.argmax(similarities))
        near = float(similarities[best])
        return Alarm(self._questions[best], near) if near >= max(SAME, answerable) else None
