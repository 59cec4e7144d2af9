"""Which question belongs to which intent, while that is being found out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from knowledge.records import IntentId
from training.neighbourhoods import Vectors
from training.pairs import AskedQuestion

Indices = NDArray[np.int64]


class IntentSource(StrEnum):
    """Where an intent comes from."""

    EXISTING = "existing"
    TAG = "tag"
    CLUSTER = "cluster"


@dataclass(slots=True)
class Assignment:
    """The questions with their vectors (n, d), and for each its intent so far, or None.

    ``names`` and ``sources`` describe every intent that there is, with questions or without.
    """

    questions: Sequence[AskedQuestion]
    vectors: Vectors
    intents: list[IntentId | None]
    names: dict[IntentId, str] = field(default_factory=dict)
    sources: dict[IntentId, IntentSource] = field(default_factory=dict)

    def put(self, members: Sequence[int] | Indices, intent: IntentId) -> None:
        """Give the questions ``members`` the intent."""
        for index in members:
            self.intents[index] = intent

    def put_new(
        self, members: Sequence[int] | Indices, intent: IntentId, name: str, source: IntentSource
    ) -> None:
        """The same, for an intent that there was not yet."""
        self.names[intent], self.sources[intent] = name, source
        self.put(members, intent)

    def left(self) -> Indices:
        """The questions in no intent that say enough by themselves."""
        alone = [
            index
            for index, intent in enumerate(self.intents)
            if intent is None and self.questions[index].stands_alone
        ]
        return np.array(alone, dtype=np.int64)

    def texts(self, members: Sequence[int] | Indices) -> list[str]:
        """The texts of the questions ``members``."""
        return [self.questions[index].text for index in members]
