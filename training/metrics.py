"""How good a classifier is, and how far its probabilities can be trusted. Numpy alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
Classes = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class OperatingPoint:
    """What a threshold gives: ``precision`` of the answered (None when none is), ``coverage``."""

    threshold: float
    precision: float | None
    coverage: float


def accuracy(predicted: Classes, truth: Classes) -> float:
    """Return the share of right predictions, of at least one."""
    return float((predicted == truth).mean())


def macro_f1(predicted: Classes, truth: Classes) -> float:
    """Return the mean F1 over the classes that occur in either; a negative class is none."""
    scores = []
    for label in np.union1d(predicted, truth):
        both = int(((predicted == label) & (truth == label)).sum())
        either = int((predicted == label).sum() + (truth == label).sum())
        scores.append(2.0 * both / either)
    return float(np.mean(scores))


def calibration_error(confidence: Numbers, right: Flags, bins: int = 15) -> float:
    """Return the expected calibration error over bins of equal mass (Nguyen & O'Connor 2015)."""
    order = np.argsort(confidence, kind="stable")
    parts = np.array_split(order, min(bins, len(order)))
    gaps = [
        len(part) * abs(float(confidence[part].mean()) - float(right[part].mean()))
        for part in parts
    ]
    return float(sum(gaps) / len(order))


def auroc(positive: Numbers, negative: Numbers) -> float:
    """Return the probability that a positive scores above a negative, ties counting half."""
    ordered = np.sort(negative)
    below = np.searchsorted(ordered, positive, side="left")
    not_above = np.searchsorted(ordered, positive, side="right")
    return float((below + not_above).mean() / (2.0 * len(negative)))


def operating_point(
    threshold: float, score: Numbers, right: Flags, out_of_scope: Numbers, weight: float = 1.0
) -> OperatingPoint:
    """Return precision and coverage of answering whatever scores at least ``threshold``.

    ``score`` and ``right`` are of the messages in scope; ``out_of_scope`` holds the scores of the
    others, each of which is a wrong answer when answered and counts ``weight`` times.
    """
    answered = score >= threshold
    total = float(answered.sum()) + weight * float((out_of_scope >= threshold).sum())
    precision = float((answered & right).sum() / total) if total else None
    return OperatingPoint(threshold, precision, float(answered.mean()))
