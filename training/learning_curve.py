"""What more examples would buy, read off how accuracy grew with those that there are.

Accuracy out of fold is taken as linear in the logarithm of the number of examples, which holds over
the short way ahead that is asked about here. It speaks of examples taken at random.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nlu.head import Vector
from training.out_of_fold import FOLDS, Classes, folds_of
from training.probe import fit_probe

SHARES = (0.4, 0.6, 0.8, 1.0)
LEAST_EXAMPLES = 40
T_QUANTILE = 2.776
"""Two-sided 95% of Student's t with four degrees of freedom, for five folds."""


@dataclass(frozen=True, slots=True)
class Gain:
    """Accuracy out of fold now, and what ``more`` examples add, as fractions.

    ``low`` and ``high`` bound the gain at 95%, from the spread over the folds.
    """

    accuracy: float
    more: int
    gain: float
    low: float
    high: float


def expected_gain(vectors: Vector, labels: Classes, *, more: int, seed: int = 0) -> Gain | None:
    """The gain of ``more`` random examples beside ``vectors`` (n, d) with ``labels`` (n,).

    None where fewer than 40 examples, or a fold with a single class, leave nothing to fit.
    """
    if len(labels) < LEAST_EXAMPLES:
        return None
    chance = np.random.default_rng(seed)
    folds = folds_of(vectors, labels, seed)
    slopes, accuracies = [], []
    for fold in range(FOLDS):
        held = folds == fold
        rows = chance.permutation(np.flatnonzero(~held))
        sizes = [round(share * len(rows)) for share in SHARES]
        reached = [_accuracy(vectors, labels, rows[:size], held) for size in sizes]
        if None in reached:
            return None
        slope, _ = np.polyfit(np.log(sizes), np.array(reached, dtype=float), 1)
        slopes.append(float(slope))
        accuracies.append(reached[-1])
    step = np.log((len(labels) + more) / len(labels))
    gain = float(np.mean(slopes) * step)
    margin = float(T_QUANTILE * np.std(slopes, ddof=1) / np.sqrt(FOLDS) * step)
    accuracy = float(np.mean(np.array(accuracies, dtype=float)))
    return Gain(accuracy, more, gain, gain - margin, gain + margin)


def _accuracy(vectors: Vector, labels: Classes, rows: Classes, held: Classes) -> float | None:
    """Of a probe that learned from ``rows``, on the rows that are ``held`` back."""
    present = np.unique(labels[rows])
    if len(present) < 2 or not held.any():
        return None
    probe = fit_probe(vectors[rows], np.searchsorted(present, labels[rows]), len(present))
    said = present[(vectors[held] @ probe.weight.T + probe.bias).argmax(axis=1)]
    return float((said == labels[held]).mean())
