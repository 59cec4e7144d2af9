"""The names that other packages may use."""

from __future__ import annotations

import nlu


def test_public_names() -> None:
    assert sorted(nlu.__all__) == [
        "Act",
        "ActReader",
        "Calibration",
        "Concern",
        "CurvePoint",
        "DamagedModelError",
        "ExampleSentiment",
        "IntentProbability",
        "Matter",
        "MatterReader",
        "Model",
        "ModelError",
        "SentimentReader",
        "ShortAnswer",
        "Understanding",
        "detect_language",
        "short_answer",
    ]
    assert all(hasattr(nlu, name) for name in nlu.__all__)
