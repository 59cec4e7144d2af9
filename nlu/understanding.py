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
    of them is right, given that the message may be about none of them: abstain by this one, below
    ``threshold``. ``known_intents`` are all that the classifier which read the text knows, so that
    a missing one means "unlikely" and not "unknown"; empty where no classifier could read it.
    ``readable`` is False where the encoder's vocabulary cannot read the text: the vector then means
    little, and so do the intents, with ``in_scope`` 0, unless the model has n-grams to go by.
    ``half_read`` is True where it knows the words in pieces alone: the vector then says little.
    """

    text: str
    vector: Vector
    intents: tuple[IntentProbability, ...]
    in_scope: float
    language: str | None
    readable: bool
    half_read: bool
    known_intents: tuple[IntentId, ...]
    threshold: float
