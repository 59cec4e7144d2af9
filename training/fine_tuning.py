"""Fine-tuning from labelled texts to a model directory, told from beginning to end.

Reshape the base where that is asked for, read the texts, rehearse, train, average, export,
calibrate, write. How each is done is told elsewhere.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, assert_never

from nlu.labels import Labels
from nlu.learned_from import write_learned_from
from nlu.manifest import verify_manifest
from training.base_model import BaseModel, load_base_model
from training.calibration import calibrate
from training.crew import Crew, EpochEnded, Hear, Message, Progressed
from training.device import device_name, open_accelerator
from training.forked import ForkedEncoder, search_path_digest, tuned_layers_of
from training.labelled import LabelledText, check_sentiments
from training.model_directory import (
    Readings,
    check_replaceable,
    new_directory,
    write_encoder_files,
    write_readings,
)
from training.outcomes import Outcome, Validated
from training.plan import Plan, plan_for
from training.reshaping import reshape
from training.search import search
from training.served import Served
from training.settings import TrainingSettings
from training.sharing import carry_out_all, share
from training.splits import TrainingTexts, prepare
from training.study import Part, Study
from training.tracking import Tracker, Tracking
from training.tuning import Workshop, averaged
from training.unfinished import Unfinished

_log = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]
"""Told the stage's name, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What came of a training.

    ``examples_per_second`` counts the fine-tuning of what serves alone: the pace of one tuning,
    times those that run side by side in one process of `accelerate launch`.
    """

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
    tracking: Tracking | None = None,
    messages: Sequence[str] = (),
) -> TrainingReport:
    """Train on ``examples`` and write a model directory to ``out``.

    Their labels are those of the settings' task. The base is first adapted to ``messages``,
    different ones without labels, where there are any.

    An interruption leaves ``out`` as it was, and the same call goes on from there. Under
    `accelerate launch` every process calls this and gets the same report; one of them writes.
    Raises LabelledDataError for fewer than two labels or such as the task does not have,
    UnsupportedBaseModelError, and TrainingError where ``out`` holds something that is no model
    directory or a package is missing that the settings need.
    """
    settings = settings or TrainingSettings()
    started = time.perf_counter()
    check_replaceable(out)
    settings.check_installed()
    texts = prepare(examples)
    if settings.task == "sentiment":
        check_sentiments(texts.intents)
    accelerator = open_accelerator(tracking)
    crew = Crew(accelerator, settings.threads)
    with crew.threads():
        base = load_base_model(settings.base_model)
        workshop = Workshop(accelerator, crew, settings)
        unfinished = Unfinished(out, _key(texts, base, settings, messages))
        hear = _Hearing(progress, Tracker(accelerator, asdict(settings)))
        base = reshape(base, texts.texts, messages, workshop, unfinished, hear)
        study = Study(texts, base, workshop, _stage(progress, "reading"))
        plan = plan_for(texts, settings)
        _log.info("%s", plan.reason)
        if settings.trials:
            plan = plan_for(texts, search(study, plan, unfinished, hear))
        trained = _tune_all(plan, study, unfinished, hear)
        hear.tracker.close()
        report = None
        if accelerator.is_main_process:
            report = _write(trained, messages, out, started, progress)
            unfinished.remove()
    return share(report, accelerator)


@dataclass(frozen=True, slots=True, eq=False)
class _Trained:
    """All that the tunings brought, on the way to a model directory."""

    study: Study
    plan: Plan
    rehearsals: Sequence[Outcome]
    members: Sequence[Outcome]

    @property
    def validated(self) -> list[Validated]:
        """What the models said to texts that they had not seen, to calibrate on."""
        judging = self.members if self.plan.members_validate else self.rehearsals
        return [each.inside for each in judging]


def _tune_all(plan: Plan, study: Study, unfinished: Unfinished, hear: Hear) -> _Trained:
    """Carry out the whole plan: everything side by side where nothing waits for the rehearsals."""

    def carry_out(parts: Sequence[Part]) -> list[Outcome]:
        return carry_out_all(parts, study, unfinished, hear)

    if plan.members_validate:
        outcomes = carry_out((*plan.rehearsals, *plan.members))
        count = len(plan.rehearsals)
        return _Trained(study, plan, outcomes[:count], outcomes[count:])
    rehearsals = carry_out(plan.rehearsals)
    members = plan.members_after(rehearsals)
    return _Trained(study, replace(plan, members=members), rehearsals, carry_out(members))


def _write(
    trained: _Trained, messages: Sequence[str], out: Path, started: float, progress: Progress
) -> TrainingReport:
    """Average the members, export, calibrate, and put the model directory at ``out``."""
    study, plan, settings = trained.study, trained.plan, trained.plan.members[0].settings
    texts = study.texts
    learned = averaged([member.learned for member in trained.members])
    model, probe = study.model_with(learned, plan.learned)
    with new_directory(out) as folder:
        encoder_id = write_encoder_files(folder, study.base, model.encoder)
        served = Served(folder, study, model, probe, plan.learned, _stage(progress, "comparing"))
        test = None
        if len(plan.kept_aside):
            test = served.ask(plan.kept_aside, _stage(progress, "testing"))
        calibration, metrics = calibrate(
            texts, trained.validated, trained.rehearsals, settings, test
        )
        seconds = time.perf_counter() - started
        record = _record(trained, settings) | {
            "encoder_id": encoder_id,
            "adapted_to": len(messages),
            "seconds": round(seconds, 1),
        }
        write_learned_from(folder, (*texts.said, *messages))
        labels = Labels(settings.task, texts.intents)
        write_readings(folder, Readings(labels, served.head, calibration, metrics, record))
    tuned = [member.tuned for member in trained.members]
    pace = sum(one.texts_seen for one in tuned) / sum(one.seconds for one in tuned)
    side_by_side = min(len(tuned), study.workshop.crew.side_by_side)
    return TrainingReport(
        model=verify_manifest(out),
        directory=out,
        device=device_name(study.workshop.accelerator),
        examples=len(texts.texts),
        classes=len(texts.intents),
        seconds=seconds,
        examples_per_second=side_by_side * pace,
        metrics=metrics,
    )


def _stage(progress: Progress, name: str) -> Callable[[int, int], None]:
    return lambda done, total: progress(name, done, total)


@dataclass(frozen=True, slots=True)
class _Hearing:
    """Passes on what the tunings tell: to whoever waits, to the log, and to the curves."""

    progress: Progress
    tracker: Tracker

    def __call__(self, name: str, message: Message) -> None:
        match message:
            case Progressed(done, total):
                self.progress(name.replace("-", " "), done, total)
            case EpochEnded(figures):
                _log.info("%s: %s", name, figures)
                self.tracker.epoch_ended(name, figures)
            case _:
                assert_never(message)


def _key(
    texts: TrainingTexts, base: BaseModel, settings: TrainingSettings, messages: Sequence[str]
) -> dict[str, Any]:
    """Return what decides how every tuning comes out."""
    encoder = ForkedEncoder(base, with_intents=False)
    return {
        "data": texts.digest,
        "settings": asdict(settings),
        "encoder": search_path_digest(encoder, base, ""),
        "messages": list(messages),
    }


def _record(trained: _Trained, settings: TrainingSettings) -> dict[str, Any]:
    """Return everything that went into the training, for training.json."""
    study = trained.study
    texts, accelerator = study.texts, study.workshop.accelerator
    plain = asdict(settings) | {
        "base_model": str(settings.base_model) if settings.base_model else None
    }
    return {
        "task": settings.task,
        "base_model": study.base.name,
        "tuned_layers": tuned_layers_of(study.base.layers, settings),
        "settings": plain,
        "plan": trained.plan.reason,
        "epochs": trained.plan.members[0].epochs,
        "data": {
            "sha256": texts.digest,
            "texts": len(texts.texts),
            "intents": len(texts.intents),
            "named_intents": sum(bool(name) for name in texts.names),
            "duplicates": texts.duplicates,
            "conflicting": texts.conflicting,
        },
        "tunings": {
            part.name: {
                "epoch_kept": outcome.tuned.epoch,
                "validation_accuracy_by_epoch": list(outcome.tuned.history),
            }
            for part, outcome in zip(
                (*trained.plan.rehearsals, *trained.plan.members),
                (*trained.rehearsals, *trained.members),
                strict=True,
            )
        },
        "activations_cached": study.activations.cached,
        "device": device_name(accelerator),
        "precision": accelerator.mixed_precision,
    }
