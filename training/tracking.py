"""Curves of a training: in a plain file, or by TensorBoard or Weights & Biases through Accelerate.

Off unless asked for. Weights & Biases writes to a local folder unless its own environment
variables say otherwise, so that nothing leaves the machine by itself.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from training.errors import TrainingError

if TYPE_CHECKING:
    from accelerate import Accelerator

TrackerName = Literal["tensorboard", "wandb", "file"]
CURVES: Final = "curves.jsonl"
"""What ``file`` writes: a JSON object a line, with ``tuning`` and that epoch's figures."""


@dataclass(frozen=True, slots=True)
class Tracking:
    """Where curves go: ``folder`` is made where it is missing."""

    tracker: TrackerName
    folder: Path

    @property
    def is_live(self) -> bool:
        """Whether the curves grow while the training runs."""
        return self.tracker != "wandb"

    @property
    def by_accelerate(self) -> str | None:
        """What Accelerate is asked for; None where it has nothing to do."""
        return None if self.tracker == "file" else self.tracker

    def prepare(self) -> None:
        """Make the folder; raises TrainingError where the tracker's package is not installed."""
        if self.tracker != "file" and find_spec(self.tracker) is None:
            raise TrainingError(
                f"{self.tracker} is not installed: pip install {self.tracker}, or leave --track out"
            )
        if self.tracker == "wandb":
            os.environ.setdefault("WANDB_MODE", "offline")
        self.folder.mkdir(parents=True, exist_ok=True)


class Tracker:
    """Writes what the tunings tell; does nothing where the accelerator tracks nothing.

    Weights & Biases must not have begun in a process that forks tunings: it hears everything at
    the end.
    """

    def __init__(
        self, accelerator: Accelerator, tracking: Tracking | None, settings: Mapping[str, Any]
    ) -> None:
        """``settings`` are kept beside the curves, those that are None left out."""
        self._accelerator = accelerator
        self._tracking = tracking
        self._settings = settings
        self._steps: dict[str, int] = {}
        self._told: list[tuple[str, Mapping[str, float]]] = []
        if tracking is not None and tracking.is_live:
            self._begin(tracking)

    def epoch_ended(self, name: str, figures: Mapping[str, float]) -> None:
        """Keep the figures of the next epoch of the tuning called ``name``."""
        if self._tracking is None:
            return
        if self._tracking.tracker == "file":
            self._write(self._tracking.folder / CURVES, name, figures)
        elif self._tracking.is_live:
            self._steps[name] = self._steps.get(name, 0) + 1
            self._accelerator.log(_named(name, figures), step=self._steps[name])
        else:
            self._told.append((name, figures))

    def close(self) -> None:
        """Write what is still held back."""
        if self._tracking is not None and not self._tracking.is_live:
            self._begin(self._tracking)
            for name, figures in self._told:
                self._accelerator.log(_named(name, figures))  # each has its own `epoch` to plot by
        for tracker in self._accelerator.trackers:
            tracker.finish()

    def _write(self, file: Path, name: str, figures: Mapping[str, float]) -> None:
        if self._accelerator.is_main_process:
            with file.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps({"tuning": name, **figures}) + "\n")

    def _begin(self, tracking: Tracking) -> None:
        if tracking.by_accelerate is None:
            return
        plain = {
            name: str(value) if isinstance(value, Path) else value
            for name, value in self._settings.items()
            if value is not None
        }
        where = {"wandb": {"dir": str(tracking.folder), "name": tracking.folder.name}}
        self._accelerator.init_trackers("frontdesk", config=plain, init_kwargs=where)


def _named(name: str, figures: Mapping[str, float]) -> dict[str, float]:
    return {f"{name}/{figure}": value for figure, value in figures.items()}
