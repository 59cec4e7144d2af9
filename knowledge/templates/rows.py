"""An answer template as plain, nested text: what both file formats write and read.

Knows the names of the entries; knows neither YAML nor CSV.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime

from knowledge.errors import InvalidTemplateError
from knowledge.records import AnswerTemplate, Button, IntentId, TemplateId, TemplateState
from knowledge.templates import row_parts
from knowledge.templates.row_parts import Row
from knowledge.times import format_time

_KNOWN_KEYS = frozenset(field.name for field in fields(AnswerTemplate))


def row_of(template: AnswerTemplate) -> dict[str, object]:
    """The template's entries, those without content left out."""
    row: dict[str, object] = {
        "id": str(template.id),
        "title": template.title,
        "titles": dict(template.titles),
        "state": template.state.value,
        "version": str(template.version),
        "owner": template.owner,
        "intents": [str(intent) for intent in template.intents],
        "texts": dict(template.texts),
        "variants": {tag: list(texts) for tag, texts in template.variants.items() if texts},
        "texts_on": {where: dict(texts) for where, texts in template.texts_on.items() if texts},
        "buttons": _button_rows(template.buttons),
        "buttons_in": {
            language: _button_rows(buttons)
            for language, buttons in template.buttons_in.items()
            if buttons
        },
        "follow_ups": [str(each) for each in template.follow_ups],
        "attachments": [
            {"name": each.name, "sha256": each.sha256} for each in template.attachments
        ],
        "examples": list(template.examples),
        "valid_from": _time_text(template.valid_from),
        "valid_until": _time_text(template.valid_until),
    }
    return {key: value for key, value in row.items() if value not in ([], {}, None)}


def template_of(row: Row, where: str) -> AnswerTemplate:
    """The template that the entries describe.

    Raises:
        InvalidTemplateError: beginning with ``where``, for an entry that is missing or malformed.
    """
    unknown = sorted(set(row) - _KNOWN_KEYS)
    if unknown:
        raise InvalidTemplateError(f"{where}: unknown entry {', '.join(unknown)}")
    identifier = row_parts.text(row, "id", where)
    if not identifier.strip():
        raise InvalidTemplateError(f"{where}: has no id")
    items = row_parts.items
    return AnswerTemplate(
        id=TemplateId(identifier),
        title=row_parts.text(row, "title", where) if "title" in row else identifier,
        titles=row_parts.by_language(row, "titles", where),
        texts=row_parts.texts(row, where),
        variants=row_parts.lists_by_language(row, "variants", where),
        texts_on=row_parts.by_channel(row, "texts_on", where),
        intents=tuple(IntentId(intent) for intent in items(row, "intents", where)),
        examples=items(row, "examples", where),
        buttons=row_parts.buttons(row.get("buttons"), "buttons", where),
        buttons_in=row_parts.buttons_in(row, where),
        follow_ups=tuple(TemplateId(each) for each in items(row, "follow_ups", where)),
        attachments=row_parts.enclosures(row, where),
        owner=row_parts.text(row, "owner", where) or None,
        state=_state(row, where),
        version=_version(row, where),
        valid_from=row_parts.moment(row, "valid_from", where),
        valid_until=row_parts.moment(row, "valid_until", where),
    )


def _time_text(moment: datetime | None) -> str | None:
    return None if moment is None else format_time(moment)


def _button_rows(buttons: Iterable[Button]) -> list[dict[str, str]]:
    return [{"label": button.label, "text": button.text} for button in buttons]


def _state(row: Row, where: str) -> TemplateState:
    value = row_parts.text(row, "state", where).strip() or TemplateState.LIVE.value
    try:
        return TemplateState(value)
    except ValueError:
        states = ", ".join(state.value for state in TemplateState)
        raise InvalidTemplateError(f"{where}: state '{value}' is none of {states}") from None


def _version(row: Row, where: str) -> int:
    value = row_parts.text(row, "version", where).strip() or "1"
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        raise InvalidTemplateError(f"{where}: version '{value}' is no whole number from 1 up")
    return int(value)
