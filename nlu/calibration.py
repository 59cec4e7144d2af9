"""What calibration.json holds: how raw scores become probabilities that can be trusted.

The numbers are fitted by training on held-out texts; here they are only read and applied.
Standard logistic arithmetic (Guo et al. 2017 for the temperature).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

SCOPE_FEATURES = ("confidence", "margin", "energy", "similarity")


@dataclass(frozen=True, slots=True)
class ScopeSignals:
    """What speaks for a message being in scope and its top intent right.

    ``confidence``: log-odds of the top probability; ``margin``: log of the top probability over
    the second; ``energy``: log-sum-exp of the logits; ``similarity``: mean cosine to the nearest
    training texts, by the search vector.
    """

    confidence: float
    margin: float
    energy: float
    similarity: float

    def values(self) -> tuple[float, ...]:
        """Return the signals in the order of ``SCOPE_FEATURES``."""
        return (self.confidence, self.margin, self.energy, self.similarity)


@dataclass(frozen=True, slots=True)
class ScopeCalibration:
    """A logistic regression over standardised ``ScopeSignals``."""

    means: tuple[float, ...]
    scales: tuple[float, ...]
    weights: tuple[float, ...]
    intercept: float

    def probability(self, signals: ScopeSignals) -> float:
        """Return the probability that the top intent is right, in [0, 1]."""
        terms = zip(signals.values(), self.means, self.scales, self.weights, strict=True)
        logit = self.intercept + sum(w * (x - mean) / scale for x, mean, scale, w in terms)
        return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, logit))))


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Answering from ``threshold`` on: the share that is right, and how many get a right answer."""

    threshold: float
    precision: float
    coverage: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How a model's logits are read.

    ``probe_weight`` in [0, 1] is the frozen probe's share in the averaged logits; ``threshold`` is
    the ``in_scope`` score from which training expects ``target_precision`` when
    ``out_of_scope_share`` of the messages are out of scope. ``match`` holds the template
    matcher's regressions by name, None where training could not fit them.
    """

    temperature: float = 1.0
    probe_weight: float = 0.0
    scope: ScopeCalibration | None = None
    threshold: float = 1.0
    target_precision: float = 0.95
    out_of_scope_share: float = 0.0
    match: Mapping[str, Mapping[str, float]] | None = None
    match_curve: tuple[CurvePoint, ...] = ()

    def answer_threshold(self, target_precision: float) -> float | None:
        """The lowest threshold on a template's probability that keeps ``target_precision``.

        It keeps it from there on upwards too. None where the curve is empty or never reaches it.
        """
        lowest = None
        for point in sorted(self.match_curve, key=lambda each: -each.threshold):
            if point.precision < target_precision:
                break
            lowest = point.threshold
        return lowest

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON values that ``from_json`` reads back."""
        return asdict(self)

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> Calibration:
        """Read what ``to_json`` gave; raises ValueError for unknown or mistyped values."""
        values = dict(document)
        scope = values.pop("scope", None)
        match = values.pop("match", None)
        curve = values.pop("match_curve", ())
        try:
            numbers = {name: float(value) for name, value in values.items()}
            points = tuple(CurvePoint(**point) for point in curve)
            return cls(**numbers, scope=_scope(scope), match=_match(match), match_curve=points)
        except (TypeError, ValueError, KeyError) as error:
            raise ValueError(f"it is no calibration ({error})") from None


def _scope(document: object) -> ScopeCalibration | None:
    if document is None:
        return None
    if not isinstance(document, dict):
        raise ValueError("scope is no object")
    return ScopeCalibration(
        means=tuple(document["means"]),
        scales=tuple(document["scales"]),
        weights=tuple(document["weights"]),
        intercept=float(document["intercept"]),
    )


def _match(document: object) -> dict[str, dict[str, float]] | None:
    if document is None:
        return None
    if not isinstance(document, dict):
        raise ValueError("match is no object")
    return {
        str(name): {str(sign): float(weight) for sign, weight in weights.items()}
        for name, weights in document.items()
    }
