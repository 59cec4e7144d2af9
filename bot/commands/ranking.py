"""Training and measuring what ranks recommendations: from files, or from a home's own behaviour."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.context import (
    CommandError,
    Home,
    json_option,
    note,
    progress_bars,
    require_train_extra,
    say,
    to_json,
)
from bot.commands.encoders import base_directory, serving_model
from bot.commands.home_training import new_model_id
from bot.content.vectors import VectorCache
from bot.recommending.behaviour import all_actions
from bot.recommending.items import by_address, catalogue_of, items_of
from bot.services import utc_now
from nlu import Model
from retrieval.recommender import Action, Catalogue

if TYPE_CHECKING:
    from training.labelled import SkippedRow
    from training.recommender.evaluation import RankingEvaluation
    from training.recommender.learning import RankingReport

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
SEEDS = 3


def train_on_behaviour(
    home: Home, items: Path | None, events: Path | None, out: Path | None, seed: int, as_json: bool
) -> None:
    """`train --task ranking`: from two files, or from what customers of this home allow to keep."""
    require_train_extra()
    from training.recommender.learning import train_ranking

    if (items is None) != (events is None):
        raise click.UsageError("--items and --events belong together; without both, the home's own")
    if items is not None and events is not None:
        model = Model.open(base_directory(home))
        catalogue, actions = _from_files(home, model, items, events)
    else:
        model, catalogue, actions = _from_home(home)
    out = out or Path(f"ranking-{new_model_id()}")
    with progress_bars() as progress:
        report = train_ranking(catalogue, actions, model.encoder_id, out, seed, progress)
    note(f"`recommendations: {{model: {out.absolute()}}}` in frontdesk.yaml puts it into service.")
    say(as_json, {**to_json(asdict(report)), "model": str(out)}, _trained(report))


def _trained(report: RankingReport) -> str:
    weights = ", ".join(f"{name} {each:.2f}" for name, each in report.metrics["weights"].items())
    return (
        f"{report.examples:,} events over {report.classes:,} items in {report.seconds:.0f} s; "
        f"weights: {weights}. Model directory: {report.directory}"
    )


@click.command("ranking")
@click.option("--items", type=FILE, required=True, help="CSV with item_id,title,text.")
@click.option("--events", type=FILE, required=True, help="CSV with user_id,item_id,time.")
@click.option("--seed", type=int, default=13, show_default=True, help="The first of the seeds.")
@click.option("--seeds", type=click.IntRange(1, 20), default=SEEDS, show_default=True)
@json_option
@click.pass_obj
def evaluate_ranking(
    home: Home, items: Path, events: Path, seed: int, seeds: int, as_json: bool
) -> None:
    """Recommendations against what people did next, beside three baselines; the end of time tests.

    The model learns from the events before, for every seed anew; nothing of the home is used.
    """
    require_train_extra()
    if find_spec("implicit") is None:
        raise CommandError(
            "the matrix-factorisation baseline needs implicit: install with "
            "`pip install 'frontdesk[train]'`"
        )
    from training.recommender.evaluation import evaluate_ranking as evaluated

    model = Model.open(base_directory(home))
    catalogue, actions = _from_files(home, model, items, events)
    with progress_bars() as progress:
        result = evaluated(
            catalogue, actions, model.encoder_id, range(seed, seed + seeds), progress
        )
    say(as_json, asdict(result), _measured(result))


def _measured(result: RankingEvaluation) -> str:
    lines = [
        f"{result.predictions:,} choices of {result.users:,} people since "
        f"{result.test_from:%Y-%m-%d}, all {result.items:,} items ranked",
        f"this ranking: hit@10 {result.hit_at_10:.2%}, nDCG@10 {result.ndcg_at_10:.2%}",
    ]
    for name, each in result.baselines.items():
        above = result.margins[name]["hit_at_10"]
        lines.append(
            f"{name.replace('_', ' ')} ({each.setting}): hit@10 {each.hit_at_10:.2%}, nDCG@10 "
            f"{each.ndcg_at_10:.2%}; above it by {above.value:+.2%} "
            f"({above.low:+.2%} to {above.high:+.2%})"
        )
    return "\n".join(lines)


def _from_files(
    home: Home, model: Model, items: Path, events: Path
) -> tuple[Catalogue, tuple[Action, ...]]:
    from training.recommender.tables import read_events, read_items

    def told(path: Path, row: SkippedRow) -> None:
        note(f"{path}:{row.line}: {row.reason}")

    listed = read_items(items, lambda row: told(items, row))
    actions = read_events(events, listed, lambda row: told(events, row))
    cache = VectorCache(home.database, model.encoder_id, model.encode)
    vectors = cache.vectors([each.text for each in listed])
    for number, each in enumerate(listed):
        if not model.can_read(each.text):
            vectors[number] = 0.0
    return Catalogue([each.id for each in listed], vectors), actions


def _from_home(home: Home) -> tuple[Model, Catalogue, tuple[Action, ...]]:
    """What serves here, and what those customers did who allowed to keep it.

    Raises:
        CommandError: nothing serves yet.
    """
    model = serving_model(home)
    if model is None:
        raise CommandError(
            "this home has no model yet; run `frontdesk train`, or name --items and --events"
        )
    items = items_of(home.database)
    since = utc_now() - timedelta(days=home.settings.file.recommendations.keep_days)
    actions = all_actions(home.database, by_address(items.values()), since)
    return model, catalogue_of(items, home.database, model), tuple(actions)
