"""What is wanted next by what texts say: two towers over the frozen vectors of items' texts.

One reads the history, the latest loudest, the other each item; a large product means that the item
follows. Because only texts go in, an item of this minute has its place at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.recommender.behaviour import Numbers, Vectors

UNTRAINED_SHARPNESS = 12.0
UNTRAINED_FADE = 0.8
READ = 20


@dataclass(frozen=True, slots=True, eq=False)
class TextTower:
    """``reading`` and ``offering`` (d, k) project histories and items; ``loudness`` (READ,) is how
    much the latest, the one before, ... count.
    """

    reading: Vectors
    offering: Vectors
    loudness: Vectors

    @classmethod
    def untrained(cls, dimension: int) -> TextTower:
        """Cosine: what reads alike is taken to follow."""
        same = np.eye(dimension, dtype=np.float32)
        loudness = UNTRAINED_FADE ** np.arange(READ, dtype=np.float32)
        return cls(UNTRAINED_SHARPNESS * same, same, loudness)

    def offers(self, vectors: Vectors) -> Vectors:
        """The items' side (n, k), made once for a catalogue."""
        return vectors @ self.offering

    def parts(self, history: Vectors) -> Vectors:
        """What each of the latest READ vectors adds to the reader's side (h, k), oldest first."""
        latest = history[-READ:]
        loud = self.loudness[: len(latest)][::-1]
        share = loud / max(float(loud.sum()), 1e-9)
        return np.asarray(share[:, None] * (latest @ self.reading), dtype=np.float32)

    def votes(self, history: Vectors, offers: Vectors) -> NDArray[np.float64]:
        """The probability of each item (n,) to be the next; zeros where nothing was read."""
        if not len(history) or not history.any():
            return np.zeros(len(offers))
        logits = (offers @ self.parts(history).sum(0)).astype(np.float64)
        raised = np.exp(logits - logits.max())
        return np.asarray(raised / raised.sum())

    def shares(self, history: Vectors, offer: Vectors) -> NDArray[np.float64]:
        """What each of the history (h,) adds for one item, above nothing."""
        parts = np.maximum(self.parts(history) @ offer, 0.0)
        return np.concatenate([np.zeros(len(history) - len(parts)), parts])


def fading(history: Numbers, fade: float) -> NDArray[np.float64]:
    """How loudly a history (h,) speaks, oldest first; the loudness of all together is 1."""
    loud: NDArray[np.float64] = fade ** np.arange(len(history), dtype=np.float64)[::-1]
    return loud / loud.sum() if len(loud) else loud
