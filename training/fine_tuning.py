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
from training.beside import NOTHING, Beside
from training.crew import Crew, EpochEnded, Hear, Message, Progressed
from training.device import open_accelerator
from training.finishing import Job, Progress, Trained, TrainingReport, finish, stage
from training.forked import ForkedEncoder, search_path_digest, tuned_layers_of
from training.labelled import LabelledText, check_sentiments
from training.masked_words import check_messages
from training.model_directory import check_replaceable
from training.outcomes import Outcome
from training.plan import FEW_TEXTS, Plan, plan_for
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
    beside: Beside = NOTHING,
) -> TrainingReport:
    """Train on ``examples`` and write a model directory to ``out``.

    Their labels are those of the settings' task.

    An interruption leaves ``out`` as it was, and the same call goes on from there. Under
    `accelerate launch` every process calls this and gets the same report; one of them writes.
    Raises LabelledDataError for fewer than two labels, for such as the task does not have, and for
    texts that cannot validate, UnsupportedBaseModelError, and TrainingError where ``out`` holds
    something that is no model directory or a package is missing that the settings need.
    """
    settings = settings or TrainingSettings()
    started = time.perf_counter()
    check_replaceable(out)
    settings.check_installed()
    if messages := beside.messages:
        check_messages(messages)
    texts = prepare(examples, beside.validation)
    unlabelled = as_read(beside.unlabelled, texts, settings.seed)
    if settings.task == "sentiment":
        check_sentiments(texts.intents)
    accelerator = open_accelerator(tracking)
    crew = Crew(accelerator, settings.threads)
    with crew.threads():
        base = load_base_model(settings.base_model)
        shares, read, unread = Shares(texts, None, 0), NONE, NONE
        if settings.task == "intent":
            shares = share_out(texts, base)
            read, unread = share_out_unlabelled(unlabelled, shares, base)
        taught = _taught(shares.encoder or texts)
        settings = _with_depth(settings, base, len(taught))
        workshop = Workshop(accelerator, crew, settings)
        unfinished = Unfinished(out, _key(texts, base, settings, messages, unlabelled))
        hear = _Hearing(progress, Tracker(accelerator, tracking, asdict(settings)))
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


def _taught(texts: TrainingTexts) -> list[str]:
    return [texts.texts[index] for index in texts.taught]


def _with_depth(settings: TrainingSettings, base: BaseModel, texts: int) -> TrainingSettings:
    """Settle how many layers learn from so many texts."""
    layers = settings.layers or base.layers
    tuned = tuned_layers_of(layers, settings, plenty=texts > FEW_TEXTS)
    return replace(settings, tuned_layers=tuned)


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
