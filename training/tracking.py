"""Curves of a training, kept by TensorBoard or Weights & Biases through Accelerate's trackers.

Off unless asked for. Weights & Biases writes to a local folder unless its own environment
variables say otherwise, so that nothing leaves the machine by itself.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from training.errors import TrainingError

if TYPE_CHECKING:
    from accelerate import Accelerator

TrackerName = Literal["tensorboard", "wandb"]


@dataclass(frozen=True, slots=True)
class Tracking:
    """Where curves go: ``folder`` is made where it is missing."""

    tracker: TrackerName
    folder: Path

    def prepare(self) -> None:
        """Make the folder; raises TrainingError where the tracker's package is not installed."""
        if find_spec(self.tracker) is None:
            raise TrainingError(
                f"{self.tracker} is not installed: pip install {self.tracker}, or leave --track out"
            )
        if self.tracker == "wandb":
            os.environ.setdefault("WANDB_MODE", "offline")
        self.folder.mkdir(parents=True, exist_ok=True)


class Tracker:
    """Writes what the tunings tell; does nothing where the accelerator tracks nothing."""

    def __init__(self, accelerator: Accelerator, settings: Mapping[str, Any]) -> None:
        """``settings`` are kept beside the curves, those that are None left out."""
        self._accelerator = accelerator
        self._steps: dict[str, int] = {}
        if accelerator.log_with:
            plain = {
                name: str(value) if isinstance(value, Path) else value
                for name, value in settings.items()
                if value is not None
            }
            accelerator.init_trackers("frontdesk", config=plain)

    def epoch_ended(self, name: str, figures: Mapping[str, float]) -> None:
        """Keep the figures of the next epoch of the tuning called ``name``."""
        self._steps[name] = self._steps.get(name, 0) + 1
        values = {f"{name}/{figure}": value for figure, value in figures.items()}
        self._accelerator.log(values, step=self._steps[name])

    def close(self) -> None:
        """Write what is still held back."""
        for tracker in self._accelerator.trackers:
            tracker.finish()
