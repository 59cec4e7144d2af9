"""Estimated curves, and the texts drawn to test them."""

from __future__ import annotations

import numpy as np
import pytest

from nlu.guarantee import DELTA, choose_threshold
from training.risk_curves import Judged, counted, draw_mixture, estimated_curve

LEVELS = np.linspace(0.02, 0.98, 49)
SHARE, PRECISION = 0.2, 0.85


def judged(known: int, unknown: int, rng: np.random.Generator) -> Judged:
    """Known texts are right with .6 + .4 score; unknown ones score lower, and are never right."""
    score = np.concatenate([rng.random(known), rng.random(unknown) ** 4])
    is_known = np.arange(known + unknown) < known
    return Judged(score, is_known & (rng.random(known + unknown) < 0.6 + 0.4 * score), is_known)


def true_precision(threshold: float) -> float:
    known = (1 - SHARE) * (1 - threshold)
    unknown = SHARE * (1 - threshold**0.25)
    return known * (0.6 + 0.2 * (1 + threshold)) / (known + unknown)


def test_the_estimate_nears_the_truth_and_never_falls() -> None:
    points = estimated_curve(
        judged(8000, 4000, np.random.default_rng(0)), LEVELS, SHARE, 8000
    ).points
    precisions = [each.precision for each in points]
    assert precisions == sorted(precisions)
    for each in points[:40]:
        assert each.precision == pytest.approx(true_precision(each.threshold), abs=0.02)


def test_nobody_known_gives_no_points() -> None:
    nobody = judged(0, 30, np.random.default_rng(0))
    assert estimated_curve(nobody, LEVELS, SHARE, 0).points == ()


def test_messages_are_drawn_as_they_come() -> None:
    drawn = draw_mixture(
        judged(1000, 600, np.random.default_rng(0)), SHARE, np.random.default_rng(1)
    )
    assert 1100 < len(drawn.score) < 1250
    assert (~drawn.known).mean() == pytest.approx(SHARE, abs=0.05)


@pytest.mark.parametrize(("known", "unknown"), [(0, 50), (50, 0)])
def test_one_kind_alone_is_no_mixture(known: int, unknown: int) -> None:
    rng = np.random.default_rng(0)
    assert len(draw_mixture(judged(known, unknown, rng), SHARE, rng).score) == 0


def test_the_guarantee_holds_over_many_draws() -> None:
    rng = np.random.default_rng(7)
    estimate = estimated_curve(judged(400, 300, rng), LEVELS, SHARE, 400)
    guaranteed = broken = 0
    for _ in range(200):
        curve = counted(estimate, draw_mixture(judged(800, 300, rng), SHARE, rng))
        found = choose_threshold(curve, PRECISION)
        guaranteed += found.certified is not None
        broken += found.certified is not None and true_precision(found.certified) < PRECISION
    assert guaranteed > 60
    assert broken / 200 <= DELTA
