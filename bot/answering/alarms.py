"""Messages like these always go to a person: the operator's own examples, compared by meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.dialog import Alarm

Vector = NDArray[np.float32]
SIMILARITY = 0.5


class AlarmReader:
    """Nearest neighbour among the examples. Immutable and thread-safe."""

    def __init__(
        self, examples: Sequence[str], encode_each: Callable[[Sequence[str]], Vector]
    ) -> None:
        """``encode_each`` gives L2-normalised search vectors of shape (texts, d)."""
        self._examples = tuple(examples)
        self._vectors = encode_each(self._examples)

    def read(self, vector: Vector, answerable: float) -> Alarm | None:
        """The example that a message comes near to, if it is nearer than ``answerable``.

        ``vector`` (d,) is the message's search vector, ``answerable`` its similarity to the
        nearest example of an answer template.
        """
        if not self._examples:
            return None
        similarities = self._vectors @ vector
        best = int(np.argmax(similarities))
        near = float(similarities[best])
        if near < SIMILARITY or near < answerable:
            return None
        return Alarm(self._examples[best], near)
