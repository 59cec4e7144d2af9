"""What a template names that must be there when it is saved: other templates, and files.

The transaction is the caller's, so that nothing is saved that names what is not there.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.store.tables import TemplateFileRow, TemplateRow
from knowledge import AnswerTemplate, InvalidTemplateError


def check_references(session: Session, templates: Sequence[AnswerTemplate]) -> None:
    """Refuse follow-ups and files that there are not; files that are named are kept from here on.

    Call it when the templates are stored, since they may name each other.

    Raises:
        InvalidTemplateError: naming the template and what it names.
    """
    _check_follow_ups(session, templates)
    named = {file.sha256 for each in templates for file in each.attachments}
    there = set(
        session.exec(select(TemplateFileRow.sha256).where(col(TemplateFileRow.sha256).in_(named)))
    )
    for template in templates:
        for file in template.attachments:
            if file.sha256 not in there:
                raise InvalidTemplateError(
                    f"template '{template.id}', attachment '{file.name}': its bytes are not here; "
                    "upload the file, or remove it from the template"
                )
    session.execute(
        update(TemplateFileRow)
        .where(col(TemplateFileRow.sha256).in_(named))
        .values(kept=True)
        .execution_options(synchronize_session=False)
    )


def _check_follow_ups(session: Session, templates: Sequence[AnswerTemplate]) -> None:
    named = {follow_up for each in templates for follow_up in each.follow_ups}
    there = set(session.exec(select(TemplateRow.id).where(col(TemplateRow.id).in_(named))))
    for template in templates:
        for follow_up in template.follow_ups:
            if follow_up not in there:
                raise InvalidTemplateError(
                    f"template '{template.id}', follow_ups: there is no template '{follow_up}'; "
                    "name another, or remove it"
                )
