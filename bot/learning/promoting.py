"""Puts the model of a passed retraining into service at a person's word."""

from __future__ import annotations

from datetime import datetime

from bot.answering.releases import promote, serving_release
from bot.learning.runs import RunState, UnknownRunError
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import ModelRow, RetrainingRow


class NotPromotableError(Exception):
    """The model of this retraining may not serve."""


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
