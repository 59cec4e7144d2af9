"""How sure the model may be that a message is in scope and its top intent right.

Fitted on whole intents that a rehearsal left out: they are the near misses that a real inbox
brings, and no out-of-scope texts are needed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nlu.calibration import ScopeCalibration
from training.metrics import Flags, Numbers

_REGULARISATION = 1.0


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
