"""A logistic regression small enough to be read: named coefficients and an intercept.

Fitting is training's work; this only applies what was fitted, and carries it to and from JSON.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logistic:
    """``probability = 1 / (1 + exp(-(intercept + weights · features)))``."""

    features: tuple[str, ...]
    weights: tuple[float, ...]
    intercept: float

    def __post_init__(self) -> None:
        if len(self.features) != len(self.weights):
            raise ValueError(
                f"{len(self.features)} features need as many weights, not {len(self.weights)}"
            )

    def probability(self, values: Sequence[float]) -> float:
        """The probability of one row of features, in the order of ``self.features``."""
        pairs = zip(self.weights, values, strict=True)
        logit = self.intercept + sum(weight * value for weight, value in pairs)
        return 1.0 / (1.0 + math.exp(-min(max(logit, -50.0), 50.0)))

    def to_json(self) -> dict[str, float]:
        """Feature names to weights, with ``intercept`` among them."""
        return {
            "intercept": self.intercept,
            **dict(zip(self.features, self.weights, strict=True)),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, float], features: Sequence[str]) -> Logistic:
        """Raises ``ValueError`` where the names are not exactly ``intercept`` and ``features``."""
        expected = {"intercept", *features}
        if set(data) != expected:
            raise ValueError(
                f"coefficients are {sorted(data)}, expected {sorted(expected)}: "
                "they belong to another version; fit them again"
            )
        return cls(
            tuple(features), tuple(float(data[name]) for name in features), float(data["intercept"])
        )
