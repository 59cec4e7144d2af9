"""Questions that a person found to be of none of the accepted intents, and what takes that back.

Such a decision is about the intents that there were: a label that comes later wins, and so does a
new intent that the question was found to be of.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlmodel import Session, col, select

from bot.store.tables import LabelDecisionRow, PairRow


def reopen_strangers_of(session: Session, intent: str) -> None:
    """Leave open again what was confirmed before ``intent`` was accepted, of its own questions."""
    rows = session.exec(select(PairRow.content).where(PairRow.intent_id == intent))
    strangers_no_more(session, (content["question"] for content in rows))


def strangers_no_more(session: Session, texts: Iterable[str]) -> None:
    """Forget that any of ``texts`` were confirmed."""
    known = frozenset(texts)
    confirmed = select(LabelDecisionRow).where(
        col(LabelDecisionRow.stranger), col(LabelDecisionRow.intent_id).is_(None)
    )
    for row in session.exec(confirmed).all():
        if row.text in known:
            session.delete(row)
