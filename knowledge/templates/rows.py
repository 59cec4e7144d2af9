"""An answer template as plain, nested text: what both file formats write and read.

Knows the names of the entries and how to complain about a wrong one; knows neither YAML nor CSV.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime

from knowledge.errors import InvalidTemplateError
from knowledge.records import AnswerTemplate, Button, IntentId, TemplateId, TemplateState
from knowledge.times import format_time, parse_time

Row = Mapping[str, object]
"""Keys: those of the record. Languages stand under texts, titles and buttons_in."""

_KNOWN_KEYS = frozenset(field.name for field in fields(AnswerTemplate))


def row_of(template: AnswerTemplate) -> dict[str, object]:
    """The template's entries, those without content left out."""
    row: dict[str, object] = {
        "id": str(template.id),
        "title": template.title,
        "titles": dict(template.titles),
        "state": template.state.value,
        "version": str(template.version),
        "intents": [str(intent) for intent in template.intents],
        "texts": dict(template.texts),
        "buttons": _button_rows(template.buttons),
        "buttons_in": {
            language: _button_rows(buttons)
            for language, buttons in template.buttons_in.items()
            if buttons
        },
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
    identifier = _text(row, "id", where)
    if not identifier.strip():
        raise InvalidTemplateError(f"{where}: has no id")
    return AnswerTemplate(
        id=TemplateId(identifier),
        title=_text(row, "title", where) if "title" in row else identifier,
        titles=_by_language(row, "titles", where),
        texts=_texts(row, where),
        intents=tuple(IntentId(intent) for intent in _items(row, "intents", where)),
        examples=_items(row, "examples", where),
        buttons=_buttons(row.get("buttons"), "buttons", where),
        buttons_in=_buttons_in(row, where),
        state=_state(row, where),
        version=_version(row, where),
        valid_from=_time(row, "valid_from", where),
        valid_until=_time(row, "valid_until", where),
    )


def _time_text(moment: datetime | None) -> str | None:
    return None if moment is None else format_time(moment)


def _text(row: Row, key: str, where: str) -> str:
    value = row.get(key, "")
    if not isinstance(value, str):
        raise InvalidTemplateError(f"{where}: '{key}' must be text")
    return value


def _items(row: Row, key: str, where: str) -> tuple[str, ...]:
    value = row.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise InvalidTemplateError(f"{where}: '{key}' must be a list of texts")
    return tuple(value)


def _texts(row: Row, where: str) -> dict[str, str]:
    value = row.get("texts")
    if not isinstance(value, Mapping) or not value:
        raise InvalidTemplateError(f"{where}: 'texts' must hold a text for at least one language")
    return _by_language(row, "texts", where)


def _by_language(row: Row, key: str, where: str) -> dict[str, str]:
    value = _languages(row, key, where)
    if not all(isinstance(text, str) and text for text in value.values()):
        raise InvalidTemplateError(f"{where}: a language under '{key}' has no text")
    return {language: str(text) for language, text in value.items()}


def _buttons_in(row: Row, where: str) -> dict[str, tuple[Button, ...]]:
    found = {
        language: _buttons(value, f"buttons_in', '{language}", where)
        for language, value in _languages(row, "buttons_in", where).items()
    }
    return {language: buttons for language, buttons in found.items() if buttons}


def _languages(row: Row, key: str, where: str) -> dict[str, object]:
    value = row.get(key) or {}
    if not isinstance(value, Mapping):
        raise InvalidTemplateError(
            f"{where}: under '{key}' stand languages, as in '{key}: {{zh-Hans: ...}}'"
        )
    return {str(language): content for language, content in value.items()}


def _button_rows(buttons: Iterable[Button]) -> list[dict[str, str]]:
    return [{"label": button.label, "text": button.text} for button in buttons]


def _buttons(value: object, key: str, where: str) -> tuple[Button, ...]:
    items = value or []
    if not isinstance(items, list):
        raise InvalidTemplateError(f"{where}: '{key}' must be a list")
    return tuple(_button(item, where) for item in items)


def _button(item: object, where: str) -> Button:
    if isinstance(item, str):
        return Button(label=item, text=item)
    if isinstance(item, Mapping) and set(item) <= {"label", "text"} and "label" in item:
        label, text = item["label"], item.get("text", item["label"])
        if isinstance(label, str) and isinstance(text, str):
            return Button(label=label, text=text)
    raise InvalidTemplateError(f"{where}: a button has a 'label' and the 'text' that it sends")


def _state(row: Row, where: str) -> TemplateState:
    value = _text(row, "state", where).strip() or TemplateState.LIVE.value
    try:
        return TemplateState(value)
    except ValueError:
        states = ", ".join(state.value for state in TemplateState)
        raise InvalidTemplateError(f"{where}: state '{value}' is none of {states}") from None


def _version(row: Row, where: str) -> int:
    value = _text(row, "version", where).strip() or "1"
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        raise InvalidTemplateError(f"{where}: version '{value}' is no whole number from 1 up")
    return int(value)


def _time(row: Row, key: str, where: str) -> datetime | None:
    value = _text(row, key, where).strip()
    if value in {"", "null", "~"}:
        return None
    moment = parse_time(value)
    if moment is None:
        raise InvalidTemplateError(f"{where}: {key} '{value}' is no date or time in ISO 8601")
    return moment
