"""Fine-tuning from labelled texts to a model directory, told from beginning to end.

Read the texts, rehearse, train, export, calibrate what was exported, write. How each is done is
told elsewhere.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from nlu.learned_from import write_learned_from
from nlu.manifest import verify_manifest
from training.base_model import load_base_model
from training.calibration import calibrate
from training.device import device_name, open_accelerator
from training.labelled import LabelledText
from training.model_directory import (
    Readings,
    check_replaceable,
    new_directory,
    write_encoder_files,
    write_readings,
)
from training.plan import plan_for
from training.served import Served
from training.settings import TrainingSettings
from training.splits import prepare
from training.study import Learned, Study
from training.threads import ThreadPace
from training.tuning import Workshop

Progress = Callable[[str, int, int], None]
"""Told the stage's name, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What came of a training. ``examples_per_second`` counts the final fine-tuning alone."""

    model: str
    directory: Path
    device: str
    examples: int
    classes: int
    seconds: float
    examples_per_second: float
    metrics: Mapping[str, Any]


def fine_tune(
    examples: Sequence[LabelledText],
    out: Path,
    settings: TrainingSettings | None = None,
    progress: Progress = lambda *_: None,
) -> TrainingReport:
    """Train on ``examples`` and write a model directory to ``out``.

    Raises LabelledDataError for fewer than two intents, UnsupportedBaseModelError, and
    TrainingError where ``out`` holds something that is no model directory. An interruption leaves
    ``out`` as it was.
    """
    settings = settings or TrainingSettings()
    started = time.perf_counter()
    check_replaceable(out)
    texts = prepare(examples)
    torch.manual_seed(settings.seed)
    workshop = Workshop(open_accelerator(), ThreadPace(settings.threads), settings)
    study = Study(
        texts, load_base_model(settings.base_model), workshop, _stage(progress, "reading")
    )

    plan = plan_for(texts, settings)
    rehearsals = [
        study.rehearse(
            part, plan.rehearsal_epochs, _stage(progress, f"rehearsing {at}/{len(plan.rehearsals)}")
        )
        for at, part in enumerate(plan.rehearsals, start=1)
    ]
    tuning_started = time.perf_counter()
    learned = study.learn(
        plan.final, plan.final_epochs(rehearsals), _stage(progress, "fine-tuning")
    )
    tuning_seconds = time.perf_counter() - tuning_started

    with new_directory(out) as folder:
        encoder_id = write_encoder_files(folder, study.base, learned.model.encoder)
        served = Served(folder, study, learned, plan.final, _stage(progress, "comparing"))
        if len(plan.final.validation):
            asked = served.ask(plan.final.validation, _stage(progress, "calibrating"))
            validated, head = [asked], served.head_with(asked)
        else:
            validated, head = [each.inside for each in rehearsals], served.head
        calibration, metrics = calibrate(texts, validated, rehearsals, settings)
        record = _record(study, learned, settings) | {
            "encoder_id": encoder_id,
            "seconds": round(time.perf_counter() - started, 1),
        }
        write_learned_from(folder, (each.text for each in examples))
        write_readings(folder, Readings(texts.intents, head, calibration, metrics, record))
    return TrainingReport(
        model=verify_manifest(out),
        directory=out,
        device=device_name(workshop.accelerator),
        examples=len(texts.texts),
        classes=len(texts.intents),
        seconds=time.perf_counter() - started,
        examples_per_second=learned.tuned.texts_seen / tuning_seconds,
        metrics=metrics,
    )


def _stage(progress: Progress, name: str) -> Callable[[int, int], None]:
    return lambda done, total: progress(name, done, total)


def _record(study: Study, learned: Learned, settings: TrainingSettings) -> dict[str, Any]:
    """Return everything that went into the training, for training.json."""
    texts, accelerator = study.texts, study.workshop.accelerator
    plain = asdict(settings) | {
        "base_model": str(settings.base_model) if settings.base_model else None
    }
    return {
        "base_model": study.base.name,
        "settings": plain,
        "data": {
            "sha256": texts.digest,
            "texts": len(texts.texts),
            "intents": len(texts.intents),
            "duplicates": texts.duplicates,
            "conflicting": texts.conflicting,
        },
        "epoch_kept": learned.tuned.epoch,
        "validation_accuracy_by_epoch": list(learned.tuned.history),
        "activations_cached": study.activations.cached,
        "device": device_name(accelerator),
        "precision": accelerator.mixed_precision,
    }
