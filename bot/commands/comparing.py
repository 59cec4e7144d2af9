"""Comparing two models, and refusing one that would make the bot worse."""

from __future__ import annotations

from typing import Any

import click

from bot.answering.gate import Replay, replay_recent
from bot.answering.releases import serving_release
from bot.commands.context import CommandError, Home, Progress, json_option, progress_bars, say
from bot.commands.encoders import BASE
from bot.learning.reports import trial_lines
from bot.learning.trials import Trial, try_model
from bot.services import utc_now
from nlu import Verdict


@click.command()
@click.argument("before")
@click.argument("after")
@json_option
@click.pass_obj
def compare(home: Home, before: str, after: str, as_json: bool) -> None:
    """What would change if AFTER served in place of BEFORE: intents, answers, conversations."""
    with progress_bars() as progress:
        trial, replay = compared(home, before, after, progress)
    result = {"comparison": comparison_result(trial, replay)}
    say(as_json, result, "\n".join((*trial_lines(trial), *_recent_lines(replay))))


def compared(home: Home, before: str, after: str, progress: Progress) -> tuple[Trial, Replay]:
    """Everything that tells two models apart.

    Raises:
        NoModelError: the home has no such model.
        DamagedModelError: a directory is not whole.
    """
    trial = try_model(home.database, home.settings, before, after, utc_now(), progress)
    replay = replay_recent(home.database, home.settings, before, after, utc_now(), progress)
    return trial, replay


def comparison_result(trial: Trial, replay: Replay) -> dict[str, Any]:
    """A comparison as JSON will have it."""
    verdict = {"verdict": trial.verdict, "because": trial.because}
    return {**_parts(trial), "recent": replay, **verdict}


def refuse_worse(home: Home, model: str, progress: Any) -> Trial | None:
    """The trial against what serves; None where nothing trained serves yet.

    Raises:
        CommandError: ``model`` is worse; says where.
    """
    serving = serving_release(home.database)
    if serving is None or serving.model_id in (BASE, model):
        return None
    found = try_model(home.database, home.settings, serving.model_id, model, utc_now(), progress)
    if found.verdict is Verdict.WORSE:
        raise CommandError(
            f"{model} is worse than {serving.model_id}, which serves on: "
            f"{' '.join(found.because)} `frontdesk models compare {serving.model_id} {model}` "
            "shows the texts; --force promotes it all the same"
        )
    return found


def _parts(trial: Trial) -> dict[str, Any]:
    return {
        "golden": trial.golden,
        "matching": trial.matching,
        "known": trial.known,
        "shadow": trial.shadow,
    }


def _recent_lines(replay: Replay) -> list[str]:
    head = (
        f"recent messages: {replay.messages:,}, answered otherwise: {replay.changed:,}; "
        f"{_counts(replay.before)} -> {_counts(replay.after)}"
    )
    shown = (f"  {each.text}: {each.before} -> {each.after}" for each in replay.examples)
    return [head, *shown]


def _counts(kinds: dict[str, int]) -> str:
    return ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items())) or "none"
