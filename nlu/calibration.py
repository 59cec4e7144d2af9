"""What calibration.json holds: how raw scores become probabilities that can be trusted.

The numbers are fitted by training on held-out texts; here they are only read and applied.
Standard logistic arithmetic (Guo et al. 2017 for the temperature).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from nlu.guarantee import NO_CURVE, CurvePoint, RiskCurve

_MOST_TEXTS = 10**7
SCOPE_FEATURES = ("confidence", "margin", "energy", "similarity")


@dataclass(frozen=True, slots=True)
class ScopeSignals:
    """What speaks for a message being in scope and its top intent right.

    ``confidence``: log-odds of the top probability; ``margin``: log of the top probability over
    the second; ``energy``: log-sum-exp of the logits; ``similarity``: cosine to the nearest
    training text of the top intent, by the search vector.
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
class Calibration:
    """How a model's logits are read.

    ``probe_weight`` and ``ngram_weight`` in [0, 1] are the shares of the frozen probe and of the
    character n-grams in the averaged logits, the tuned head has the rest; ``threshold`` is
    the ``in_scope`` score from which training expects ``target_precision`` when
    ``out_of_scope_share`` of the messages are out of scope, and ``curve`` what other scores would
    give. ``match`` holds the template matcher's regressions by name, None where training could not
    fit them, and ``match_curve`` what thresholds on a template's probability would give.
    """

    temperature: float = 1.0
    probe_weight: float = 0.0
    ngram_weight: float = 0.0
    scope: ScopeCalibration | None = None
    threshold: float = 1.0
    target_precision: float = 0.95
    out_of_scope_share: float = 0.0
    curve: RiskCurve = NO_CURVE
    match: Mapping[str, Mapping[str, float]] | None = None
    match_curve: RiskCurve = NO_CURVE

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON values that ``from_json`` reads back."""
        return asdict(self)

    @classmethod
    def from_json(cls, document: object) -> Calibration:
        """Read what ``to_json`` gave; raises ValueError for unknown, mistyped or absurd values."""
        try:
            values = dict(_object(document))
            parts: dict[str, Any] = {
                "scope": _scope(values.pop("scope", None)),
                "match": _match(values.pop("match", None)),
                "curve": _curve(values.pop("curve", {})),
                "match_curve": _curve(values.pop("match_curve", {})),
            }
            parts |= {name: _number(each) for name, each in values.items()}
            calibration = cls(**parts)
            _check(calibration)
            return calibration
        except (TypeError, ValueError, KeyError, OverflowError) as error:
            raise ValueError(f"it is no calibration ({error})") from None


def _check(calibration: Calibration) -> None:
    if calibration.temperature <= 0.0:
        raise ValueError(f"a temperature is above 0, not {calibration.temperature}")
    if not 0.0 <= calibration.ngram_weight <= 1.0:
        raise ValueError(f"a share is from 0 to 1, not {calibration.ngram_weight}")
    for curve in (calibration.curve, calibration.match_curve):
        for point in curve.points:
            counted = point.right <= point.answered <= curve.kept_aside
            if not (counted and 0.0 <= point.precision <= 1.0 and 0.0 <= point.coverage <= 1.0):
                raise ValueError(f"there cannot be a {point}")


def _curve(document: object) -> RiskCurve:
    """A curve; a list of points is one of which nothing was kept aside."""
    values = {"points": document} if isinstance(document, list) else dict(_object(document))
    points = tuple(_point(_object(each)) for each in values.pop("points", ()))
    share = _number(values.pop("out_of_scope_share", 0.0))
    counts = {name: _count(each) for name, each in values.items()}
    return RiskCurve(points, out_of_scope_share=share, **counts)


def _point(values: Mapping[str, Any]) -> CurvePoint:
    counts = {name: _count(values.get(name, 0)) for name in ("answered", "right")}
    rates: dict[str, Any] = {
        name: _number(each) for name, each in values.items() if name not in counts
    }
    return CurvePoint(**rates, **counts)


def _scope(document: object) -> ScopeCalibration | None:
    if document is None:
        return None
    values = _object(document)
    means, scales, weights = (
        tuple(_number(each) for each in values[name]) for name in ("means", "scales", "weights")
    )
    if not len(means) == len(scales) == len(weights) == len(SCOPE_FEATURES) or 0.0 in scales:
        raise ValueError(f"scope does not weigh {', '.join(SCOPE_FEATURES)}")
    return ScopeCalibration(means, scales, weights, _number(values["intercept"]))


def _match(document: object) -> dict[str, dict[str, float]] | None:
    if document is None:
        return None
    return {
        name: {sign: _number(weight) for sign, weight in _object(weights).items()}
        for name, weights in _object(document).items()
    }


def _object(document: object) -> Mapping[str, Any]:
    if not isinstance(document, dict):
        raise ValueError(f"{str(document)[:40]!r} stands where an object belongs")
    return document


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"{str(value)[:40]!r} stands where a number belongs")
    return float(value)


def _count(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _MOST_TEXTS:
        raise ValueError(f"{str(value)[:40]!r} stands where a count belongs")
    return value
