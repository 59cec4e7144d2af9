"""How a message sounds, told by a model that was trained to tell it.

It has an encoder of its own and so takes a pass of its own. What that cannot read is left to
another reader.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from nlu.errors import DamagedModelError
from nlu.head import Vector
from nlu.model import Model
from nlu.sentiment import SentimentReader
from nlu.sentiment_labels import sentiment_scores


class TrainedSentiment:
    """The mean of the labels' scores, each weighing its probability. Immutable and thread-safe."""

    def __init__(self, model: Model, scores: tuple[float, ...], fallback: SentimentReader) -> None:
        """``scores`` (classes,) are those of the model's labels."""
        self.model_id = model.id
        self.fallback = fallback
        self._model = model
        self._scores = np.asarray(scores, dtype=np.float64)

    @classmethod
    def open(cls, directory: Path, fallback: SentimentReader) -> TrainedSentiment:
        """Verify and load a sentiment model; ``fallback`` reads what it cannot.

        Raises DamagedModelError, also for labels that are no sentiments, and WrongTaskError.
        """
        model = Model.open(directory, task="sentiment")
        try:
            scores = sentiment_scores(model.intents)
        except ValueError as error:
            raise DamagedModelError(directory, str(error)) from None
        return cls(model, scores, fallback)

    def read(self, text: str, vector: Vector | None) -> float:
        """A number in [-1, 1]. ``vector`` (d,) is None where the serving encoder cannot read."""
        readable = self._model.can_read(text)
        probabilities = self._model.probabilities(text) if readable else None
        if probabilities is None:
            return self.fallback.read(text, vector)
        return float(np.clip(probabilities @ self._scores, -1.0, 1.0))
