"""How the product learns: from transcripts to a model directory, and how good that is.

Importing this package is cheap: torch and scikit-learn load with the first name that needs them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from training.errors import LabelledDataError, TrainingError, UnsupportedBaseModelError
    from training.model_directory import export_base

_HOMES = {
    "LabelledDataError": "training.errors",
    "TrainingError": "training.errors",
    "UnsupportedBaseModelError": "training.errors",
    "export_base": "training.model_directory",
}

__all__ = [
    "LabelledDataError",
    "TrainingError",
    "UnsupportedBaseModelError",
    "export_base",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'training' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
