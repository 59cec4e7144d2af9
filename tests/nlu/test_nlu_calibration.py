"""calibration.json: read back as written, and refused when it is something else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.calibration import Calibration, ScopeCalibration, ScopeSignals
from nlu.guarantee import CurvePoint, RiskCurve

numbers = st.floats(-100, 100)
rates, counts = st.floats(0, 1), st.integers(0, 1000)
four = st.tuples(numbers, numbers, numbers, numbers)
scales = st.tuples(*[st.floats(0.01, 100)] * 4)
scopes = st.builds(ScopeCalibration, four, scales, four, numbers)
matches = st.dictionaries(st.text(), st.dictionaries(st.text(), numbers))
points = st.builds(CurvePoint, numbers, rates, rates, st.integers(50, 90), st.integers(0, 50))
curves = st.builds(RiskCurve, st.lists(points).map(tuple), counts, st.integers(90, 900), rates)
calibrations = st.builds(
    Calibration,
    temperature=st.floats(0.01, 100),
    probe_weight=numbers,
    ngram_weight=rates,
    scope=st.none() | scopes,
    threshold=numbers,
    target_precision=numbers,
    out_of_scope_share=numbers,
    curve=curves,
    match=st.none() | matches,
    match_curve=curves,
)


@given(calibrations)
def test_calibration_survives_json(calibration: Calibration) -> None:
    assert Calibration.from_json(json.loads(json.dumps(calibration.to_json()))) == calibration


@given(scopes, st.builds(ScopeSignals, numbers, numbers, numbers, numbers))
def test_scope_is_always_a_probability(scope: ScopeCalibration, signals: ScopeSignals) -> None:
    assert 0.0 <= scope.probability(signals) <= 1.0


@pytest.mark.parametrize(
    "document",
    [
        {"temperature": "warm"},
        {"temperature": 0.0},
        {"ngram_weight": -0.1},
        {"threshold": float("nan")},
        {"unknown": 1.0},
        {"scope": []},
        {"scope": {}},
        {"scope": {"means": [0], "scales": [1], "weights": [1], "intercept": 0}},
        {"match": {"with_head": 3}},
        {"match_curve": {"points": [{"threshold": 0.5, "precision": 7, "coverage": 0.5}]}},
        {"curve": {"points": [{"threshold": 0, "precision": 1, "coverage": 1, "answered": 9}]}},
        {"curve": {"texts": 10**30}},
        [],
        None,
    ],
)
def test_other_json_is_refused(document: object) -> None:
    with pytest.raises(ValueError, match="it is no calibration"):
        Calibration.from_json(document)


def test_a_list_of_points_is_a_curve_without_kept_aside_texts() -> None:
    point = {"threshold": 0.5, "precision": 0.9, "coverage": 0.4}
    read = Calibration.from_json({"match_curve": [point]})
    assert read.match_curve == RiskCurve((CurvePoint(0.5, 0.9, 0.4),))
