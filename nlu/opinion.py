"""What a classifier makes of one message, in calibrated numbers, whichever classifier it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from knowledge.records import IntentId
from nlu.calibration import Calibration
from nlu.head import Vector, probabilities_of, scope_signals
from nlu.understanding import IntentProbability

SHOWN_INTENTS = 5


@dataclass(frozen=True, slots=True)
class Opinion:
    """The likeliest ``intents``, best first, and whether the first is right (``in_scope``).

    ``known_intents`` are all that the classifier was trained on, ``threshold`` is the ``in_scope``
    from which on it may be taken at its word.
    """

    intents: tuple[IntentProbability, ...] = ()
    in_scope: float = 0.0
    known_intents: tuple[IntentId, ...] = ()
    threshold: float = 1.0

    def of_the_unreadable(self) -> Opinion:
        """Return the same, given that the classifier could not read the text: in no scope."""
        return replace(self, in_scope=0.0, known_intents=())


def opinion_of(
    logits: Vector,
    similarity: Callable[[int], float],
    intents: tuple[IntentId, ...],
    calibration: Calibration,
) -> Opinion:
    """Read raw ``logits`` (intents,).

    ``similarity`` tells how near the nearest text of an intent is, given by its place.
    """
    logits = logits / calibration.temperature
    probabilities = probabilities_of(logits)
    best = np.argsort(-probabilities, kind="stable")[:SHOWN_INTENTS]
    shown = tuple(IntentProbability(intents[index], float(probabilities[index])) for index in best)
    in_scope = 0.0
    if calibration.scope is not None:
        signals = scope_signals(logits, probabilities, similarity(int(best[0])))
        in_scope = calibration.scope.probability(signals)
    return Opinion(shown, in_scope, intents, calibration.threshold)
