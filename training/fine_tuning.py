"""Fine-tuning from labelled texts to a model directory, told from beginning to end.

Read the texts, rehearse, train, export, calibrate what was exported, write; what the encoder cannot
read is left to character n-grams. How each is done is told elsewhere.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from nlu.calibration import Calibration
from nlu.learned_from import write_learned_from
from nlu.manifest import verify_manifest
from training.base_model import BaseModel, load_base_model
from training.calibration import calibrate, calibrate_matcher, nothing_to_match
from training.device import device_name, open_accelerator
from training.forked import ForkedEncoder
from training.labelled import LabelledText
from training.model_directory import (
    Readings,
    check_replaceable,
    new_directory,
    write_encoder_files,
    write_readings,
)
from training.ngrams import LearnedNgrams, learn_ngrams
from training.plan import plan_for
from training.record import record_of
from training.served import Served
from training.settings import TrainingSettings
from training.shares import Shares, share_out
from training.splits import prepare
from training.study import Study
from training.threads import ThreadPace
from training.tuning import Workshop

Progress = Callable[[str, int, int], None]
"""Told the stage's name, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What came of a training. ``examples_per_second`` counts the final fine-tuning alone.

    ``ngram_examples`` are those of the ``examples`` that the encoder left to character n-grams.
    """

    model: str
    directory: Path
    device: str
    examples: int
    ngram_examples: int
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
    every = prepare(examples)
    torch.manual_seed(settings.seed)
    workshop = Workshop(open_accelerator(), ThreadPace(settings.threads), settings)
    base = load_base_model(settings.base_model)
    shares = share_out(every, base)
    ngrams = None
    if shares.ngrams is not None:
        ngrams = learn_ngrams(shares.ngrams, settings, _stage(progress, "learning n-grams"))
    if shares.encoder is None:
        assert ngrams is not None
        return _without_encoder(shares, base, ngrams, out, workshop, started)
    texts = shares.encoder
    study = Study(texts, base, workshop, _stage(progress, "reading"))

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
        unread = ngrams.matching if ngrams else None
        calibration, metrics = calibrate(texts, validated, rehearsals, settings, unread)
        if ngrams is not None:
            ngrams.classifier.write(folder)
            metrics |= {"ngrams": ngrams.metrics}
        record = record_of(every, shares, study.base, workshop) | {
            "encoder_id": encoder_id,
            "seconds": round(time.perf_counter() - started, 1),
            "epoch_kept": learned.tuned.epoch,
            "validation_accuracy_by_epoch": list(learned.tuned.history),
            "activations_cached": study.activations.cached,
        }
        write_learned_from(folder, every.texts)
        write_readings(folder, Readings(texts.intents, head, calibration, metrics, record))
    return TrainingReport(
        model=verify_manifest(out),
        directory=out,
        device=device_name(workshop.accelerator),
        examples=len(every.texts),
        ngram_examples=len(shares.ngrams.texts) if shares.ngrams else 0,
        classes=len(every.intents),
        seconds=time.perf_counter() - started,
        examples_per_second=learned.tuned.texts_seen / tuning_seconds,
        metrics=metrics,
    )


def _without_encoder(
    shares: Shares,
    base: BaseModel,
    ngrams: LearnedNgrams,
    out: Path,
    workshop: Workshop,
    started: float,
) -> TrainingReport:
    """Write n-gram intents beside the base encoder, which still serves search."""
    texts = shares.ngrams
    assert texts is not None
    learning_seconds = time.perf_counter() - started
    calibration = calibrate_matcher(
        Calibration(), nothing_to_match(), ngrams.matching, workshop.settings
    )
    with new_directory(out) as folder:
        encoder_id = write_encoder_files(folder, base, ForkedEncoder(base, with_intents=False))
        ngrams.classifier.write(folder)
        record = record_of(texts, shares, base, workshop) | {
            "encoder_id": encoder_id,
            "seconds": round(time.perf_counter() - started, 1),
        }
        write_learned_from(folder, texts.texts)
        write_readings(folder, Readings((), None, calibration, ngrams.metrics, record))
    return TrainingReport(
        model=verify_manifest(out),
        directory=out,
        device=device_name(workshop.accelerator),
        examples=len(texts.texts),
        ngram_examples=len(texts.texts),
        classes=len(texts.intents),
        seconds=time.perf_counter() - started,
        examples_per_second=len(texts.texts) / learning_seconds,
        metrics=ngrams.metrics,
    )


def _stage(progress: Progress, name: str) -> Callable[[int, int], None]:
    return lambda done, total: progress(name, done, total)
