"""What became of the answer templates that were said in a period."""

from __future__ import annotations

from sqlmodel import Session, col, select

from bot.content.template_outcomes import Outcome, outcomes_in
from bot.insights.facts import Fact
from bot.insights.scope import Scope
from bot.store.tables import TemplateSayingRow
from knowledge import TemplateId


def sayings(session: Session, scope: Scope) -> list[Fact]:
    """Every time that a template was said, by the bot or by a person who took its words."""
    row = TemplateSayingRow
    found = session.exec(
        select(row.conversation_id, row.at, row.template_id).where(
            scope.when(row.at), *scope.holds(row.conversation_id)
        )
    )
    return [Fact(id, at, template) for id, at, template in found]


def template_outcomes(session: Session, scope: Scope) -> dict[TemplateId, Outcome]:
    """What became of each template in the period: of every time that it was said in it."""
    row, period = TemplateSayingRow, scope.period
    said = (col(row.at) >= period.start) & (col(row.at) < period.end)
    for condition in scope.holds(row.conversation_id):
        said &= condition
    return outcomes_in(session, said)
