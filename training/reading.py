"""How logits are read as probabilities: what share each head has in them, and one temperature.

Both are fitted on texts that the model has not seen (Guo et al. 2017 for the temperature).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from nlu.calibration import SCOPE_FEATURES, Calibration
from nlu.head import Vector, probabilities_of, scope_signals
from training.metrics import Numbers

_WEIGHTS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)
_MOST_OF_OTHERS = 0.6
_LOSS_SHARE = 0.1
"""What a nat of cross-entropy weighs against accuracy, as in the choice of a checkpoint."""


class Shares(Protocol):
    """The shares in the averaged logits that the tuned head leaves to the others."""

    @property
    def probe_weight(self) -> float: ...

    @property
    def ngram_weight(self) -> float: ...


@dataclass(frozen=True, slots=True, eq=False)
class Outputs:
    """What a model says to n texts: logits (n, classes) of its heads.

    ``probe`` and ``grams`` are None where there is no such head. ``nearest`` (n, classes) are the
    cosines to the nearest training text of each class.
    """

    tuned: Vector
    probe: Vector | None
    nearest: Vector
    grams: Vector | None = None

    def mixed(self, shares: Shares) -> Vector:
        """Return the averaged logits as serving does."""
        logits: Vector = (1.0 - shares.probe_weight - shares.ngram_weight) * self.tuned
        if self.probe is not None:
            logits = logits + shares.probe_weight * self.probe
        if self.grams is not None:
            logits = logits + shares.ngram_weight * self.grams
        return logits


@dataclass(frozen=True, slots=True)
class Reading:
    """How logits are read: the shares of the probe and of n-grams in them, and the temperature."""

    probe_weight: float
    ngram_weight: float
    temperature: float

    def calibration(self) -> Calibration:
        """Return the calibration that serves this reading, and knows no more."""
        return Calibration(self.temperature, self.probe_weight, self.ngram_weight)


def fit_reading(outputs: Sequence[Outputs], labels: Sequence[NDArray[np.int64]]) -> Reading:
    """Return the reading that is best on all models' held-out texts.

    The shares are those with the best accuracy, less a tenth of the cross-entropy: by that alone
    the smoother head would get more than is right. The temperature has the least cross-entropy.
    """
    probes = (0.0,) if any(output.probe is None for output in outputs) else _WEIGHTS
    grams = (0.0,) if any(output.grams is None for output in outputs) else _WEIGHTS
    readings = []
    for probe, ngram in product(probes, grams):
        if probe + ngram <= _MOST_OF_OTHERS:
            logits = [output.mixed(Reading(probe, ngram, 1.0)) for output in outputs]
            temperature, loss = fit_temperature(logits, labels)
            wrong = 1.0 - _accuracy(logits, labels)
            readings.append((wrong + _LOSS_SHARE * loss, probe, ngram, temperature))
    return Reading(*min(readings)[1:])


def fit_temperature(
    logits: Sequence[Vector], labels: Sequence[NDArray[np.int64]]
) -> tuple[float, float]:
    """Return the temperature with the least cross-entropy, and that cross-entropy."""
    from scipy.optimize import minimize_scalar

    def loss(log_temperature: float) -> float:
        total = 0.0
        for scores, truth in zip(logits, labels, strict=True):
            likely = probabilities_of(scores / np.exp(log_temperature))
            total -= float(np.log(likely[np.arange(len(truth)), truth] + 1e-12).sum())
        return total / sum(len(truth) for truth in labels)

    found = minimize_scalar(loss, bounds=(-3.0, 3.0), method="bounded")
    return float(np.exp(found.x)), float(found.fun)


def _accuracy(logits: Sequence[Vector], labels: Sequence[NDArray[np.int64]]) -> float:
    right = [scores.argmax(1) == truth for scores, truth in zip(logits, labels, strict=True)]
    return float(np.concatenate(right).mean())


def signals_of(outputs: Outputs, reading: Reading) -> tuple[Numbers, NDArray[np.int64]]:
    """Return the scope signals (n, 4) and the top class (n) of every text."""
    logits = outputs.mixed(reading) / reading.temperature
    probabilities = probabilities_of(logits)
    top = logits.argmax(1)
    similarity = outputs.nearest[np.arange(len(top)), top].tolist()
    rows = [
        scope_signals(*one).values() for one in zip(logits, probabilities, similarity, strict=True)
    ]
    return np.array(rows, dtype=np.float64).reshape(-1, len(SCOPE_FEATURES)), top
