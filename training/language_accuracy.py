"""How well each language's questions are told apart, out of fold, before anybody relies on it.

It is measured against the intents that learning gave, so it says where one language fares worse
than the others, not how right the intents are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.records import IntentId
from nlu.head import Vector
from training.out_of_fold import out_of_fold

LEAST_EXAMPLES = 30
LEAST_ACCEPTED = 20
Z = 1.96
"""Of a two-sided 95% interval."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class LanguageAccuracy:
    """What was measured on one language's questions; rates are fractions.

    ``accuracy`` counts the likeliest intent on all ``examples``; ``precision`` those that reach the
    confidence at which all languages together keep the target. ``below_target`` says that the
    precision is surely lower than that. ``reason`` says why there is no figure.
    """

    share: float
    examples: int
    accuracy: float | None = None
    precision: float | None = None
    below_target: bool = False
    reason: str | None = None


def measure_languages(
    shares: Mapping[str, float],
    languages: Sequence[str],
    intents: Sequence[IntentId],
    vectors: Vector,
    readable: Sequence[bool],
    *,
    target: float,
    seed: int = 0,
) -> dict[str, LanguageAccuracy]:
    """One measurement for each of ``shares``, the share of conversations in each language.

    ``languages``, ``intents`` and ``readable`` describe the questions with ``vectors`` (n, d).
    """
    names, labels = np.unique(np.asarray(intents, dtype=object).astype(str), return_inverse=True)
    said_in = np.asarray(languages, dtype=object)
    can_read = np.asarray(readable, dtype=bool)
    probabilities = np.zeros((len(labels), max(1, len(names))), dtype=np.float32)
    if can_read.any():
        probabilities[can_read] = out_of_fold(
            vectors[can_read], labels[can_read].astype(np.int64), len(names), seed=seed
        )
    right = can_read & (probabilities.argmax(axis=1) == labels)
    sure = _accepted(probabilities.max(axis=1), right, target)
    return {
        language: _measured(share, said_in == language, right, sure, can_read, target)
        for language, share in shares.items()
    }


def _accepted(confidence: Vector, right: Flags, target: float) -> Flags:
    """The most confident questions, as many as keep the target precision all together."""
    order = np.argsort(-confidence, kind="stable")
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    keeps = np.flatnonzero(precision >= target)
    accepted = np.zeros(len(order), dtype=bool)
    accepted[order[: keeps[-1] + 1 if len(keeps) else 0]] = True
    return accepted


def _measured(
    share: float, own: Flags, right: Flags, sure: Flags, can_read: Flags, target: float
) -> LanguageAccuracy:
    examples = int(own.sum())
    if examples < LEAST_EXAMPLES:
        reason = f"{examples} questions have an intent; {LEAST_EXAMPLES} are needed"
        return LanguageAccuracy(share, examples, reason=reason)
    if can_read[own].mean() < 0.5:
        reason = "the encoder cannot read this language, so nothing is answered by intent"
        return LanguageAccuracy(share, examples, reason=reason)
    accuracy = float(right[own].mean())
    accepted = own & sure
    if accepted.sum() < LEAST_ACCEPTED:
        reason = "too few questions are sure enough to tell the precision of answers"
        return LanguageAccuracy(share, examples, accuracy, reason=reason)
    precision = float(right[accepted].mean())
    below = _highest(precision, int(accepted.sum())) < target
    return LanguageAccuracy(share, examples, accuracy, precision, below)


def _highest(share: float, count: int) -> float:
    """The upper end of Wilson's 95% interval for a share observed ``count`` times."""
    square = Z * Z / count
    middle = share + square / 2
    spread = Z * float(np.sqrt(share * (1 - share) / count + square / (4 * count)))
    return (middle + spread) / (1 + square)
