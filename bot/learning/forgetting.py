"""Takes what an erased customer's conversations taught out of candidates, reports and examples.

What was trained into a model cannot be taken out of it: models that learned from them are marked.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlmodel import Session, col, delete, select

from bot.content.labels import forget_labels
from bot.learning.drafting import forget_drafts
from bot.learning.gathering import drop_empty
from bot.learning.news import BASE
from bot.store.tables import EvidenceRow, LearningJobRow, ModelRow, RetrainingRow
from nlu import read_learned_from, text_digest

QUOTING = {
    "golden": ("intents",),
    "matching": ("lost", "gained"),
    "known": ("missed",),
    "shadow": ("examples",),
}
"""The parts of a report's trial that quote what people wrote."""
JOBS_QUOTING = ("worst", "left_out", "recent")
"""The parts of what came of work begun at the desk that do."""


def forget_conversations(
    session: Session, home: Path, conversations: Collection[str], now: datetime
) -> tuple[str, ...]:
    """Forget the evidence of ``conversations``, the labels of its questions, the drafts that quote
    them, and reports' quotes.

    Returns the models that learned from one of them, which are marked for retraining.
    """
    theirs = col(EvidenceRow.conversation_id).in_(conversations)
    rows = session.exec(select(EvidenceRow.text, EvidenceRow.candidate_id).where(theirs)).all()
    session.execute(delete(EvidenceRow).where(theirs).execution_options(synchronize_session=False))
    drop_empty(session, {candidate for _, candidate in rows})
    kept = set(session.exec(select(EvidenceRow.text)))
    texts = {text for text, _ in rows} - kept
    forget_labels(session, texts)
    forget_drafts(session, texts)
    _forget_quotes(session)
    return _mark_models(session, home, texts, now)


def _forget_quotes(session: Session) -> None:
    """Leave of every report its figures; which quotes are whose cannot be told."""
    for row in session.exec(select(RetrainingRow)):
        trial = (row.report or {}).get("trial")
        if row.report is not None and trial:
            row.report = {**row.report, "trial": _without_quotes(trial)}
            session.add(row)
    for job in session.exec(select(LearningJobRow)):
        if job.result is not None:
            kept = {name: each for name, each in job.result.items() if name not in JOBS_QUOTING}
            parts = {name: each for name, each in kept.items() if name in QUOTING}
            job.result = {**kept, **_without_quotes(parts)}
            session.add(job)
    session.flush()


def _without_quotes(trial: dict[str, Any]) -> dict[str, Any]:
    return {
        part: {**found, **{name: [] for name in QUOTING[part]}} for part, found in trial.items()
    }


def _mark_models(
    session: Session, home: Path, texts: Collection[str], now: datetime
) -> tuple[str, ...]:
    digests = {text_digest(text) for text in texts}
    marked = []
    for row in session.exec(select(ModelRow).where(ModelRow.id != BASE)).all():
        if digests & (read_learned_from(home / row.directory) or frozenset()):
            row.retrain_since = row.retrain_since or now
            session.add(row)
            marked.append(row.id)
    return tuple(marked)
