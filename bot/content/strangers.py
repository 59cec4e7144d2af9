"""Questions that a person found to be of none of the accepted intents, and what takes that back.

Such a decision is about the intents that there were: a label that comes later, or a new intent,
makes the question an open one again.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlmodel import Session, col, delete

from bot.store.tables import LabelDecisionRow


def reopen_strangers(session: Session) -> None:
    """Leave open again what was confirmed so far, since an intent was accepted that may fit."""
    session.execute(delete(LabelDecisionRow).where(*_CONFIRMED))


def strangers_no_more(session: Session, texts: Iterable[str]) -> None:
    """Forget that ``texts`` were confirmed, since they have just been labelled."""
    for text in texts:
        labelled = col(LabelDecisionRow.text) == text
        session.execute(delete(LabelDecisionRow).where(labelled, *_CONFIRMED))


_CONFIRMED = (col(LabelDecisionRow.stranger), col(LabelDecisionRow.intent_id).is_(None))
