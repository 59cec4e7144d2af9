"""How the product learns: from transcripts to a model directory, and how good that is.

Importing this package is cheap: torch and scikit-learn load with the first name that needs them.
By then OpenMP is told to let waiting threads sleep: on a machine that others use too, threads that
wait awake make computing ten times slower.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from training.beside import Beside
    from training.device import leads
    from training.errors import LabelledDataError, TrainingError, UnsupportedBaseModelError
    from training.fine_tuning import fine_tune
    from training.finishing import TrainingReport
    from training.intent_evaluation import IntentEvaluation, evaluate_intents
    from training.labelled import LabelledText, SkippedRow, read_labelled_csv, read_texts_csv
    from training.messages import customer_messages
    from training.model_directory import export_base
    from training.reranker_export import export_reranker
    from training.sentiment_evaluation import SentimentEvaluation, evaluate_sentiment
    from training.settings import TrainingSettings, settings_for
    from training.tracking import Tracking
    from training.unlabelled import Unlabelled, unlabelled_beside

_HOMES = {
    "Beside": "training.beside",
    "IntentEvaluation": "training.intent_evaluation",
    "LabelledDataError": "training.errors",
    "LabelledText": "training.labelled",
    "SentimentEvaluation": "training.sentiment_evaluation",
    "SkippedRow": "training.labelled",
    "Tracking": "training.tracking",
    "Unlabelled": "training.unlabelled",
    "TrainingError": "training.errors",
    "TrainingReport": "training.finishing",
    "TrainingSettings": "training.settings",
    "UnsupportedBaseModelError": "training.errors",
    "customer_messages": "training.messages",
    "evaluate_intents": "training.intent_evaluation",
    "evaluate_sentiment": "training.sentiment_evaluation",
    "export_base": "training.model_directory",
    "export_reranker": "training.reranker_export",
    "fine_tune": "training.fine_tuning",
    "leads": "training.device",
    "read_labelled_csv": "training.labelled",
    "read_texts_csv": "training.labelled",
    "settings_for": "training.settings",
    "unlabelled_beside": "training.unlabelled",
}

__all__ = [
    "Beside",
    "IntentEvaluation",
    "LabelledDataError",
    "LabelledText",
    "SentimentEvaluation",
    "SkippedRow",
    "Tracking",
    "TrainingError",
    "TrainingReport",
    "TrainingSettings",
    "Unlabelled",
    "UnsupportedBaseModelError",
    "customer_messages",
    "evaluate_intents",
    "evaluate_sentiment",
    "export_base",
    "export_reranker",
    "fine_tune",
    "leads",
    "read_labelled_csv",
    "read_texts_csv",
    "settings_for",
    "unlabelled_beside",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'training' has no attribute {name!r}")
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
