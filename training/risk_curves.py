"""What answering from each threshold on would give: estimates, and counts for an exact test.

The estimates use every judged message and are smoothed, so that one text more or less moves a
threshold little. The counts are of texts that nothing was fitted on, drawn as messages come. It
knows scores and whether they were right, not what scored.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from nlu.guarantee import CurvePoint, RiskCurve
from training.metrics import Flags, Numbers

_FEWEST_ANSWERED = 10
_RARELY = 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Messages (n,): the ``score`` of the best answer, whether it is ``right``, and whether the
    message is ``known``, that is, about something that could have been answered rightly."""

    score: Numbers
    right: Flags
    known: Flags

    def part(self, chosen: Flags | np.ndarray) -> Judged:
        """The messages that ``chosen`` says, by flags or indices."""
        return Judged(self.score[chosen], self.right[chosen], self.known[chosen])


def estimated_curve(
    judged: Judged, thresholds: Numbers, out_of_scope_share: float, texts: int
) -> RiskCurve:
    """The curve over ``thresholds`` when ``out_of_scope_share`` of the messages are unknown.

    ``texts`` is how many different ones were judged, perhaps each several times. That an answer is
    right grows likelier with its score, so the precision is smoothed by isotonic regression (the
    pool of adjacent violators; Zadrozny & Elkan 2002) and never falls as the threshold rises.
    """
    from sklearn.isotonic import IsotonicRegression

    if not judged.known.any():
        return RiskCurve(texts=texts, out_of_scope_share=out_of_scope_share)
    weights = _weights(judged.known, out_of_scope_share)
    regression = IsotonicRegression(y_min=0.0, y_max=1.0)
    likely = regression.fit_transform(judged.score, judged.right, sample_weight=weights)
    repeated = max(1.0, len(judged.score) / max(texts, 1))
    points = []
    for threshold in thresholds:
        answered = judged.score >= threshold
        if answered.sum() < _FEWEST_ANSWERED * repeated:
            continue
        precision = (weights * likely)[answered].sum() / weights[answered].sum()
        coverage = (answered & judged.right).sum() / judged.known.sum()
        points.append(CurvePoint(float(threshold), min(float(precision), 1.0), float(coverage)))
    return RiskCurve(tuple(points), texts=texts, out_of_scope_share=out_of_scope_share)


def counted(curve: RiskCurve, drawn: Judged) -> RiskCurve:
    """``curve`` with the counts of ``drawn``: independent messages that nothing was fitted on."""
    points = tuple(
        replace(
            point,
            answered=int((drawn.score >= point.threshold).sum()),
            right=int(drawn.right[drawn.score >= point.threshold].sum()),
        )
        for point in curve.points
    )
    return replace(curve, points=points, kept_aside=len(drawn.score))


def draw_mixture(judged: Judged, out_of_scope_share: float, rng: np.random.Generator) -> Judged:
    """Messages as they come: each unknown by chance with ``out_of_scope_share``, none used twice.

    How many are drawn is settled before the draw, so that they are independent of each other. Once
    in ten thousand draws one kind does not suffice: nothing is drawn then, so nothing certified.
    """
    known, unknown = (rng.permutation(np.flatnonzero(judged.known == each)) for each in (1, 0))
    number = _drawable(len(known), len(unknown), out_of_scope_share)
    strange = int(rng.binomial(number, out_of_scope_share))
    if strange > len(unknown) or number - strange > len(known):
        return judged.part(np.empty(0, dtype=np.int64))
    return judged.part(np.concatenate([known[: number - strange], unknown[:strange]]))


def _drawable(known: int, unknown: int, share: float) -> int:
    """The largest number of messages for which both kinds almost always suffice."""
    from scipy.stats import binom

    number = known + unknown
    while number and (
        binom.ppf(1.0 - _RARELY, number, share) > unknown
        or binom.ppf(1.0 - _RARELY, number, 1.0 - share) > known
    ):
        number -= 1
    return number


def _weights(known: Flags, share: float) -> Numbers:
    """What makes the unknown ``share`` of all, the known weighing 1 each."""
    unknown = share * known.sum() / max((1.0 - share) * (~known).sum(), 1.0)
    return np.where(known, 1.0, unknown)
