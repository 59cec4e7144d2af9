"""Fits how much each source counts, on a stretch of time later than all that the sources know.

Conditional logit (McFadden, 1974): among the candidates of each moment, the one that was taken is
to be the likeliest. Weights are never negative, so that evidence can never count against an item.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.recommender import SOURCES, Catalogue, Evidence, candidates
from retrieval.recommender.sources import pooled
from training.recommender.windows import Window

HALF_LIVES = (3.0, 10.0, 30.0, 100.0, 300.0, 1000.0)
HELD_BACK = 0.01
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """The candidates of all moments, one after the other: ``signs`` (c, sources), which were
    ``taken`` (m,), where each moment's begin (``starts``), how much it counts (``weights``), and
    whether anything was ``known`` (m,) of the person.
    """

    signs: Array
    taken: NDArray[np.int64]
    starts: NDArray[np.int64]
    weights: Array
    known: NDArray[np.bool_]

    def of(self, which: NDArray[np.bool_]) -> Choices:
        """Those of some moments alone, ``which`` (m,)."""
        lengths = np.diff(self.starts, append=len(self.signs))
        starts = (np.cumsum(lengths[which]) - lengths[which]).astype(np.int64)
        return Choices(
            self.signs[np.repeat(which, lengths)],
            starts + (self.taken - self.starts)[which],
            starts,
            self.weights[which] / max(float(self.weights[which].sum()), 1e-12),
            self.known[which],
        )


def likeliest_half_life(evidence: Evidence, later: Window) -> float:
    """The half-life in days whose shares make what was done later likeliest."""
    followed = later.histories.items[later.points]

    def told(half_life: float) -> float:
        shares = evidence.recent(half_life)
        smoothed = (shares * len(evidence.catalogue) + 1) / (2 * len(evidence.catalogue))
        return float(later.weights @ np.log(smoothed[followed]))

    return max(HALF_LIVES, key=told)


def allowed_after(catalogue: Catalogue, done: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Everything but what was done already."""
    allowed = np.ones(len(catalogue), dtype=bool)
    allowed[done] = False
    return allowed


def choices(evidence: Evidence, later: Window, half_life_days: float) -> Choices:
    """What could have been chosen at each moment; one whose choice nobody named teaches nothing."""
    recent = evidence.recent(half_life_days)
    signs: list[Array] = []
    taken, starts, weights, known, place = [], [], [], [], 0
    for point, weight in zip(later.points, later.weights, strict=True):
        done = later.histories.before(point)
        spoken = evidence.speak(done, recent)
        named = candidates(spoken, allowed_after(evidence.catalogue, done))
        found = np.flatnonzero(named == later.histories.items[point])
        if len(found):
            signs.append(pooled(spoken, named).T)
            starts.append(place)
            taken.append(place + int(found[0]))
            weights.append(weight)
            known.append(len(done) > 0)
            place += len(named)
    if not signs:
        nothing = np.zeros(0, dtype=np.int64)
        return Choices(
            np.zeros((0, len(SOURCES))), nothing, nothing, np.zeros(0), np.zeros(0, dtype=bool)
        )
    numbers = np.array(taken), np.array(starts)
    counts = np.array(weights) / sum(weights)
    return Choices(np.concatenate(signs), *numbers, counts, np.array(known))


def fitted_weights(found: Choices, start: Array) -> Array:
    """The weights (sources,), from ``start``; that itself where there is nothing to learn from."""
    from scipy.optimize import minimize

    if not len(found.taken):
        return start
    lengths = np.diff(found.starts, append=len(found.signs))
    moment = np.repeat(np.arange(len(lengths)), lengths)

    def loss(weights: Array) -> tuple[float, Array]:
        scores = found.signs @ weights
        scores -= np.maximum.reduceat(scores, found.starts)[moment]
        raised = np.exp(scores)
        totals = np.add.reduceat(raised, found.starts)
        missed = found.weights @ (np.log(totals) - scores[found.taken])
        share = raised / totals[moment] * found.weights[moment]
        gradient = share @ found.signs - found.weights @ found.signs[found.taken]
        away = weights - start
        return float(missed + HELD_BACK * away @ away), gradient + 2 * HELD_BACK * away

    bounds = [(0.0, None)] * len(SOURCES)
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x)
