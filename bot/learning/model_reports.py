"""The models of a home, and what is known of each: as the desk shows them before one may serve.

Read from the models' own directories. Texts that a model misread are named there by digests; they
are shown where the home still holds them, so that what was erased appears nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from sqlmodel import Session, col, select

from bot.answering.releases import NoModelError
from bot.content.intent_names import named_intents
from bot.content.learned import labelled_examples
from bot.content.unlabelled import asked_elsewhere
from bot.learning.news import BASE
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import ModelRow, ReleaseRow
from nlu import (
    Calibration,
    RiskCurve,
    Threshold,
    choose_threshold,
    read_validation,
    text_digest,
)

PRECISIONS: Final = tuple(percent / 100 for percent in range(60, 100))
"""What the slider offers."""
MISREAD_SHOWN: Final = 30


def models_json(database: Database, settings: Settings) -> dict[str, Any]:
    """Every trained model, latest first, and what is asked of them."""
    with database.read() as session:
        rows = session.exec(
            select(ModelRow).where(ModelRow.id != BASE).order_by(col(ModelRow.created_at).desc())
        ).all()
        standing = _standing(session)
        models = [_listed(row, settings, standing) for row in rows]
    return {"models": models, "target_precision": settings.file.target_precision}


def model_json(database: Database, settings: Settings, model: str) -> dict[str, Any]:
    """One model with its report; parts that its directory does not tell are null.

    Raises:
        NoModelError: the home has no such model.
    """
    with database.read() as session:
        row = session.get(ModelRow, model)
        if row is None or row.id == BASE:
            raise NoModelError(f"there is no model {model!r}")
        listed = _listed(row, settings, _standing(session))
        names = {each.id: each.name for each in named_intents(session)}
    directory = settings.home / row.directory
    curve = _curve(directory)
    return {
        **listed,
        "names": names,
        "curve": [asdict(each) for each in _at_precisions(curve)],
        "kept_aside": curve.kept_aside,
        "out_of_scope_share": curve.out_of_scope_share,
        "strangers": _strangers(row),
        "unknown_share": asked_elsewhere(database).share,
        "target_precision": settings.file.target_precision,
        "validation": _validation(database, directory),
        "labels": _labels(row),
        "training": _training(directory),
    }


def _listed(row: ModelRow, settings: Settings, standing: Mapping[str, str]) -> dict[str, Any]:
    metrics = row.metrics
    curve = _curve(settings.home / row.directory)
    promise = choose_threshold(curve, settings.file.target_precision) if curve.points else None
    return {
        "id": row.id,
        "created_at": row.created_at.isoformat(),
        "standing": standing.get(row.id),
        "retrain_since": row.retrain_since.isoformat() if row.retrain_since else None,
        "accuracy": metrics.get("accuracy"),
        "ece": metrics.get("ece"),
        "oos_auroc": metrics.get("oos_auroc"),
        "validation_texts": metrics.get("validation_texts", 0),
        "promise": asdict(promise) if promise else None,
    }


def _strangers(row: ModelRow) -> int:
    """How many imported questions under no accepted intent the thresholds reckon with."""
    ngrams = row.metrics.get("ngrams") or {}
    return int(row.metrics.get("strangers", 0)) + int(ngrams.get("strangers", 0))


def _standing(session: Session) -> dict[str, str]:
    """Which model serves, and which one served before."""
    found: dict[str, str] = {}
    for state in ("previous", "serving"):
        rows = session.exec(
            select(ReleaseRow.model_id)
            .where(ReleaseRow.state == state)
            .order_by(col(ReleaseRow.promoted_at).desc())
        ).first()
        if rows is not None:
            found[rows] = state
    return found


def _curve(directory: Path) -> RiskCurve:
    document = _read(directory / "calibration.json")
    try:
        return Calibration.from_json(document).match_curve if document else RiskCurve()
    except ValueError:
        return RiskCurve()


@lru_cache(maxsize=8)
def _at_precisions(curve: RiskCurve) -> tuple[Threshold, ...]:
    """What each precision that may be chosen would give; reckoned once, as it takes a moment."""
    if not curve.points:
        return ()
    return tuple(choose_threshold(curve, precision) for precision in PRECISIONS)


def _validation(database: Database, directory: Path) -> dict[str, Any] | None:
    report = read_validation(directory)
    if report is None:
        return None
    texts = {text_digest(text): text for text, _ in labelled_examples(database)}
    shown = [
        {
            "text": texts[each.digest],
            "intent": each.intent,
            "said": each.said,
            "probability": each.probability,
        }
        for each in report.misread
        if each.digest in texts
    ]
    return {
        "texts": report.texts,
        "intents": [asdict(each) for each in report.intents],
        "confused": [asdict(each) for each in report.confused],
        "reliability": [asdict(each) for each in report.reliability],
        "misread": shown[:MISREAD_SHOWN],
    }


def _labels(row: ModelRow) -> dict[str, int] | None:
    """How many of the texts that it learned from nobody but the search for intents has sorted."""
    texts, alone = row.metrics.get("examples"), row.metrics.get("sorted_by_search")
    if texts is None or alone is None:
        return None
    return {"texts": int(texts), "sorted_by_search": int(alone)}


def _training(directory: Path) -> dict[str, Any] | None:
    told = _read(directory / "training.json")
    if told is None or "data" not in told:
        return None
    return {
        "base_model": told.get("base_model"),
        "texts": told["data"].get("texts"),
        "intents": told["data"].get("intents"),
        "seconds": told.get("seconds"),
        "device": told.get("device"),
        "plan": told.get("plan"),
        "tunings": {
            name: list(each.get("validation_accuracy_by_epoch", ()))
            for name, each in told.get("tunings", {}).items()
        },
    }


def _read(file: Path) -> dict[str, Any] | None:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None
