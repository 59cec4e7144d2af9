"""What a threshold promises: the exact test, the order of testing, and how often it errs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.stats import binom

from nlu.guarantee import DELTA, CurvePoint, RiskCurve, choose_threshold, fewest, p_value

PRECISION = 0.9


@given(st.integers(0, 400), st.data(), st.floats(0.5, 0.99))
def test_the_p_value_is_the_binomial_tail(
    answered: int, data: st.DataObject, precision: float
) -> None:
    right = data.draw(st.integers(0, answered))
    expected = binom.sf(right - 1, answered, precision)
    assert p_value(answered, right, precision) == pytest.approx(expected, abs=1e-9)


def test_ninety_five_percent_takes_fifty_nine_answers_without_an_error() -> None:
    assert fewest(0.95) == 59
    assert p_value(59, 59, 0.95) <= DELTA < p_value(58, 58, 0.95)


def test_many_texts_do_not_overflow() -> None:
    assert p_value(1_000_000, 951_000, 0.95) < DELTA < p_value(1_000_000, 950_000, 0.95)


def curve(*rows: tuple[float, float, int, int], kept_aside: int = 400) -> RiskCurve:
    """Points from threshold, estimated precision, and counts of the kept-aside texts."""
    points = tuple(CurvePoint(t, p, 0.5 - t / 4, n, right) for t, p, n, right in rows)
    return RiskCurve(points, texts=300, kept_aside=kept_aside, out_of_scope_share=0.2)


def test_the_lowest_threshold_that_passes_in_a_row_is_guaranteed() -> None:
    found = choose_threshold(
        curve((0.8, 0.99, 90, 90), (0.6, 0.97, 120, 117), (0.4, 0.85, 150, 135)), PRECISION
    )
    assert (found.value, found.guaranteed, found.texts) == (0.6, True, 400)
    assert "guaranteed: at least 90%" in found.sentence


def test_what_passes_after_one_that_failed_counts_for_nothing() -> None:
    found = choose_threshold(
        curve((0.8, 0.99, 90, 90), (0.6, 0.97, 120, 100), (0.4, 0.96, 300, 300)), PRECISION
    )
    assert found.certified == 0.8


def test_a_guarantee_that_costs_many_answers_is_told_and_not_taken() -> None:
    found = choose_threshold(
        curve((0.8, 0.99, 90, 90), (0.6, 0.97, 120, 100), (0.2, 0.9, 300, 200)), PRECISION
    )
    assert (found.value, found.guaranteed, found.certified) == (0.2, False, 0.8)
    assert "from a threshold of 0.80 on they are" in found.sentence
    assert "answers 30% of the questions rightly in place of 45%" in found.sentence


def test_too_few_texts_leave_the_estimate_and_say_so() -> None:
    found = choose_threshold(curve((0.8, 0.97, 20, 20), (0.6, 0.92, 25, 25)), PRECISION)
    assert (found.value, found.guaranteed, found.texts) == (0.6, False, 300)
    assert "best effort" in found.sentence
    assert f"{fewest(PRECISION)} answers without an error" in found.sentence


def test_nothing_kept_aside_is_never_a_guarantee() -> None:
    found = choose_threshold(curve((0.8, 0.99, 0, 0), kept_aside=0), PRECISION)
    assert (found.value, found.guaranteed) == (0.8, False)


def test_a_precision_out_of_reach_has_no_threshold() -> None:
    found = choose_threshold(curve((0.8, 0.85, 0, 0), kept_aside=0), PRECISION)
    assert found.value is None
    assert "out of reach" in found.sentence
    assert choose_threshold(RiskCurve(), PRECISION).value is None


@pytest.mark.parametrize("texts", [400, 1000])
def test_a_guarantee_is_broken_in_at_most_so_many_draws(texts: int) -> None:
    """A text is right with .6 + .4 score, so that every threshold's precision is known."""
    rng, draws, wanted = np.random.default_rng(texts), 400, 0.85
    levels = np.linspace(0.02, 0.98, 25)
    true = {level: 0.6 + 0.2 * (1 + level) for level in levels}
    broken = given = 0
    for _ in range(draws):
        score = rng.random(texts)
        right = rng.random(texts) < 0.6 + 0.4 * score
        found = choose_threshold(RiskCurve(counts(score, right, true), texts, texts), wanted)
        given += found.certified is not None
        broken += found.certified is not None and true[found.certified] < wanted
    assert given > draws / 3
    assert broken / draws <= DELTA


def counts(
    score: NDArray[np.float64], right: NDArray[np.bool_], true: dict[float, float]
) -> tuple[CurvePoint, ...]:
    return tuple(
        CurvePoint(
            level,
            precision,
            (1 - level) * precision,
            int((score >= level).sum()),
            int(right[score >= level].sum()),
        )
        for level, precision in true.items()
    )
