"""What a message does beside asking something: greet, thank, want a person.

Nearest neighbours among a few hundred written examples, by the search vector where the encoder
can read the message and by its characters where it cannot. It needs no training data of the
company's, so that a customer reaches a person on the first day too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process, utils

from nlu import act_examples

Vector = NDArray[np.float32]

SIMILARITY: Final = 0.5
MARGIN: Final = 0.1
CHARACTERS: Final = 80.0
LONGER: Final = 2.0
_HAN: Final = re.compile(r"[\u3400-\u9fff]")


class Act(StrEnum):
    """An act that the dialog answers by itself or hands over."""

    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    HUMAN = "human"
    DISTRESS = "distress"
    CANCEL = "cancel"
    IDENTITY = "identity"


EXAMPLES: Final[dict[Act, tuple[str, ...]]] = {
    Act.GREETING: act_examples.GREETING,
    Act.THANKS: act_examples.THANKS,
    Act.GOODBYE: act_examples.GOODBYE,
    Act.HUMAN: act_examples.HUMAN,
    Act.DISTRESS: act_examples.DISTRESS,
    Act.CANCEL: act_examples.CANCEL,
    Act.IDENTITY: act_examples.IDENTITY,
}


class ActReader:
    """Finds the act of a message. Immutable and thread-safe once made."""

    def __init__(self, encode_each: Callable[[Sequence[str]], Vector]) -> None:
        """``encode_each`` gives L2-normalised search vectors of shape (texts, d)."""
        pairs = [(act, text) for act, texts in EXAMPLES.items() for text in texts]
        self._acts: list[Act] = [act for act, _ in pairs]
        self._vectors = encode_each([text for _, text in pairs])
        self._nothing = encode_each(act_examples.NOTHING)
        self._plain = [utils.default_process(text) for _, text in pairs]
        self._plain_nothing = [utils.default_process(text) for text in act_examples.NOTHING]

    def read(self, text: str, vector: Vector | None) -> Act | None:
        """The act of ``text``, or None. ``vector`` (d,) is its search vector, None if unreadable.

        An act must be near, and nearer by a margin than every request that is none.
        """
        if vector is None or _HAN.search(text):
            return self._by_characters(text)
        similarities = self._vectors @ vector
        best = int(np.argmax(similarities))
        near = similarities[best]
        if near < SIMILARITY or near - float(np.max(self._nothing @ vector)) < MARGIN:
            return None
        return self._acts[best]

    def _by_characters(self, text: str) -> Act | None:
        plain = utils.default_process(text)
        found = process.extractOne(plain, self._plain, scorer=_alike, score_cutoff=CHARACTERS)
        if found is None:
            return None
        nothing = process.extractOne(plain, self._plain_nothing, scorer=_alike)
        return None if nothing and nothing[1] >= found[1] else self._acts[found[2]]


def _alike(text: str, example: str, **_: object) -> float:
    """How alike two texts are, 0 to 100; an example inside a hardly longer text counts whole."""
    if example and len(text) <= LONGER * len(example):
        return float(max(fuzz.ratio(text, example), fuzz.partial_ratio(text, example)))
    return float(fuzz.ratio(text, example))
