"""The loop in one command: gather, train, put to the test, report, and promote where asked to."""

from __future__ import annotations

import os
import time
from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

import click
from sqlmodel import select

from bot.answering.releases import promote as promote_model
from bot.answering.releases import serving_release
from bot.answering.verdicts import verdict_words
from bot.commands.adapting import imported_messages
from bot.commands.context import (
    Home,
    Progress,
    json_option,
    note,
    progress_bars,
    require_train_extra,
    say,
    to_json,
)
from bot.commands.encoders import BASE, serving_model
from bot.commands.home_training import examples_of, new_model_id, settings_like, train_model
from bot.learning.curves import curves_folder
from bot.learning.deciding import accept_what_the_team_said
from bot.learning.gathering import gather
from bot.learning.news import News, news
from bot.learning.reports import Report, lines_of
from bot.learning.runs import Ending, Run, RunState, running
from bot.learning.trials import try_model
from bot.services import utc_now
from bot.store.tables import EvidenceRow, ModelRow

NOTHING_NEW = (
    "Nothing is new since the last model; nothing was trained. --force trains all the same."
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What whoever starts a retraining wants of it."""

    promote: bool
    force: bool
    least_new: int


@click.command()
@click.option("--promote", is_flag=True, help="Put the new model into service if it passes.")
@click.option("--force", is_flag=True, help="Train even if nothing is new.")
@click.option(
    "--least-new",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Train only if so many examples are new.",
)
@click.option("--run", "run_id", hidden=True, help="The retraining that was asked for at the desk.")
@json_option
@click.pass_obj
def retrain(
    home: Home, promote: bool, force: bool, least_new: int, run_id: str | None, as_json: bool
) -> None:
    """Learn anew from what conversations brought, test the new model, and report.

    What serves goes on serving, but for --promote and a model that passes the comparison with it.
    Interrupted, the same command goes on from there.
    """
    require_train_extra()
    if run_id is not None:
        _leave_others_first()
    wish = Wish(promote, force, least_new)
    with running(home.database, utc_now, id=run_id) as run, progress_bars() as shown:
        ending, report = _carry_out(home, run, wish, shown)
        run.end(ending)
    result = {
        "retraining": run.id,
        "state": ending.state,
        "model": ending.model,
        "verdict": report.verdict if report else None,
        "promoted": ending.state is RunState.PROMOTED,
        "report": ending.report,
    }
    lines = (
        lines_of(report) if report else (NOTHING_NEW if least_new == 1 else ending.problem or "",)
    )
    say(as_json, result, "\n".join((*lines, *_outcome(ending, wish))))


def _carry_out(home: Home, run: Run, wish: Wish, shown: Progress) -> tuple[Ending, Report | None]:
    def progress(stage: str, done: int, total: int) -> None:
        run.progress(stage, done, total)
        shown(stage, done, total)

    progress("gathering", 0, 0)
    gather(home.database, serving_model(home))
    accept_what_the_team_said(home.database, utc_now())
    examples = examples_of(home)
    found = news(home.database, home.settings, [(each.text, each.intent) for each in examples])
    if not wish.force and not _is_enough(found, wish):
        least = verdict_words("waits_for_more", fresh=found.fresh, least=wish.least_new)
        return Ending(RunState.UNNEEDED, least if found.anything else None), None
    report = _trained(home, examples, found, run.id, progress)
    state = RunState.PASSED if report.passed else RunState.REFUSED
    if report.passed and wish.promote:
        promote_model(home.database, home.settings, report.model, utc_now(), progress)
        state = RunState.PROMOTED
    return Ending(state, None, report.model, _kept(report)), report


def _is_enough(found: News, wish: Wish) -> bool:
    """A customer who was erased is reason enough."""
    return found.erased or (
        found.anything and (wish.least_new <= 1 or found.fresh >= wish.least_new)
    )


def _trained(home: Home, examples: list[Any], found: News, run: str, progress: Progress) -> Report:
    from training import Tracking

    started = time.perf_counter()
    serving = serving_release(home.database)
    before = serving.model_id if serving and serving.model_id != BASE else None
    model_id = new_model_id()
    settings = settings_like(home.settings.models / (before or model_id))
    messages, remarks = _to_adapt_to(home, before)
    curves = Tracking("file", curves_folder(home.settings.home, run))
    training = train_model(home, model_id, examples, settings, progress, curves, messages=messages)
    trial = before and try_model(
        home.database, home.settings, before, model_id, utc_now(), progress
    )
    return Report(
        model=model_id,
        before=before,
        seconds=round(time.perf_counter() - started, 1),
        accuracy=training.metrics.get("accuracy"),
        news=found,
        disliked=_disliked(home),
        trial=trial or None,
        remarks=remarks,
    )


def _to_adapt_to(home: Home, before: str | None) -> tuple[list[str], tuple[str, ...]]:
    """The messages that the model is adapted to, if the one before was, and what to say of it."""
    with home.database.read() as session:
        row = session.get(ModelRow, before) if before else None
    if row is None or not row.metrics.get("adapted_to"):
        return [], ()
    messages = imported_messages(home)
    if not messages:
        return [], (verdict_words("nothing_to_adapt_to"),)
    return messages, (verdict_words("adapted_again", messages=len(messages)),)


def _disliked(home: Home) -> tuple[tuple[str, int], ...]:
    """The templates that customers disliked where they were said, most often first."""
    with home.database.read() as session:
        rows = session.exec(select(EvidenceRow.template_id).where(EvidenceRow.against)).all()
    return tuple(Counter(each for each in rows if each).most_common(20))


def _kept(report: Report) -> dict[str, Any]:
    """The report as JSON, with what the trials come to."""
    kept: dict[str, Any] = to_json(asdict(report))
    trial = report.trial
    kept |= {
        "verdict": trial and trial.verdict.value,
        "because": list(trial.because) if trial else [],
        "passed": report.passed,
    }
    return kept


def _outcome(ending: Ending, wish: Wish) -> list[str]:
    match ending.state:
        case RunState.PROMOTED:
            return [f"{ending.model} serves now."]
        case RunState.PASSED:
            return [f"Passed; `frontdesk models promote {ending.model}` puts it into service."]
        case RunState.REFUSED:
            said = " It was not promoted." if wish.promote else ""
            return [
                f"{ending.model} did not pass; what served serves on.{said} "
                "`frontdesk models promote` says what it would take."
            ]
        case _:
            return []


def _leave_others_first() -> None:
    """A server answers customers beside this: it gets the processor first."""
    try:
        os.nice(10)
    except OSError as error:
        note(f"this process keeps its priority ({error})")
