"""The names that other packages may use."""

from __future__ import annotations

import nlu


def test_public_names() -> None:
    assert sorted(nlu.__all__) == [
        "Act",
        "ActReader",
        "Calibration",
        "Comparison",
        "Concern",
        "CurvePoint",
        "DamagedModelError",
        "Danger",
        "ExampleSentiment",
        "IntentProbability",
        "Labels",
        "Matter",
        "MatterReader",
        "Model",
        "ModelError",
        "OutdatedModelError",
        "Reranker",
        "RiskCurve",
        "SentimentReader",
        "ShortAnswer",
        "Task",
        "Threshold",
        "TrainedSentiment",
        "Understanding",
        "ValidationReport",
        "Verdict",
        "Wish",
        "WordedWish",
        "WrongTaskError",
        "choose_threshold",
        "compare",
        "courtesy_in",
        "danger_in",
        "detect_language",
        "is_farewell",
        "is_golden",
        "read_learned_from",
        "read_validation",
        "sentiment_scores",
        "short_answer",
        "text_digest",
        "wish_in",
        "write_learned_from",
    ]
    assert all(hasattr(nlu, name) for name in nlu.__all__)
