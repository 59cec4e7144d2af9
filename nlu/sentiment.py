"""How a message sounds: from -1, furious, over 0, matter-of-fact, to 1, delighted.

A regression over a few hundred written messages, by the search vector where the encoder reads the
text and by its words elsewhere. Good enough to order a queue by and to warn an agent; it takes
irony at its word. A trained model may stand in its place: see ``SentimentReader``.
"""

from __future__ import annotations

from typing import Final, Protocol

import numpy as np

from nlu import matterless_examples, sentiment_examples
from nlu.examples import EncodeEach, ExampleRegression
from nlu.head import Vector

SCORES: Final = {
    sentiment_examples.FURIOUS: -1.0,
    sentiment_examples.UNHAPPY: -0.5,
    sentiment_examples.NEUTRAL: 0.0,
    matterless_examples.INFORMATION: -0.1,
    sentiment_examples.PLEASED: 0.5,
    sentiment_examples.DELIGHTED: 1.0,
    sentiment_examples.BAD_WORDS: -0.8,
    sentiment_examples.GOOD_WORDS: 0.7,
}

GAIN: Final = 1.15
"""The ridge draws everything towards 0; this gives back what it takes from clear cases."""


class SentimentReader(Protocol):
    """Whatever tells how a message sounds. Thread-safe; the same text always sounds the same."""

    def read(self, text: str, vector: Vector | None) -> float:
        """A number in [-1, 1]. ``vector`` (d,) is None where the encoder cannot read ``text``."""
        ...


class ExampleSentiment:
    """Tells how a message sounds from written ones. Thread-safe."""

    def __init__(self, encode_each: EncodeEach) -> None:
        """``encode_each`` gives L2-normalised search vectors of shape (texts, d)."""
        texts = [text for group in SCORES for text in group]
        scores = [[score] for group, score in SCORES.items() for _ in group]
        targets = np.asarray(scores, dtype=np.float32)
        self._regression = ExampleRegression(texts, targets, encode_each)

    def read(self, text: str, vector: Vector | None) -> float:
        """A number in [-1, 1]. ``vector`` (d,) is None where the encoder cannot read ``text``."""
        (score,) = self._regression.predict(text, vector).targets
        return float(np.clip(GAIN * score, -1.0, 1.0))
