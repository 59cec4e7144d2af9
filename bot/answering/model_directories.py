"""Opening a model for serving: whole, and of a version that this program understands.

Says too from which probability on a template's answer is given, and what stands behind that.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from nlu import Calibration, Model, OutdatedModelError, Threshold, choose_threshold
from retrieval import MatchCalibration

CAUTIOUS_THRESHOLD: Final = 0.8
"""Where a model says nothing about thresholds: a base encoder has seen no messages."""
HIGHEST_THRESHOLD: Final = 0.99
"""Where no threshold is expected to reach the operator's precision."""


def open_model(directory: Path) -> Model:
    """Open a model and check that its messages can be matched with templates.

    Raises:
        DamagedModelError: it is not whole.
        OutdatedModelError: it is, but its parts do not fit this program.
    """
    model = Model.open(directory)
    try:
        match_calibration(model)
    except (ValueError, KeyError) as error:
        raise OutdatedModelError(directory, f"calibration.json: {error}") from error
    return model


def match_calibration(model: Model) -> MatchCalibration:
    """How the model's training weighed the signs that a template fits."""
    fitted = model.calibration.match
    return MatchCalibration.from_json(fitted) if fitted else MatchCalibration.default()


def answer_threshold(calibration: Calibration, target_precision: float) -> float:
    """The probability from which a template's answer is given for the operator's precision."""
    if not calibration.match_curve.points:
        return CAUTIOUS_THRESHOLD
    chosen = choose_threshold(calibration.match_curve, target_precision).value
    return HIGHEST_THRESHOLD if chosen is None else chosen


def promised(directory: Path, target_precision: float) -> Threshold | None:
    """What the model in ``directory`` promises of its answers; None where it does not say."""
    try:
        text = (directory / "calibration.json").read_text(encoding="utf-8")
        curve = Calibration.from_json(json.loads(text)).match_curve
    except (OSError, ValueError):
        return None
    return choose_threshold(curve, target_precision) if curve.points else None
