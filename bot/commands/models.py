"""Models and the release that serves: list, promote, go back, rebuild the index."""

from __future__ import annotations

import time
from dataclasses import dataclass

import click
from sqlmodel import col, select

from bot.answering.model_directories import promised
from bot.answering.releases import promote as promote_model
from bot.answering.releases import rebuild_index, register_model, rollback, serving_release
from bot.commands.comparing import compare, refuse_worse
from bot.commands.context import Home, json_option, note, progress_bars, say
from bot.commands.encoders import BASE, base_directory
from bot.services import utc_now
from bot.store.tables import ModelRow


@dataclass(frozen=True, slots=True)
class ListedModel:
    """A model of the home, as ``models list`` shows it.

    ``promise`` says what stands behind its answers at the operator's precision.
    """

    id: str
    created_at: str
    serving: bool
    retrain_since: str | None
    metrics: dict[str, object]
    promise: str | None


@click.group()
def models() -> None:
    """The models that this home has learned, and the one that serves."""


models.add_command(compare)


@models.command("list")
@json_option
@click.pass_obj
def list_models(home: Home, as_json: bool) -> None:
    """Every model, latest first."""
    serving = serving_release(home.database)
    with home.database.read() as session:
        rows = session.exec(select(ModelRow).order_by(col(ModelRow.created_at).desc())).all()
        listed = [
            ListedModel(
                row.id,
                row.created_at.isoformat(),
                serving is not None and serving.model_id == row.id,
                row.retrain_since.isoformat() if row.retrain_since else None,
                row.metrics,
                _promise(home, row),
            )
            for row in rows
        ]
    lines = [_line(each) for each in listed]
    say(as_json, {"models": listed}, "\n".join(lines) or "No model yet; `frontdesk train`.")


def _promise(home: Home, row: ModelRow) -> str | None:
    precision = home.settings.file.target_precision
    found = promised(home.settings.home / row.directory, precision)
    return found.sentence if found else None


def _line(model: ListedModel) -> str:
    serving = "  serving" if model.serving else ""
    stale = "  retrain: it may have learned from a customer who was erased since"
    head = f"{model.id}  {model.created_at[:16]}{serving}{stale if model.retrain_since else ''}"
    return f"{head}\n    {model.promise}" if model.promise else head


@models.command()
@click.argument("model")
@click.option("--force", is_flag=True, help="Promote it even if it is worse than what serves.")
@json_option
@click.pass_obj
def promote(home: Home, model: str, force: bool, as_json: bool) -> None:
    """Put MODEL into service; a running server takes it up within a second.

    It is compared with the one that serves first, and refused where it is worse.
    """
    with progress_bars() as progress:
        found = None if force else refuse_worse(home, model, progress)
        release = promote_model(home.database, home.settings, model, utc_now(), progress)
    if found is not None:
        note(f"Compared with what served: {found.verdict.value}. {' '.join(found.because)}")
    result = {"promoted": model, "release": release, "verdict": found and found.verdict}
    say(as_json, result, f"{model} serves now.")


@models.command("rollback")
@json_option
@click.pass_obj
def roll_back(home: Home, as_json: bool) -> None:
    """Put the release that served before back into service."""
    release = rollback(home.database, utc_now())
    serving = serving_release(home.database)
    model = serving.model_id if serving else None
    say(as_json, {"promoted": model, "release": release}, f"{model} serves again.")


@click.command()
@json_option
@click.pass_obj
def index(home: Home, as_json: bool) -> None:
    """Rebuild the search index over today's articles.

    In a home that has not been trained yet the bundled encoder searches and matches from then on.
    """
    started = time.perf_counter()
    model = _serving_or_base(home)
    with progress_bars() as progress:
        release, passages = rebuild_index(home.database, home.settings, model, utc_now(), progress)
    seconds = round(time.perf_counter() - started, 3)
    result = {"passages": passages, "seconds": seconds, "release": release}
    say(as_json, result, f"{passages:,} passages indexed in {seconds:.1f} s.")


def _serving_or_base(home: Home) -> str:
    serving = serving_release(home.database)
    if serving is not None:
        return serving.model_id
    base_directory(home)
    register_model(home.database, BASE, {}, utc_now())
    return BASE
