"""Puts a model into service at a person's word, if it was compared with what serves."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from bot.answering.releases import model_directory, promote, serving_release
from bot.learning.jobs import JobKind, latest_jobs
from bot.learning.news import BASE
from bot.learning.runs import RunState, UnknownRunError
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import ModelRow, RetrainingRow
from nlu import Verdict

WELL: Final = (Verdict.BETTER.value, Verdict.ALIKE.value)


class NotPromotableError(Exception):
    """The model may not serve."""


def promote_run(database: Database, settings: Settings, run: str, now: datetime) -> str:
    """Put the model of ``run`` into service; returns its id.

    Raises:
        UnknownRunError: there is no such retraining.
        NotPromotableError: it did not pass, or something else serves than it was compared with.
        DamagedModelError: its directory is not whole; what served goes on serving.
    """
    with database.read() as session:
        row = session.get(RetrainingRow, run)
        model = session.get(ModelRow, row.model_id) if row and row.model_id else None
    if row is None:
        raise UnknownRunError(run)
    if row.state != RunState.PASSED.value or model is None or row.report is None:
        raise NotPromotableError("only the model of a retraining that passed can be promoted here")
    serving = serving_release(database)
    compared = row.report["before"]
    if compared is not None and (serving is None or serving.model_id != compared):
        raise NotPromotableError(
            "another model serves than the one it was compared with; retrain once more"
        )
    promote(database, settings, model.id, now, lambda *_: None)
    with database.write() as session:
        row = session.get_one(RetrainingRow, run)
        row.state = RunState.PROMOTED.value
        session.add(row)
    return model.id


def promote_compared(
    database: Database, settings: Settings, model: str, now: datetime, *, insist: bool
) -> str:
    """Put ``model`` into service once it was compared with what serves; returns its release.

    One that is worse, or could not be judged, serves only where somebody insists.

    Raises:
        NoModelError: the home has no such model.
        NotPromotableError: it was not compared with what serves now, or did not come off well.
        DamagedModelError: its directory is not whole; what served goes on serving.
    """
    model_directory(database, settings, model)
    serving = serving_release(database)
    if serving is not None and serving.model_id == model:
        raise NotPromotableError(f"{model} serves already")
    if serving is not None and serving.model_id != BASE:
        found = latest_comparison(database, serving.model_id, model)
        if found is None:
            raise NotPromotableError(
                f"{model} was not compared with {serving.model_id}, which serves; do that first"
            )
        if found["verdict"] not in WELL and not insist:
            raise NotPromotableError(" ".join(found["because"]))
    return promote(database, settings, model, now, lambda *_: None)


def latest_comparison(database: Database, before: str, after: str) -> dict[str, Any] | None:
    """What the last comparison of these two found; None where there was none."""
    for row in latest_jobs(database, JobKind.COMPARE):
        found = row.result
        if found is not None and (found.get("before"), found.get("after")) == (before, after):
            return found
    return None
