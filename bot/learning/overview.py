"""Where the loop stands, as the desk shows it: what is new, what runs, and the last reports."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from sqlmodel import Session, col, select

from bot.learning.equipment import missing_for_training
from bot.learning.news import News
from bot.learning.runs import OPEN, latest_runs
from bot.store import Database
from bot.store.tables import ReleaseRow, RetrainingRow

REPORTS: Final = 10


def overview_json(database: Database, found: News) -> dict[str, Any]:
    """Everything on the page but the candidates."""
    with database.read() as session:
        rows = latest_runs(session, REPORTS)
        current = next((row for row in rows if row.state in OPEN), None)
        return {
            "news": {**asdict(found), "anything": found.anything},
            "missing": missing_for_training(),
            "serving": _model_in(session, "serving"),
            "previous": _model_in(session, "previous"),
            "current": run_json(current) if current else None,
            "runs": [run_json(row) for row in rows if row is not current],
        }


def run_json(row: RetrainingRow) -> dict[str, Any]:
    """A retraining with its report."""
    return {
        "id": row.id,
        "state": row.state,
        "started_by": row.started_by,
        "started_at": row.started_at.isoformat(),
        "ended_at": row.ended_at.isoformat() if row.ended_at else None,
        "stage": row.stage,
        "done": row.done,
        "total": row.total,
        "model": row.model_id,
        "problem": row.problem,
        "report": row.report,
    }


def _model_in(session: Session, state: str) -> str | None:
    return session.exec(
        select(ReleaseRow.model_id)
        .where(ReleaseRow.state == state)
        .order_by(col(ReleaseRow.promoted_at).desc())
    ).first()
