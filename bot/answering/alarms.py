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
from nlu import act_examples, detect_language

Vector = NDArray[np.float32]
SIMILARITY: Final = 0.5
NEARER: Final = 0.05
"""By how much an ordinary message must be nearer for the alarm to be a false one; missing a true
one is worse."""
SAME: Final = 0.9
"""A question of the team's is meant itself, not what is only like it."""
MENTIONED: Final = {
    "en": (
        "where is the {}?", "I am looking for a {}", "how much is a {}?", "is a {} included?",
        "can I change the {}?", "what kind of {} is it?", "and with a {}?",
        "how do I use the {}?", "may I take the {} with me?", "does the {} fit?", "which {} fits?",
    ),
    "de": (
        "wo ist der {}?", "ich suche einen {}", "wie viel kostet der {}?",
        "ist der {} dabei?", "kann ich den {} tauschen?", "was für ein {} ist das?",
        "und mit {}?", "wie benutze ich den {}?", "darf ich den {} mitbringen?",
        "passt der {}?", "welcher {} passt?",
    ),
}  # fmt: skip
"""Harmless sentences that name a thing: what comes nearer to one of them only names it too."""
ENDANGERED: Final = {
    "en": (
        "the {} is burning", "the {} is smoking", "the {} is melting", "the {} exploded",
        "the {} is swollen and hot", "the {} is getting very hot", "the {} is leaking",
        "how do I put out a burning {}?", "the {} broke and I got hurt", "the {} wants to sue you",
    ),
    "de": (
        "der {} brennt", "der {} qualmt", "der {} raucht", "der {} schmilzt",
        "der {} ist explodiert", "der {} ist heiß und aufgebläht", "der {} wird sehr heiß",
        "der {} läuft aus", "wie lösche ich einen brennenden {}?",
        "der {} ist gebrochen, ich bin verletzt", "der {} will klagen",
    ),
}  # fmt: skip
"""Sentences in which something happens to a thing: what comes nearer to one of them than to the
harmless ones does not only name it, however it is asked."""
ORDINARY: Final = (*act_examples.NOTHING, *act_examples.HUMAN, *act_examples.DISSATISFIED)
"""What people write every day. An encoder that hardly reads a language finds all of its messages
alike; these show which are no more than that."""

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
DANGER: Final = re.compile(
    r"\b(?:burn|fire(?!proof)|flame|smok|melt|explo|blew up|leak|sw[eo]ll|spark|hot\b|hurt|injur"
    r"|bleed|shock)"
    r"|brenn|feuer(?!fest)|rauch(?!meld)|qualm|schm[eio]lz|explo|knall|ausl[aä]uf|läuft aus|gebläh"
    r"|aufgebl|schwoll|hei(?:ß|ss)|funken|verletz|blutet"
)
"""What says a danger by itself, in the languages of the sentences above."""


def named_in(example: str) -> tuple[tuple[str, str], ...]:
    """The words of an example that may name something, each with the language of its sentence."""
    frames = "de" if detect_language(example) == "de" else "en"
    return tuple((word, frames) for word in sorted({*_WORD.findall(example.lower())}))


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
        self._named = [named_in(each) for each in self._examples]
        names = sorted({(word, frames) for named in self._named for word, frames in named})
        self._mentions = {
            (word, frames): encode_each([each.format(word) for each in MENTIONED[frames]])
            for word, frames in names
        }
        self._endangered = {
            (word, frames): encode_each([each.format(word) for each in ENDANGERED[frames]])
            for word, frames in names
        }

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
        """Whether the message comes nearer to naming what the example names than to the example,
        or to anything that happens to what is named. One with a word of danger never does."""
        if DANGER.search(text):
            return False
        for name in self._named[example]:
            if name[0] not in text:
                continue
            endangered = float(np.max(self._endangered[name] @ vector))
            if float(np.max(self._mentions[name] @ vector)) > max(near, endangered):
                return True
        return False

    def _told(self, vector: Vector, answerable: float) -> Alarm | None:
        if self._asked is None:
            return None
        similarities = self._asked @ vector
        best = int(np.argmax(similarities))
        near = float(similarities[best])
        return Alarm(self._questions[best], near) if near >= max(SAME, answerable) else None
