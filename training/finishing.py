"""The end of a training: what was learned becomes a model directory and a report.

Whoever trains with several processes comes here in the main one alone. It knows what the files
hold; how the weights came about is told elsewhere.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.records import IntentId
from nlu.calibration import Calibration
from nlu.head import Head
from nlu.labels import Labels
from nlu.learned_from import write_learned_from
from nlu.manifest import verify_manifest
from training.base_model import BaseModel
from training.calibration import calibrate, calibrate_matcher, with_promises
from training.device import device_name
from training.forked import ForkedEncoder, tuned_layers_of
from training.gram_voice import learn_voice, with_grams
from training.match_calibration import LabelledVectors
from training.matching_texts import for_matching, nothing_to_match
from training.model_directory import Readings, new_directory, write_encoder_files, write_readings
from training.ngrams import LearnedNgrams, learn_ngrams
from training.outcomes import Outcome, Validated
from training.plan import Plan
from training.record import record_of, record_of_tunings
from training.served import Served
from training.settings import TrainingSettings
from training.shares import Shares
from training.splits import TrainingTexts
from training.strangers import Strangers, heard
from training.study import Study
from training.tuning import Workshop, averaged
from training.unlabelled import Unlabelled
from training.validation_report import validation_report

Progress = Callable[[str, int, int], None]
"""Told the stage's name, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What came of a training.

    ``ngram_examples`` are those of the ``examples`` that the encoder left to character n-grams.
    ``examples_per_second`` counts the fine-tuning of what serves alone: the pace of one tuning,
    times those that run side by side in one process of `accelerate launch`; where the encoder can
    read nothing, the learning of the n-grams.
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


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """What a training was given, and where it goes; ``base`` is the one that serves.

    ``unread`` are the questions without a label that only character n-grams can be asked.
    """

    texts: TrainingTexts
    shares: Shares
    messages: Sequence[str]
    unread: Unlabelled
    base: BaseModel
    workshop: Workshop
    out: Path
    started: float


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """All that the tunings brought."""

    study: Study
    plan: Plan
    rehearsals: Sequence[Outcome]
    members: Sequence[Outcome]

    @property
    def settings(self) -> TrainingSettings:
        """Those that the members were tuned with, perhaps found by a search."""
        return self.plan.members[0].settings

    @property
    def validated(self) -> list[Validated]:
        """What the models said to texts that they had not seen, to calibrate on."""
        judging = self.members if self.plan.members_validate else self.rehearsals
        return [each.inside for each in judging]

    @property
    def strangers(self) -> Strangers:
        """What the same models said to questions without a label."""
        judging = self.members if self.plan.members_validate else self.rehearsals
        return heard(self.study.unlabelled, [each.strange for each in judging])


@dataclass(frozen=True, slots=True, eq=False)
class _Written:
    """What the encoder's files leave to be written beside them; ``judged`` is what the encoder's
    classifier said to texts that it had not seen."""

    encoder_id: str
    intents: tuple[IntentId, ...]
    head: Head | None
    calibration: Calibration
    metrics: dict[str, Any]
    record: dict[str, Any]
    judged: LabelledVectors | None = None


