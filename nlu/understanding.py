"""What one message means, as far as the model can tell."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.records import IntentId
from nlu.head import Vector


@dataclass(frozen=True, slots=True)
class IntentProbability:
    """An intent and its calibrated probability, given that the message is in scope."""

    intent: IntentId
    probability: float


@dataclass(frozen=True, slots=True, eq=False)
class Understanding:
    """The meaning of ``text``.

    ``vector`` (dimension,) is the normalised float32 search vector. ``intents`` holds the five
    most probable, best first. ``in_scope`` in [0, 1] is the calibrated probability that the first
    of them is right, given that the message may be about none of them: abstain by this one.
    ``readable`` is False where the encoder's vocabulary cannot read the text; vector and intents
    then mean little, and ``in_scope`` is 0.
    """

    text: str
    vector: Vector
    intents: tuple[IntentProbability, ...]
    in_scope: float
    language: str | None
    readable: bool
