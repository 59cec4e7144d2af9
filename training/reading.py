"""How logits are read as probabilities: the probe's share in them, and one temperature.

Both are fitted on texts that the model has not seen (Guo et al. 2017 for the temperature).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlu.calibration import SCOPE_FEATURES
from nlu.head import Vector, probabilities_of, scope_signals
from training.metrics import Numbers

_PROBE_WEIGHTS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)


@dataclass(frozen=True, slots=True, eq=False)
class Outputs:
    """What a model says to n texts: logits (n, classes) of its heads.

    ``probe`` is None where there is no second head. ``nearest`` (n, classes) are the cosines to the
    nearest training text of each class.
    """

    tuned: Vector
    probe: Vector | None
    nearest: Vector

    def mixed(self, probe_weight: float) -> Vector:
        """Return the averaged logits as serving does."""
        if self.probe is None:
            return self.tuned
        logits: Vector = (1.0 - probe_weight) * self.tuned + probe_weight * self.probe
        return logits


@dataclass(frozen=True, slots=True)
class Reading:
    """How logits are read: the probe's share in them, and the temperature."""

    probe_weight: float
    temperature: float


def fit_reading(outputs: Sequence[Outputs], labels: Sequence[NDArray[np.int64]]) -> Reading:
    """Return the reading with the least cross-entropy over all models' held-out texts."""
    readings = []
    alone = any(output.probe is None for output in outputs)
    for weight in (0.0,) if alone else _PROBE_WEIGHTS:
        logits = [output.mixed(weight) for output in outputs]
        temperature, loss = fit_temperature(logits, labels)
        readings.append((loss, weight, temperature))
    _, weight, temperature = min(readings)
    return Reading(weight, temperature)


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


def signals_of(outputs: Outputs, reading: Reading) -> tuple[Numbers, NDArray[np.int64]]:
    """Return the scope signals (n, 4) and the top class (n) of every text."""
    logits = outputs.mixed(reading.probe_weight) / reading.temperature
    probabilities = probabilities_of(logits)
    top = logits.argmax(1)
    similarity = outputs.nearest[np.arange(len(top)), top].tolist()
    rows = [
        scope_signals(*one).values() for one in zip(logits, probabilities, similarity, strict=True)
    ]
    return np.array(rows, dtype=np.float64).reshape(-1, len(SCOPE_FEATURES)), top
