"""The questions of which somebody of the team said that only a person should answer them."""

from __future__ import annotations

from sqlmodel import col, select

from bot.learning.evidence import EvidenceKind
from bot.store import Database
from bot.store.tables import EvidenceRow


def questions_for_people(database: Database) -> tuple[str, ...]:
    """Their texts, redacted; the last word on a question counts."""
    with database.read() as session:
        rows = session.exec(
            select(EvidenceRow.text, EvidenceRow.template_id, EvidenceRow.intent_id)
            .where(EvidenceRow.kind == EvidenceKind.CORRECTED.value)
            .order_by(col(EvidenceRow.at), col(EvidenceRow.id))
        )
        last = {text: (template, intent) for text, template, intent in rows}
    return tuple(text for text, right in last.items() if right == (None, None))
