"""Canned answers of another help desk, as drafts that wait for review.

What a person decided about one stays decided: a draft that was edited, accepted, retired or deleted
here does not come back when it is pulled again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from sqlmodel import Session, select

from bot.content.templates import put_template
from bot.store import Database
from bot.store.tables import TemplateRow, TemplateVersionRow
from knowledge import AnswerTemplate, TemplateId, TemplateState, check_template
from knowledge.connectors import CannedAnswer


def draft_canned_answers(
    database: Database,
    answers: Iterable[CannedAnswer],
    language_of: Callable[[str], str],
    now: datetime,
) -> int:
    """Draft ``answers``; returns how many drafts are new or changed."""
    drafted = 0
    with database.write() as session:
        for answer in answers:
            template = _template(answer, language_of(answer.text))
            check_template(template, frozenset())
            if _is_open(session, answer.id):
                drafted += put_template(session, template, now, held_back=_reason(answer))
    return drafted


def _template(answer: CannedAnswer, language: str) -> AnswerTemplate:
    return AnswerTemplate(
        id=TemplateId(answer.id),
        title=answer.title,
        texts={language: answer.text},
        state=TemplateState.DRAFT,
    )


def _reason(answer: CannedAnswer) -> str | None:
    """Why a draft may not be accepted in bulk."""
    if not answer.places:
        return None
    return f"was filled in there with {', '.join(answer.places)}; say here what stands in [ ]"


def _is_open(session: Session, template: str) -> bool:
    row = session.get(TemplateRow, template)
    if row is not None:
        return row.state == TemplateState.DRAFT.value and row.updated_by is None
    deleted = select(TemplateVersionRow).where(TemplateVersionRow.template_id == template)
    return session.exec(deleted).first() is None