def finish(job: Job, trained: Trained | None, progress: Progress) -> TrainingReport:
    """Learn the n-grams, if any, export, calibrate, and put the model directory at its place.

    ``trained`` is None where the encoder can read nothing; it still serves search then.
    """
    settings = trained.settings if trained else job.workshop.settings
    ngrams, began = None, time.perf_counter()
    if job.shares.ngrams is not None:
        ngrams = learn_ngrams(
            job.shares.ngrams, settings, stage(progress, "learning n-grams"), job.unread
        )
    learning_seconds = time.perf_counter() - began
    with new_directory(job.out) as folder:
        if trained is not None:
            written = _with_encoder(folder, trained, ngrams, progress)
        else:
            assert ngrams is not None
            written = _without_encoder(folder, job, ngrams)
        if ngrams is not None:
            ngrams.classifier.write(folder)
        unread = ngrams.matching if ngrams else None
        validation_report(written.judged, unread).write(folder)
        seconds = time.perf_counter() - job.started
        record = record_of(job.texts, job.shares, job.base, job.workshop, settings) | {
            **written.record,
            "encoder_id": written.encoder_id,
            "adapted_to": len(job.messages),
            "unlabelled": {
                "encoder": len(trained.study.unlabelled.texts) if trained else 0,
                "ngrams": len(job.unread.texts),
            },
            "seconds": round(seconds, 1),
        }
        write_learned_from(folder, (*job.texts.said, *job.messages))
        labels = Labels(settings.task, written.intents)
        write_readings(
            folder, Readings(labels, written.head, written.calibration, written.metrics, record)
        )
    return TrainingReport(
        model=verify_manifest(job.out),
        directory=job.out,
        device=device_name(job.workshop.accelerator),
        examples=len(job.texts.taught),
        ngram_examples=len(job.shares.ngrams.texts) if job.shares.ngrams else 0,
        classes=len(job.texts.intents),
        seconds=seconds,
        examples_per_second=_pace(trained) if trained else len(job.texts.taught) / learning_seconds,
        metrics=written.metrics,
    )


def stage(progress: Progress, name: str) -> Callable[[int, int], None]:
    """Return what tells ``progress`` about the stage called ``name``."""
    return lambda done, total: progress(name, done, total)


def _with_encoder(
    folder: Path, trained: Trained, ngrams: LearnedNgrams | None, progress: Progress
) -> _Written:
    """Average the members, export what they learned, and calibrate it beside the n-grams."""
    study, plan = trained.study, trained.plan
    learned = averaged([member.learned for member in trained.members])
    model, probe = study.model_with(learned, plan.learned)
    encoder_id = write_encoder_files(folder, study.base, model.encoder)
    served = Served(folder, study, model, probe, plan.learned, stage(progress, "comparing"))
    test = None
    if len(plan.kept_aside):
        test = served.ask(plan.kept_aside, stage(progress, "testing"))
    unread = ngrams.matching if ngrams else None
    validated = trained.validated
    if trained.settings.task == "sentiment":
        rng = np.random.default_rng(trained.settings.seed)
        validated = with_grams(study.texts, validated, rng)
        learn_voice(study.texts, plan.learned, rng).write(folder)
    calibration, metrics = calibrate(
        study.texts,
        validated,
        trained.rehearsals,
        trained.settings,
        test,
        unread,
        trained.strangers,
    )
    if ngrams is not None:
        metrics |= {"ngrams": ngrams.metrics}
    names = [part.name for part in (*plan.rehearsals, *plan.members)]
    outcomes = (*trained.rehearsals, *trained.members)
    record = {
        "tuned_layers": tuned_layers_of(study.base.layers, trained.settings),
        "plan": plan.reason,
        "epochs": plan.members[0].epochs,
        "tunings": record_of_tunings(dict(zip(names, outcomes, strict=True))),
        "activations_cached": study.activations.cached,
    }
    judged = None
    if metrics["validation_texts"]:
        judged = for_matching(study.texts, trained.validated, calibration)
    return _Written(
        encoder_id, study.texts.intents, served.head, calibration, metrics, record, judged
    )


def _without_encoder(folder: Path, job: Job, ngrams: LearnedNgrams) -> _Written:
    """Export the base as it is; the matcher has the n-grams' texts alone to be calibrated on."""
    encoder_id = write_encoder_files(folder, job.base, ForkedEncoder(job.base, with_intents=False))
    settings = job.workshop.settings
    calibration, promised = calibrate_matcher(
        Calibration(),
        nothing_to_match(),
        ngrams.matching,
        settings,
        np.random.default_rng(settings.seed),
    )
    metrics = with_promises(ngrams.metrics, promised)
    return _Written(encoder_id, (), None, calibration, metrics, {})


def _pace(trained: Trained) -> float:
    tuned = [member.tuned for member in trained.members]
    pace = sum(one.texts_seen for one in tuned) / sum(one.seconds for one in tuned)
    return pace * min(len(tuned), trained.study.workshop.crew.side_by_side)
