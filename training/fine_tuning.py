"""Fine-tuning from labelled texts to a model directory, told from beginning to end.

Share the texts out, reshape the base where that is asked for, read them, rehearse, train, finish;
what the encoder cannot read is left to character n-grams. How each is done is told elsewhere.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, assert_never

from training.base_model import BaseModel, load_base_model
from training.crew import Crew, EpochEnded, Hear, Message, Progressed
from training.device import open_accelerator
from training.finishing import Job, Progress, Trained, TrainingReport, finish, stage
from training.forked import ForkedEncoder, search_path_digest
from training.labelled import LabelledText, check_sentiments
from training.masked_words import check_messages
from training.model_directory import check_replaceable
from training.outcomes import Outcome
from training.plan import Plan, plan_for
from training.reshaping import reshape
from training.search import search
from training.settings import TrainingSettings
from training.shares import Shares, share_out, share_out_unlabelled
from training.sharing import carry_out_all, share
from training.splits import TrainingTexts, prepare
from training.study import Part, Study
from training.tracking import Tracker, Tracking
from training.tuning import Workshop
from training.unfinished import Unfinished
from training.unlabelled import NONE, Unlabelled, as_read

_log = logging.getLogger(__name__)


def fine_tune(
    examples: Sequence[LabelledText],
    out: Path,
    settings: TrainingSettings | None = None,
    progress: Progress = lambda *_: None,
    tracking: Tracking | None = None,
    messages: Sequence[str] = (),
    unlabelled: Unlabelled = NONE,
) -> TrainingReport:
    """Train on ``examples`` and write a model directory to ``out``.

    Their labels are those of the settings' task. Words are learned from ``messages``, different
    ones without labels, where there are any. From 50 ``unlabelled`` questions on those are what
    the thresholds of intents reckon with as out of scope, else intents left out of rehearsals.

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
    if messages:
        check_messages(messages)
    texts = prepare(examples)
    unlabelled = as_read(unlabelled, texts, settings.seed)
    if settings.task == "sentiment":
        check_sentiments(texts.intents)
    accelerator = open_accelerator(tracking)
    crew = Crew(accelerator, settings.threads)
    with crew.threads():
        base = load_base_model(settings.base_model)
        workshop = Workshop(accelerator, crew, settings)
        unfinished = Unfinished(out, _key(texts, base, settings, messages, unlabelled))
        hear = _Hearing(progress, Tracker(accelerator, tracking, asdict(settings)))
        shares, read, unread = Shares(texts, None, 0), NONE, NONE
        if settings.task == "intent":
            shares = share_out(texts, base)
            read, unread = share_out_unlabelled(unlabelled, shares, base)
        taught = (shares.encoder or texts).texts
        base = reshape(base, taught, messages, workshop, unfinished, hear)
        trained = None
        if shares.encoder is not None:
            reading = stage(progress, "reading")
            study = Study(shares.encoder, base, workshop, reading, messages, read)
            trained = _train(study, unfinished, hear)
        hear.tracker.close()
        report = None
        if accelerator.is_main_process:
            job = Job(texts, shares, messages, unread, base, workshop, out, started)
            report = finish(job, trained, progress)
            unfinished.remove()
    return share(report, accelerator)


def _train(study: Study, unfinished: Unfinished, hear: Hear) -> Trained:
    """Plan, search where that is asked for, and carry out the plan."""
    settings = study.workshop.settings
    plan = plan_for(study.texts, settings)
    _log.info("%s", plan.reason)
    if settings.trials:
        plan = plan_for(study.texts, search(study, plan, unfinished, hear))
    return _tune_all(plan, study, unfinished, hear)


def _tune_all(plan: Plan, study: Study, unfinished: Unfinished, hear: Hear) -> Trained:
    """Carry out the whole plan: everything side by side where nothing waits for the rehearsals."""

    def carry_out(parts: Sequence[Part]) -> list[Outcome]:
        return carry_out_all(parts, study, unfinished, hear)

    if plan.members_validate:
        outcomes = carry_out((*plan.rehearsals, *plan.members))
        count = len(plan.rehearsals)
        return Trained(study, plan, outcomes[:count], outcomes[count:])
    rehearsals = carry_out(plan.rehearsals)
    members = plan.members_after(rehearsals)
    return Trained(study, replace(plan, members=members), rehearsals, carry_out(members))


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
    texts: TrainingTexts,
    base: BaseModel,
    settings: TrainingSettings,
    messages: Sequence[str],
    unlabelled: Unlabelled,
) -> dict[str, Any]:
    """Return what decides how every tuning comes out."""
    encoder = ForkedEncoder(base, with_intents=False)
    return {
        "data": texts.digest,
        "settings": asdict(settings),
        "encoder": search_path_digest(encoder, base, ""),
        "messages": list(messages),
        "unlabelled": [list(unlabelled.texts), sorted(unlabelled.confirmed), unlabelled.found],
    }
