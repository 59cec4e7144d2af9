"""Turning logits into probabilities that hold: temperature, the probe's share, scope, threshold.

Everything is fitted on texts, and for the scope on whole intents, that the model has not seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlu.calibration import ScopeCalibration
from nlu.head import Vector, probabilities_of, scope_signals
from training.metrics import Flags, Numbers

_PROBE_WEIGHTS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)
_REGULARISATION = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Outputs:
    """What a model says to n texts: logits (n, classes) of both heads, and ``similarity`` (n)."""

    tuned: Vector
    probe: Vector
    similarity: Numbers

    def mixed(self, probe_weight: float) -> Vector:
        """Return the averaged logits as serving does."""
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
    for weight in _PROBE_WEIGHTS:
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
    rows = [
        scope_signals(*one).values()
        for one in zip(logits, probabilities, outputs.similarity.tolist(), strict=True)
    ]
    return np.array(rows, dtype=np.float64), logits.argmax(1)


@dataclass(frozen=True, slots=True, eq=False)
class ScopeEvidence:
    """Signals (n, 4) of held-out messages, whether their top intent is right, and their weights."""

    signals: Numbers
    right: Flags
    weights: Numbers


def weigh(inside: Numbers, right: Flags, outside: Numbers, share: float) -> ScopeEvidence:
    """Join messages in scope with those of held-out intents, the latter weighing ``share``."""
    weights = np.ones(len(inside) + len(outside))
    if len(outside):
        weights[len(inside) :] = share / (1.0 - share) * len(inside) / len(outside)
    return ScopeEvidence(
        np.concatenate([inside, outside]),
        np.concatenate([right, np.zeros(len(outside), dtype=np.bool_)]),
        weights,
    )


def fit_scope(evidence: ScopeEvidence, means: Numbers, scales: Numbers) -> ScopeCalibration:
    """Fit a logistic regression whose weights are not negative, so that no signal counts against.

    ``means`` and ``scales`` (4,) standardise the signals. Falls back on the top probability alone
    where nothing held out was wrong.
    """
    from scipy.optimize import minimize

    if evidence.right.all() or not evidence.right.any():
        return ScopeCalibration((0.0,) * 4, (1.0,) * 4, (1.0, 0.0, 0.0, 0.0), 0.0)
    inputs = (evidence.signals - means) / scales
    sign = np.where(evidence.right, 1.0, -1.0)
    total = evidence.weights.sum()

    def loss(parameters: Numbers) -> tuple[float, Numbers]:
        score = sign * (inputs @ parameters[:-1] + parameters[-1])
        value = evidence.weights @ np.logaddexp(0.0, -score)
        pull = -evidence.weights * sign / (1.0 + np.exp(np.minimum(score, 60.0)))
        gradient = np.append(inputs.T @ pull, pull.sum())
        value += 0.5 * _REGULARISATION * float(parameters[:-1] @ parameters[:-1])
        gradient[:-1] += _REGULARISATION * parameters[:-1]
        return value / total, gradient / total

    bounds = [(0.0, None)] * inputs.shape[1] + [(None, None)]
    found = minimize(loss, np.zeros(inputs.shape[1] + 1), jac=True, bounds=bounds)
    return ScopeCalibration(
        tuple(means.tolist()),
        tuple(scales.tolist()),
        tuple(found.x[:-1].tolist()),
        float(found.x[-1]),
    )


def scope_scores(scope: ScopeCalibration, signals: Numbers) -> Numbers:
    """Return the ``in_scope`` probability of every row of signals (n, 4)."""
    inputs = (signals - np.array(scope.means)) / np.array(scope.scales)
    logits = inputs @ np.array(scope.weights) + scope.intercept
    scores: Numbers = 1.0 / (1.0 + np.exp(-np.clip(logits, -60.0, 60.0)))
    return scores
