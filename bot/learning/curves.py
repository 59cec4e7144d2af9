"""The curves of a retraining while it runs: one line of a file for each epoch that has ended.

Training writes the file; who looks reads it anew each time. It knows no model and no row.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FILE: Final = "curves.jsonl"


@dataclass(frozen=True, slots=True)
class EpochPoint:
    """What an epoch of one tuning came to; validation is None where all texts were learned from."""

    tuning: str
    epoch: int
    loss: float
    validation_accuracy: float | None


def curves_folder(home: Path, run: str) -> Path:
    """Where the curves of the retraining ``run`` are kept."""
    return home / "runs" / run


def read_curves(home: Path, run: str) -> tuple[EpochPoint, ...]:
    """Every epoch so far, in the order in which they ended; a line half written is left out."""
    try:
        lines = (curves_folder(home, run) / FILE).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return ()
    return tuple(point for line in lines if (point := _point(line)) is not None)


def _point(line: str) -> EpochPoint | None:
    try:
        told = json.loads(line)
        accuracy = told.get("validation_accuracy")
        return EpochPoint(told["tuning"], int(told["epoch"]), float(told["loss"]), accuracy)
    except (ValueError, KeyError):
        return None
