"""At which place stood what was done next, and what that comes to: hit rate and nDCG at 10."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.recommender import Catalogue
from retrieval.recommender.behaviour import Numbers
from training.recommender.baselines import Scorer
from training.recommender.weighing import allowed_after
from training.recommender.windows import Window

DEPTH = 10
RESAMPLES = 2_000
Places = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Quality:
    """Means over people, with their standard errors: people, not events, are the sample.

    ``setting`` says which of several settings did it.
    """

    hit_at_10: float
    ndcg_at_10: float
    hit_error: float
    ndcg_error: float
    setting: str = ""


@dataclass(frozen=True, slots=True)
class Margin:
    """By how much one ranking is above another, with the 95% interval over people."""

    value: float
    low: float
    high: float


def places(test: Window, catalogue: Catalogue, score: Scorer) -> Places:
    """At which place (p,) what was done next stood, counted from 1; ties are shared fairly."""
    found = np.empty(len(test))
    for number, point in enumerate(test.points):
        done = test.histories.before(point)
        scores = np.where(allowed_after(catalogue, done), score(done), -np.inf)
        own = scores[test.histories.items[point]]
        found[number] = 1 + np.sum(scores > own) + (np.sum(scores == own) - 1) / 2
    return found


def gains(found: Places) -> NDArray[np.float64]:
    """Hit and discounted gain (2, p) of one relevant item each."""
    hit = found <= DEPTH
    return np.stack([hit.astype(np.float64), np.where(hit, 1 / np.log2(found + 1), 0.0)])


def by_person(gained: NDArray[np.float64], people: Numbers) -> NDArray[np.float64]:
    """The means (2, persons) of gains (2, p)."""
    _, place, count = np.unique(people, return_inverse=True, return_counts=True)
    return np.stack([np.bincount(place, each) / count for each in gained])


def quality(gained: NDArray[np.float64], people: Numbers, setting: str = "") -> Quality:
    """What gains (2, p) come to, people counting alike."""
    hit, ndcg = by_person(gained, people)
    errors = [float(each.std() / math.sqrt(len(each))) for each in (hit, ndcg)]
    return Quality(float(hit.mean()), float(ndcg.mean()), errors[0], errors[1], setting)


def margins(
    ours: NDArray[np.float64], theirs: NDArray[np.float64], people: Numbers
) -> dict[str, Margin]:
    """By how much gains are above others: the paired bootstrap over people (Efron, 1979)."""
    random = np.random.default_rng(0)
    apart = by_person(ours, people) - by_person(theirs, people)
    drawn = random.integers(0, apart.shape[1], (RESAMPLES, apart.shape[1]))
    found = {}
    for name, each in zip(("hit_at_10", "ndcg_at_10"), apart, strict=True):
        low, high = np.quantile(each[drawn].mean(1), (0.025, 0.975))
        found[name] = Margin(float(each.mean()), float(low), float(high))
    return found
