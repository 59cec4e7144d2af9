"""What stands behind a threshold: an exact test on texts kept aside, or an estimate.

Learn-then-Test (Angelopoulos et al. 2021) by a fixed sequence: thresholds are tested from strict to
lenient, each at the full level, until one fails. Where to begin is settled by other texts than the
test's. It knows counts, not what was answered.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

DELTA: Final = 0.05
"""How probable it may be that a guaranteed precision is not kept after all."""


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Answering from ``threshold`` on: the share that is right, and how many get a right answer.

    Both are estimates. ``answered`` and ``right`` count texts that were kept aside and drawn as
    messages come, a share of them out of scope; 0 where none were.
    """

    threshold: float
    precision: float
    coverage: float
    answered: int = 0
    right: int = 0


@dataclass(frozen=True, slots=True)
class RiskCurve:
    """What every threshold would give, in any order.

    ``texts`` is how many the estimates rest on, ``kept_aside`` how many were drawn for the test;
    ``out_of_scope_share`` of the messages are about none of the intents.
    """

    points: tuple[CurvePoint, ...] = ()
    texts: int = 0
    kept_aside: int = 0
    out_of_scope_share: float = 0.0


KEPT_COVERAGE: Final = 0.9
"""So much of the right answers a guarantee must leave to be taken without being asked for."""
NO_CURVE: Final = RiskCurve()


@dataclass(frozen=True, slots=True)
class Threshold:
    """The threshold for a target ``precision``, and whether that is guaranteed.

    ``value`` is None where no threshold is expected to reach the precision; ``coverage`` is the
    share of messages in scope that it is expected to answer rightly. ``texts`` are those kept aside
    for the test, or, without a guarantee, those that the estimate rests on. ``certified`` is the
    threshold that would be guaranteed, where one is, and ``certified_coverage`` what it leaves.
    """

    value: float | None
    precision: float
    coverage: float
    guaranteed: bool
    texts: int
    certified: float | None = None
    certified_coverage: float = 0.0
    delta: float = DELTA

    @property
    def sentence(self) -> str:
        """What an operator may rely on."""
        source = f"{self.texts:,} texts" if self.texts else "texts that were not counted"
        if self.guaranteed:
            return (
                f"guaranteed: at least {self.precision:.0%} of the answers are right, with "
                f"{1 - self.delta:.0%} confidence, by {source} kept aside"
            )
        if self.value is None:
            return f"out of reach: {self.precision:.0%} right answers, by {source}"
        start = f"best effort: {self.precision:.0%} right answers are expected from {source}, not "
        if self.certified is not None:
            return (
                f"{start}guaranteed (from a threshold of {self.certified:.2f} on they are; it "
                f"answers {self.certified_coverage:.0%} of the questions rightly in place of "
                f"{self.coverage:.0%})"
            )
        return (
            f"{start}guaranteed (that takes {fewest(self.precision, self.delta)} answers without "
            "an error to texts kept aside, more with some)"
        )


def choose_threshold(curve: RiskCurve, precision: float, delta: float = DELTA) -> Threshold:
    """The lowest threshold whose ``precision`` is certified, else the lowest that is expected to.

    Guaranteed is what the kept-aside texts certify at ``delta``: over all draws of them, a
    threshold that does not keep its precision is taken for guaranteed with at most that
    probability. A certified threshold that costs more than a tenth of the right answers is told,
    and not taken.
    """
    certified = _certified(curve, precision, delta) if curve.kept_aside else None
    expected = _expected(curve.points, precision)
    hoped = expected.coverage if expected else 0.0
    if certified is not None and certified.coverage >= KEPT_COVERAGE * hoped:
        return Threshold(
            certified.threshold,
            precision,
            certified.coverage,
            True,
            curve.kept_aside,
            certified.threshold,
            certified.coverage,
            delta,
        )
    return Threshold(
        expected.threshold if expected else None,
        precision,
        hoped,
        False,
        curve.texts,
        certified.threshold if certified else None,
        certified.coverage if certified else 0.0,
        delta,
    )


def fewest(precision: float, delta: float = DELTA) -> int:
    """How many answers without an error certify ``precision``: 59 for 95%."""
    return math.ceil(math.log(delta) / math.log(precision))


def p_value(answered: int, right: int, precision: float) -> float:
    """The chance of so many ``right`` of ``answered`` or more, were each so with ``precision``.

    The exact binomial tail, valid for whatever lower precision is the true one.
    """
    wrong = answered - right
    odds = math.log(1.0 - precision) - math.log(precision)
    term, total = answered * math.log(precision), 0.0
    for number in range(wrong + 1):
        total += math.exp(term)
        if number < answered:
            term += math.log(answered - number) - math.log(number + 1) + odds
    return min(1.0, total)


def _certified(curve: RiskCurve, precision: float, delta: float) -> CurvePoint | None:
    """The last threshold of the sequence that passes.

    The sequence begins where the estimates, which rest on other texts, expect the clearest test:
    the strictest thresholds answer too few texts to pass.
    """
    ordered = sorted(curve.points, key=lambda each: -each.threshold)
    if not ordered:
        return None
    hopes = [p_value(*_foreseen(each, curve), precision) for each in ordered]
    lowest = None
    for point in ordered[hopes.index(min(hopes)) :]:
        if not point.answered or p_value(point.answered, point.right, precision) > delta:
            break
        lowest = point
    return lowest


def _foreseen(point: CurvePoint, curve: RiskCurve) -> tuple[int, int]:
    """How many kept-aside texts the estimates expect to be answered, and rightly."""
    right = round(curve.kept_aside * (1.0 - curve.out_of_scope_share) * point.coverage)
    return (round(right / point.precision) if right else 0), right


def _expected(points: Sequence[CurvePoint], precision: float) -> CurvePoint | None:
    """The lowest threshold that is expected to keep ``precision``, from there on upwards too."""
    lowest = None
    for point in sorted(points, key=lambda each: -each.threshold):
        if point.precision < precision:
            break
        lowest = point
    return lowest
