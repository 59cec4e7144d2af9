"""Examples whose label is doubted, by confident learning (Northcutt, Jiang and Chuang, 2021).

A class claims an example where its out-of-fold probability is at least what its own examples get
on average. Whoever is claimed by another class than its label is a suspect. It doubts labels, it
does not know what is right: a person decides.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlu.head import Vector

Classes = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Suspect:
    """An example, as its row, that class ``proposed`` claims; both probabilities out of fold."""

    row: int
    given: int
    proposed: int
    given_probability: float
    proposed_probability: float

    @property
    def margin(self) -> float:
        """How much likelier the proposed class is than the given one, from -1 to 1."""
        return self.proposed_probability - self.given_probability


def find_suspects(probabilities: Vector, labels: Classes) -> tuple[Suspect, ...]:
    """Suspects among examples with ``labels`` (n,), the surest first.

    ``probabilities`` (n, classes) are out of fold. An example whose class has no other example is
    no suspect: nothing could speak for its label.
    """
    sizes = np.bincount(labels, minlength=probabilities.shape[1])
    usual = np.full(probabilities.shape[1], np.inf)
    for number in np.flatnonzero(sizes):
        usual[number] = probabilities[labels == number, number].mean()
    claimed = np.where(probabilities >= usual, probabilities, -1.0)
    best = claimed.argmax(axis=1)
    rows = np.arange(len(labels))
    doubted = (claimed[rows, best] > 0) & (best != labels) & (sizes[labels] > 1)
    suspects = [
        Suspect(
            int(row),
            int(labels[row]),
            int(best[row]),
            float(probabilities[row, labels[row]]),
            float(probabilities[row, best[row]]),
        )
        for row in np.flatnonzero(doubted)
    ]
    return tuple(sorted(suspects, key=lambda each: (-each.margin, each.row)))
