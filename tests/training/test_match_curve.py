"""Thresholds on a template's probability: estimated on all texts, tested on some kept aside."""

from __future__ import annotations

import numpy as np
import pytest
from test_match_calibration import TEXTS, clusters, unread

from nlu.guarantee import RiskCurve, choose_threshold
from retrieval import MatchCalibration
from training.match_calibration import LabelledVectors, fit_match_calibration
from training.match_curve import certified_match_curve, match_curve


def unsure(noise: float, seed: int = 0) -> LabelledVectors:
    """Texts that lie between their intents, and no classifier to help."""
    data = clusters(noise, seed)
    return LabelledVectors(data.texts, data.intents, data.vectors)


def curve_of(data: LabelledVectors, share: float = 0.2, seed: int = 1) -> RiskCurve:
    fitted = fit_match_calibration(data)
    return match_curve(data, fitted, out_of_scope_share=share, seed=seed)


def test_the_curve_trades_coverage_for_precision() -> None:
    points = curve_of(unsure(noise=2.5)).points
    assert len(points) > 10
    coverages, precisions = (
        [getattr(p, name) for p in points] for name in ("coverage", "precision")
    )
    assert coverages == sorted(coverages, reverse=True)
    assert precisions == sorted(precisions)
    assert precisions[-1] > precisions[0]


def test_more_strangers_cost_precision_and_no_coverage() -> None:
    few, many = (curve_of(unsure(noise=2.5), share).points[0] for share in (0.05, 0.5))
    assert few.precision > many.precision
    assert few.coverage == many.coverage


def test_another_draw_of_catalogues_moves_the_threshold_little() -> None:
    data = unsure(noise=2.5)
    found = [choose_threshold(curve_of(data, seed=seed), 0.8).value for seed in range(3)]
    assert max(found) - min(found) <= 0.1


def test_one_intent_gives_no_curve() -> None:
    data = clusters(noise=0.5)
    one = LabelledVectors(data.texts[:TEXTS], data.intents[:TEXTS], data.vectors[:TEXTS])
    assert (
        match_curve(one, MatchCalibration.default(), out_of_scope_share=0.2, seed=0) == RiskCurve()
    )


def test_texts_of_both_kinds_count_by_how_many_there_are() -> None:
    data, other = unsure(noise=2.5), unread(noise=2.5)
    fitted = fit_match_calibration(data, unread=other)

    def curve(readable: LabelledVectors, unread: LabelledVectors | None) -> RiskCurve:
        return match_curve(readable, fitted, unread=unread, out_of_scope_share=0.2, seed=1)

    nothing = LabelledVectors((), (), np.zeros((0, 1), dtype=np.float32))
    alone, both, other_alone = curve(data, None), curve(data, other), curve(nothing, other)
    ends = sorted((alone.points[0].coverage, other_alone.points[0].coverage))
    assert ends[0] < both.points[0].coverage < ends[1]
    assert both.points[0].coverage == pytest.approx(sum(ends) / 2, abs=0.05)
    assert (alone.texts, both.texts) == (len(data.texts), 2 * len(data.texts))


def test_each_text_kept_aside_is_one_message() -> None:
    data = clusters(noise=0.5)
    kept = np.arange(len(data.texts)) % 2 == 0
    halves = [
        LabelledVectors(
            [data.texts[i] for i in np.flatnonzero(part)],
            [data.intents[i] for i in np.flatnonzero(part)],
            data.vectors[part],
        )
        for part in (~kept, kept)
    ]
    fitted = fit_match_calibration(halves[0])
    curve = match_curve(halves[0], fitted, out_of_scope_share=0.2, seed=0)
    tested = certified_match_curve(curve, *halves, fitted, np.random.default_rng(0))
    assert tested.kept_aside == kept.sum()
    lowest = min(tested.points, key=lambda each: each.threshold)
    assert 0.6 * kept.sum() < lowest.right <= lowest.answered <= kept.sum()
    assert choose_threshold(tested, 0.9).guaranteed
