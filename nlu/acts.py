"""What a message does beside asking something: greet, praise, scold, want a person, say yes.

What is asked of the one who answers is heard by the words of many languages first; for the rest
there is a regression over some hundred written examples and as many requests that are no act. It
needs no training data of the company's, so that a customer reaches a person on the first day too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from nlu import act_examples
from nlu.courtesies import courtesy_in
from nlu.examples import EncodeEach, ExampleRegression, one_hot, places_of
from nlu.head import Vector
from nlu.short_answers import short_answer
from nlu.wishes import wish_in


class Act(StrEnum):
    """An act that the dialog answers by itself, hands over, or takes into account."""

    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    HUMAN = "human"
    DISTRESS = "distress"
    CANCEL = "cancel"
    IDENTITY = "identity"
    INSULT = "insult"
    COMPLIMENT = "compliment"
    DISSATISFIED = "dissatisfied"
    AFFIRM = "affirm"
    DENY = "deny"
    WAIT = "wait"


EXAMPLES: Final[dict[Act, tuple[str, ...]]] = {
    Act.GREETING: act_examples.GREETING,
    Act.THANKS: act_examples.THANKS,
    Act.GOODBYE: act_examples.GOODBYE,
    Act.HUMAN: act_examples.HUMAN,
    Act.DISTRESS: act_examples.DISTRESS,
    Act.CANCEL: act_examples.CANCEL,
    Act.IDENTITY: act_examples.IDENTITY,
    Act.INSULT: act_examples.INSULT,
    Act.COMPLIMENT: act_examples.COMPLIMENT,
    Act.DISSATISFIED: act_examples.DISSATISFIED,
}

CALLS: Final = frozenset({Act.HUMAN, Act.DISTRESS})
"""What is to be heard wherever in a message it stands."""

PLEASANTRIES: Final = frozenset(
    {Act.GREETING, Act.THANKS, Act.GOODBYE, Act.INSULT, Act.COMPLIMENT, Act.DISSATISFIED}
)
"""What counts only where the message is no more than that."""

MAX_WORDS: Final = 14
"""Words, or Chinese characters, of the longest pleasantry; a longer one says something else too."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What a message must reach: the predicted score, and the likeness to the nearest example.

    The likeness counts only where the encoder read the message.
    """

    score: float
    likeness: float


ORDINARY: Final = Bar(0.37, 0.6)
BARS: Final = {
    Act.HUMAN: Bar(0.35, 0.5),
    Act.DISTRESS: Bar(0.35, 0.5),
    Act.GREETING: Bar(0.5, 0.6),
}

_ASKS: Final = re.compile(r"[?\uff1f吗]")
_WORD: Final = re.compile(r"[^\W\d_\u3400-\u9fff]+|[\u3400-\u9fff]|\d+")


class ActReader:
    """Finds the act of a message. Thread-safe."""

    def __init__(self, encode_each: EncodeEach) -> None:
        """``encode_each`` gives L2-normalised search vectors of shape (texts, d)."""
        self._acts = tuple(EXAMPLES)
        groups = tuple(EXAMPLES.values())
        self._places = places_of(groups)
        others = (*act_examples.NOTHING, *act_examples.DEMANDS)
        self._regression = ExampleRegression(*one_hot(groups, others), encode_each)

    def read(self, text: str, vector: Vector | None) -> Act | None:
        """The act of ``text``, or None.

        ``vector`` (d,) is its search vector, None where the encoder cannot read it.
        """
        answer = short_answer(text)
        if answer is not None:
            return Act(answer.value)
        worded = wish_in(text)
        if worded is not None:
            return Act(worded.wish.value)
        said = courtesy_in(text)
        if said is not None:
            return Act(said.courtesy.value)
        predicted = self._regression.predict(text, vector)
        best = int(np.argmax(predicted.targets))
        act = self._acts[best]
        bar = BARS.get(act, ORDINARY)
        if predicted.targets[best] < bar.score:
            return None
        if predicted.read and predicted.nearest(self._places[best])[1] < bar.likeness:
            return None
        return None if act in PLEASANTRIES and _says_more(text, act) else act


def _says_more(text: str, act: Act) -> bool:
    """Whether something is asked beside the pleasantry; "anybody there?" asks nothing."""
    asks = act is not Act.GREETING and _ASKS.search(text) is not None
    return asks or len(_WORD.findall(text)) > MAX_WORDS
