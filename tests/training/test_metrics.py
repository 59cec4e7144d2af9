"""The metrics against scikit-learn's, and what a threshold means."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import f1_score, roc_auc_score

from training.metrics import (
    auroc,
    calibration_error,
    macro_f1,
    operating_point,
)

classes = st.integers(0, 4)
scores = st.floats(0, 1).map(lambda value: round(value, 2))


@given(st.lists(st.tuples(classes, classes), min_size=1))
def test_macro_f1_agrees_with_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    predicted, truth = np.array(pairs).T
    assert macro_f1(predicted, truth) == pytest.approx(f1_score(truth, predicted, average="macro"))


@given(st.lists(scores, min_size=1), st.lists(scores, min_size=1))
def test_auroc_agrees_with_scikit_learn_ties_included(
    inside: list[float], outside: list[float]
) -> None:
    truth = [1] * len(inside) + [0] * len(outside)
    expected = roc_auc_score(truth, inside + outside)
    assert auroc(np.array(inside), np.array(outside)) == pytest.approx(expected)


def test_calibration_error_is_the_gap_between_confidence_and_truth() -> None:
    right = np.arange(1000) % 10 < 7
    assert calibration_error(np.full(1000, 0.7), right) == pytest.approx(0.0, abs=0.02)
    assert calibration_error(np.full(1000, 0.9), right) == pytest.approx(0.2, abs=0.02)


def test_answered_message_out_of_scope_counts_as_wrong() -> None:
    point = operating_point(
        0.5, np.array([0.9, 0.8, 0.2]), np.array([True, False, True]), np.array([0.7, 0.1])
    )
    assert point.precision == pytest.approx(1 / 3)
    assert point.coverage == pytest.approx(2 / 3)


def test_threshold_above_every_score_answers_nothing() -> None:
    point = operating_point(0.95, np.array([0.9]), np.array([True]), np.array([]))
    assert (point.precision, point.coverage) == (None, 0.0)
