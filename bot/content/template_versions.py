"""Every version that a template ever had, and bringing one of them back as the newest."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import col, select

from bot.content.template_json import from_json
from bot.content.templates import StoredTemplate, UnknownTemplateError, update_template
from bot.store import Database
from bot.store.tables import TemplateVersionRow
from knowledge import AnswerTemplate, TemplateId

SHOWN = 100


class UnknownVersionError(Exception):
    """The template never had such a version."""

    def __init__(self, template: str, version: int) -> None:
        super().__init__(f"the template {template!r} never had a version {version}")


@dataclass(frozen=True, slots=True)
class Version:
    """What was saved, when, and by whom."""

    template: AnswerTemplate
    saved_at: datetime
    saved_by: str | None


def versions_of(database: Database, template: TemplateId) -> list[Version]:
    """The newest hundred versions, the newest first; those of a deleted template too.

    Raises:
        UnknownTemplateError: there never was one with this id.
    """
    with database.read() as session:
        rows = session.exec(
            select(TemplateVersionRow)
            .where(TemplateVersionRow.template_id == template)
            .order_by(col(TemplateVersionRow.version).desc())
            .limit(SHOWN)
        ).all()
        found = [_version(row) for row in rows]
    if not found:
        raise UnknownTemplateError(template)
    return found


def restore_version(
    database: Database,
    template: TemplateId,
    version: int,
    expected_version: int,
    known_fields: Collection[str],
    now: datetime,
    by: str | None,
) -> StoredTemplate:
    """Save what ``version`` said as the next version; the state stays as it is today.

    Raises:
        UnknownVersionError: there is none.
        InvalidTemplateError: what it says cannot be filled or shown any more.
        UnknownTemplateError, StaleTemplateError: as for any save.
    """
    with database.read() as session:
        row = session.get(TemplateVersionRow, (template, version))
        if row is None:
            raise UnknownVersionError(template, version)
        before = _version(row).template
    return update_template(
        database, before, expected_version, known_fields, now, by, keep_state=True
    )


def _version(row: TemplateVersionRow) -> Version:
    template = replace(from_json(row.template_id, row.content), version=row.version)
    return Version(template, row.saved_at, row.saved_by)
