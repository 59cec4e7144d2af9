"""What can go wrong while learning; each message says what to do."""

from __future__ import annotations


class TrainingError(Exception):
    """The root of this package's errors."""


class LabelledDataError(TrainingError):
    """The labelled texts cannot be trained on: an absent column, a broken row, too few intents."""


class UnsupportedBaseModelError(TrainingError):
    """The base model is absent, or not of the BERT family that can be forked."""
