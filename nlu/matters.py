"""Whether a message demands a decision or an admission that only a person may give.

Money as goodwill, exceptions, blame, promises, threats, injuries: a bot that grants, refuses or
admits such a thing binds the company. Mere questions about the rules are told apart. It knows
nothing of what the dialog then does.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from nlu import act_examples, matter_examples, matterless_examples
from nlu.examples import EncodeEach, ExampleRegression, one_hot, places_of
from nlu.head import Vector


class Matter(StrEnum):
    """What is demanded, or threatened with."""

    MONEY = "money"
    EXCEPTION = "exception"
    BLAME = "blame"
    LEGAL = "legal"
    INJURY = "injury"
    PRESS = "press"
    PROMISE = "promise"


GRAVE: Final = frozenset({Matter.LEGAL, Matter.INJURY})
"""What always goes to a person."""


@dataclass(frozen=True, slots=True)
class Concern:
    """A matter, and the written example that the message comes nearest to."""

    matter: Matter
    example: str


EXAMPLES: Final[dict[Matter, tuple[str, ...]]] = {
    Matter.MONEY: matter_examples.MONEY,
    Matter.EXCEPTION: matter_examples.EXCEPTION,
    Matter.BLAME: matter_examples.BLAME,
    Matter.LEGAL: matter_examples.LEGAL,
    Matter.INJURY: matter_examples.INJURY,
    Matter.PRESS: matter_examples.PRESS,
    Matter.PROMISE: matter_examples.PROMISE,
}

OTHERS: Final = (
    *matterless_examples.INFORMATION,
    *matterless_examples.FAULTS,
    *act_examples.NOTHING,
    *act_examples.GREETING,
    *act_examples.THANKS,
    *act_examples.GOODBYE,
    *act_examples.HUMAN,
    *act_examples.CANCEL,
    *act_examples.COMPLIMENT,
    *act_examples.DISSATISFIED,
    *act_examples.INSULT,
)

SCORE: Final = 0.4
"""The least sum of all matters' scores."""

GRAVE_SCORE: Final = 0.33
"""The least sum where threats or injuries lead: missing one is worse than fetching a person."""

LEADING: Final = 0.15
"""The least score of the matter that leads: a sum of little of each is no demand."""

LIKENESS: Final = 0.58
"""The least likeness to the nearest example, where the encoder read the message."""


class MatterReader:
    """Finds the matter of a message. Thread-safe."""

    def __init__(self, encode_each: EncodeEach) -> None:
        """``encode_each`` gives L2-normalised search vectors of shape (texts, d)."""
        groups = tuple(EXAMPLES.values())
        self._matters = tuple(EXAMPLES)
        self._places = places_of(groups)
        self._texts, targets = one_hot(groups, OTHERS)
        self._regression = ExampleRegression(self._texts, targets, encode_each)

    def read(self, text: str, vector: Vector | None) -> Concern | None:
        """The matter of ``text``, or None. ``vector`` (d,) is None where it is unreadable.

        The scores of all matters count together, because many demands are two of them at once.
        """
        predicted = self._regression.predict(text, vector)
        best = int(np.argmax(predicted.targets))
        bar = GRAVE_SCORE if self._matters[best] in GRAVE else SCORE
        if float(predicted.targets.sum()) < bar or float(predicted.targets[best]) < LEADING:
            return None
        nearest, likeness = predicted.nearest(self._places[best])
        if predicted.read and likeness < LIKENESS:
            return None
        return Concern(self._matters[best], self._texts[nearest])
