"""Answer templates in the database: every version is kept, and nobody overwrites another unseen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from bot.content.generation import raise_generation
from bot.content.strangers import strangers_no_more
from bot.content.template_json import from_json, to_json
from bot.content.template_references import check_references
from bot.store import Database
from bot.store.tables import IntentRow, TemplateRow, TemplateVersionRow
from knowledge import AnswerTemplate, TemplateId, TemplateState, check_template


class UnknownTemplateError(Exception):
    """There is no such template."""

    def __init__(self, template: str) -> None:
        super().__init__(f"there is no template {template!r}")


class TemplateExistsError(Exception):
    """A template with this id exists already."""

    def __init__(self, template: str) -> None:
        super().__init__(f"a template {template!r} exists already; change that one, or rename this")


class StaleTemplateError(Exception):
    """Somebody else saved the template in between."""

    def __init__(self, template: str, version: int) -> None:
        super().__init__(
            f"somebody else saved {template!r} in between (now version {version}); "
            "load it again and redo the change"
        )
        self.version = version


@dataclass(frozen=True, slots=True)
class StoredTemplate:
    """A template as it stands, and when it was last saved."""

    template: AnswerTemplate
    updated_at: datetime
    held_back: str | None = None
    evidence: dict[str, Any] | None = None


def all_templates(
    database: Database, states: Collection[TemplateState] = tuple(TemplateState)
) -> list[StoredTemplate]:
    """Templates in one of ``states``, by title."""
    with database.read() as session:
        rows = session.exec(
            select(TemplateRow)
            .where(col(TemplateRow.state).in_([state.value for state in states]))
            .order_by(col(TemplateRow.title), col(TemplateRow.id))
        )
        return [_stored(row) for row in rows]


def get_template(database: Database, template: TemplateId) -> StoredTemplate:
    """One template.

    Raises:
        UnknownTemplateError: there is none with this id.
    """
    with database.read() as session:
        row = session.get(TemplateRow, template)
        if row is None:
            raise UnknownTemplateError(template)
        return _stored(row)


def create_template(
    database: Database,
    template: AnswerTemplate,
    known_fields: Collection[str],
    now: datetime,
    by: str | None,
) -> StoredTemplate:
    """Store a new template as its version 1, or above those of a deleted one with its id.

    Raises:
        InvalidTemplateError: it says something that cannot be filled or shown.
        TemplateExistsError: its id is taken.
    """
    check_template(template, known_fields)
    with database.write() as session:
        if session.get(TemplateRow, template.id) is not None:
            raise TemplateExistsError(template.id)
        version = _last_version(session, template.id) + 1
        stored = _save(session, replace(template, version=version), now, by)
        check_references(session, (template,))
        return stored


def update_template(
    database: Database,
    template: AnswerTemplate,
    expected_version: int | None,
    known_fields: Collection[str],
    now: datetime,
    by: str | None,
    *,
    keep_state: bool = False,
) -> StoredTemplate:
    """Store ``template`` as the next version, if it still is at ``expected_version``.

    ``keep_state`` leaves it in the state in which it stands.

    Raises:
        InvalidTemplateError, UnknownTemplateError, StaleTemplateError
    """
    check_template(template, known_fields)
    with database.write() as session:
        row = session.get(TemplateRow, template.id)
        if row is None:
            raise UnknownTemplateError(template.id)
        if expected_version is not None and row.version != expected_version:
            raise StaleTemplateError(template.id, row.version)
        if keep_state:
            template = replace(template, state=TemplateState(row.state))
        stored = _save(session, replace(template, version=row.version + 1), now, by)
        check_references(session, (template,))
        return stored


def delete_template(database: Database, template: TemplateId, expected_version: int | None) -> None:
    """Remove a template; its versions stay on record.

    Raises:
        UnknownTemplateError, StaleTemplateError
    """
    with database.write() as session:
        row = session.get(TemplateRow, template)
        if row is None:
            raise UnknownTemplateError(template)
        if expected_version is not None and row.version != expected_version:
            raise StaleTemplateError(template, row.version)
        session.delete(row)
        raise_generation(session)


def put_template(
    session: Session,
    template: AnswerTemplate,
    now: datetime,
    *,
    evidence: dict[str, Any] | None = None,
    held_back: str | None = None,
    by: str | None = None,
) -> bool:
    """Store an imported or drafted template; False where it says what is stored already.

    Its version is above all that its id ever had, so that no version on record is overwritten.
    """
    row = session.get(TemplateRow, template.id)
    if row is not None and _stored(row).template == replace(template, version=row.version):
        return False
    version = _last_version(session, template.id) + 1
    if row is None:
        version = max(version, template.version)
    _save(session, replace(template, version=version), now, by, evidence, held_back)
    return True


def _last_version(session: Session, template: TemplateId) -> int:
    latest = select(func.max(TemplateVersionRow.version)).where(
        TemplateVersionRow.template_id == template
    )
    return session.exec(latest).one() or 0


def _save(
    session: Session,
    template: AnswerTemplate,
    now: datetime,
    by: str | None,
    evidence: dict[str, Any] | None = None,
    held_back: str | None = None,
) -> StoredTemplate:
    content = to_json(template)
    old = session.get(TemplateRow, template.id)
    if template.state is TemplateState.LIVE:
        before = _stored(old).template.examples if old else ()
        strangers_no_more(session, set(template.examples).difference(before))
    row = TemplateRow(
        id=template.id,
        title=template.title,
        state=template.state.value,
        version=template.version,
        content=content,
        evidence=evidence or (old.evidence if old else None),
        held_back=held_back,
        updated_at=now,
        updated_by=by,
    )
    stored = session.merge(row)
    session.merge(
        TemplateVersionRow(
            template_id=template.id,
            version=template.version,
            content=content,
            saved_at=now,
            saved_by=by,
        )
    )
    if template.state is TemplateState.LIVE:
        _accept_intents(session, template)
    raise_generation(session)
    session.flush()
    return _stored(stored)


def _accept_intents(session: Session, template: AnswerTemplate) -> None:
    """Who puts an answer into service accepts the intents that it serves, so training uses them."""
    session.execute(
        update(IntentRow)
        .where(col(IntentRow.id).in_(template.intents), col(IntentRow.state) == "draft")
        .values(state="accepted")
        .execution_options(synchronize_session=False)
    )


def _stored(row: TemplateRow) -> StoredTemplate:
    template = replace(from_json(row.id, row.content), version=row.version)
    return StoredTemplate(template, row.updated_at, row.held_back, row.evidence)
