"""Comparing two models, and refusing one that would make the bot worse."""

from __future__ import annotations

from typing import Any

import click

from bot.answering.gate import Replay, compare_models, replay_recent
from bot.answering.releases import serving_release
from bot.commands.context import CommandError, Home, json_option, progress_bars, say
from bot.commands.encoders import BASE
from bot.services import utc_now
from nlu import Comparison, Verdict
from nlu.comparison import IntentChange


@click.command()
@click.argument("before")
@click.argument("after")
@json_option
@click.pass_obj
def compare(home: Home, before: str, after: str, as_json: bool) -> None:
    """What would change if AFTER served in place of BEFORE, by intent and by recent messages."""
    with progress_bars() as progress:
        found = compare_models(home.database, home.settings, before, after, progress)
        replay = replay_recent(home.database, home.settings, before, after, utc_now(), progress)
    result = {"comparison": {"golden": found, "recent": replay}}
    say(as_json, result, "\n".join((*_golden_lines(found), *_recent_lines(replay))))


def refuse_worse(home: Home, model: str, progress: Any) -> Comparison | None:
    """The comparison with what serves; None where nothing trained serves yet.

    Raises:
        CommandError: ``model`` is worse; says where.
    """
    serving = serving_release(home.database)
    if serving is None or serving.model_id in (BASE, model):
        return None
    found = compare_models(home.database, home.settings, serving.model_id, model, progress)
    if found.verdict is Verdict.WORSE:
        raise CommandError(
            f"{model} is worse than {serving.model_id}, which serves on: "
            f"{' '.join(found.because)} `frontdesk models compare {serving.model_id} {model}` "
            "shows the texts; --force promotes it all the same"
        )
    return found


def _golden_lines(found: Comparison) -> list[str]:
    lines = [f"{found.verdict.value}: {' '.join(found.because)}"]
    if found.accuracy_before is not None and found.accuracy_after is not None:
        lines.append(
            f"accuracy {found.accuracy_before:.1%} -> {found.accuracy_after:.1%} of "
            f"{found.texts:,} texts new to both; sure and wrong {found.misled_before} -> "
            f"{found.misled_after}"
        )
    for change in found.intents:
        lines += _intent_lines(change)
    return lines


def _intent_lines(change: IntentChange) -> list[str]:
    head = f"{change.intent}: {change.right_before} -> {change.right_after} of {change.texts}"
    lost = [f"  - {each.text}  (now {each.after})" for each in change.lost]
    return [head, *lost, *(f"  + {each.text}  (was {each.before})" for each in change.gained)]


def _recent_lines(replay: Replay) -> list[str]:
    head = (
        f"recent messages: {replay.messages:,}, answered otherwise: {replay.changed:,}; "
        f"{_counts(replay.before)} -> {_counts(replay.after)}"
    )
    shown = (f"  {each.text}: {each.before} -> {each.after}" for each in replay.examples)
    return [head, *shown]


def _counts(kinds: dict[str, int]) -> str:
    return ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items())) or "none"
