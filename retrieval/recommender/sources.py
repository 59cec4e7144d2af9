"""The evidence for every item: one distribution a source, and the candidates that they name.

``score`` pools them log-linearly: each counts as the logarithm of how much likelier than by chance
it makes an item, times its weight. What no source speaks for scores 0, never minus infinity.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import MismatchedVectorsError
from retrieval.recommender.behaviour import Catalogue, Histories, Numbers
from retrieval.recommender.neighbours import NEXT, TOGETHER, Neighbours
from retrieval.recommender.ranking_model import SOURCES
from retrieval.recommender.text_tower import TextTower, fading

REMEMBERED = 50
NAMED = 100
TOGETHER_FADE = 0.95
NEXT_FADE = 0.5
DAY = 86_400.0


class Evidence:
    """What is known of a catalogue at one moment. Immutable and thread-safe."""

    def __init__(
        self, catalogue: Catalogue, histories: Histories, towers: TextTower, now: float
    ) -> None:
        """``histories`` end before ``now``, in seconds since the epoch.

        Raises MismatchedVectorsError where the towers read vectors of another dimension.
        """
        if catalogue.vectors.shape[1] != len(towers.offering):
            raise MismatchedVectorsError(
                f"the ranking model reads vectors of {len(towers.offering)} dimensions, "
                f"the items have {catalogue.vectors.shape[1]}"
            )
        self.catalogue = catalogue
        self._histories, self._now = histories, now
        self._towers, self._offers = towers, towers.offers(catalogue.vectors)
        self._together = Neighbours.counted(histories, len(catalogue), TOGETHER)
        self._next = Neighbours.counted(histories, len(catalogue), NEXT)
        self._popular = self.recent(float("inf"))

    def recent(self, half_life_days: float) -> NDArray[np.float64]:
        """Each item's share (n,) of what was done, older actions counting less."""
        age = (self._now - self._histories.times) / DAY
        weights = np.ones(len(age)) if np.isinf(half_life_days) else 0.5 ** (age / half_life_days)
        counted = np.bincount(self._histories.items, weights, minlength=len(self.catalogue))
        return counted.astype(np.float64) / max(float(counted.sum()), 1e-300)

    def speak(self, history: Numbers, recent: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each of SOURCES says (sources, n), after ``history``, oldest first."""
        latest = history[-REMEMBERED:]
        return np.stack(
            [
                self._popular,
                recent,
                self._together.votes(latest, fading(latest, TOGETHER_FADE)),
                self._next.votes(latest, fading(latest, NEXT_FADE)),
                self._towers.votes(self.catalogue.vectors[latest], self._offers),
            ]
        )

    def shares(self, history: Numbers, item: int) -> NDArray[np.float64]:
        """How much of what each source says for ``item`` is owed to whom (sources, h).

        Each row sums to 1, or to 0 where the source does not look at histories or said nothing.
        """
        latest = history[-REMEMBERED:]
        found = np.zeros((len(SOURCES), len(history)))
        there = slice(len(history) - len(latest), len(history))
        for row, neighbours, fade in (
            (2, self._together, TOGETHER_FADE),
            (3, self._next, NEXT_FADE),
        ):
            spoken = np.array([neighbours.weight(int(each), item) for each in latest])
            found[row, there] = spoken * fading(latest, fade)
        vectors = self.catalogue.vectors[latest]
        found[4, there] = self._towers.shares(vectors, self._offers[item])
        totals = found.sum(1, keepdims=True)
        return np.asarray(found / np.where(totals > 0, totals, 1.0))


def pooled(spoken: NDArray[np.float64], items: Numbers) -> NDArray[np.float64]:
    """What weights are fitted on (sources, c): log(1 + how many times likelier than by chance).

    ``spoken`` (sources, n) holds the probabilities of all items, ``items`` (c,) are asked about.
    """
    return np.asarray(np.log1p(spoken[:, items] * spoken.shape[1]))


def candidates(spoken: NDArray[np.float64], allowed: NDArray[np.bool_]) -> Numbers:
    """The items that some source names among its NAMED first, of those ``allowed`` (n,)."""
    return np.unique(np.concatenate([_first(row, allowed) for row in spoken]))


def _first(row: NDArray[np.float64], allowed: NDArray[np.bool_]) -> Numbers:
    spoken_for = np.flatnonzero((row > 0) & allowed)
    if len(spoken_for) <= NAMED:
        return spoken_for
    return spoken_for[np.argpartition(-row[spoken_for], NAMED - 1)[:NAMED]]
