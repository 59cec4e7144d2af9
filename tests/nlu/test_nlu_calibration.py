"""calibration.json: read back as written, and refused when it is something else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.calibration import Calibration, CurvePoint, ScopeCalibration, ScopeSignals

numbers = st.floats(-100, 100)
four = st.tuples(numbers, numbers, numbers, numbers)
scales = st.tuples(*[st.floats(0.01, 100)] * 4)
scopes = st.builds(ScopeCalibration, four, scales, four, numbers)
matches = st.dictionaries(st.text(), st.dictionaries(st.text(), numbers))
calibrations = st.builds(
    Calibration,
    numbers,
    numbers,
    st.none() | scopes,
    numbers,
    numbers,
    numbers,
    st.none() | matches,
)


@given(calibrations)
def test_calibration_survives_json(calibration: Calibration) -> None:
    assert Calibration.from_json(json.loads(json.dumps(calibration.to_json()))) == calibration


@given(scopes, st.builds(ScopeSignals, numbers, numbers, numbers, numbers))
def test_scope_is_always_a_probability(scope: ScopeCalibration, signals: ScopeSignals) -> None:
    assert 0.0 <= scope.probability(signals) <= 1.0


@pytest.mark.parametrize(
    "document", [{"temperature": "warm"}, {"unknown": 1.0}, {"scope": []}, {"scope": {}}]
)
def test_other_json_is_refused(document: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"calibration|object"):
        Calibration.from_json(document)


def test_the_answer_threshold_keeps_the_target_from_there_upwards() -> None:
    curve = tuple(
        CurvePoint(threshold, precision, 0.5)
        for threshold, precision in ((0.5, 0.97), (0.6, 0.90), (0.7, 0.95), (0.8, 0.99))
    )
    calibration = Calibration(match_curve=curve)

    assert calibration.answer_threshold(0.95) == 0.7
    assert calibration.answer_threshold(0.995) is None
    assert Calibration().answer_threshold(0.95) is None
    assert Calibration.from_json(calibration.to_json()) == calibration
