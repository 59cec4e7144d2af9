"""The entries of a template's row, read one by one: texts, lists, languages, buttons, files.

Each complains with the place where it stands. Knows nothing of a template as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from knowledge.errors import InvalidTemplateError
from knowledge.records import Button, Enclosure
from knowledge.times import parse_time

Row = Mapping[str, object]
"""Keys: those of the record. Languages stand under texts, variants, titles and buttons_in."""


def text(row: Row, key: str, where: str) -> str:
    """A text; empty where there is none."""
    value = row.get(key, "")
    if not isinstance(value, str):
        raise InvalidTemplateError(f"{where}: '{key}' must be text")
    return value


def items(row: Row, key: str, where: str) -> tuple[str, ...]:
    """A list of texts."""
    value = row.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise InvalidTemplateError(f"{where}: '{key}' must be a list of texts")
    return tuple(value)


def texts(row: Row, where: str) -> dict[str, str]:
    """The answer by language, in one at least."""
    value = row.get("texts")
    if not isinstance(value, Mapping) or not value:
        raise InvalidTemplateError(f"{where}: 'texts' must hold a text for at least one language")
    return by_language(row, "texts", where)


def by_language(row: Row, key: str, where: str) -> dict[str, str]:
    """Texts by language, none of them empty."""
    value = _languages(row, key, where)
    if not all(isinstance(each, str) and each for each in value.values()):
        raise InvalidTemplateError(f"{where}: a language under '{key}' has no text")
    return {language: str(each) for language, each in value.items()}


def lists_by_language(row: Row, key: str, where: str) -> dict[str, tuple[str, ...]]:
    """Lists of texts by language, empty ones left out."""
    listed = _languages(row, key, where)
    found = {language: items(listed, language, f"{where}, {key}") for language in listed}
    if not all(each for values in found.values() for each in values):
        raise InvalidTemplateError(f"{where}: a language under '{key}' has an empty text")
    return {language: values for language, values in found.items() if values}


def by_channel(row: Row, key: str, where: str) -> dict[str, dict[str, str]]:
    """Texts by channel and language, empty channels left out."""
    value = row.get(key) or {}
    if not isinstance(value, Mapping):
        raise InvalidTemplateError(
            f"{where}: under '{key}' stand channels, as in '{key}: {{telegram: {{en: ...}}}}'"
        )
    channels = {str(channel): content for channel, content in value.items()}
    found = {channel: by_language(channels, channel, f"{where}, {key}") for channel in channels}
    return {channel: texts for channel, texts in found.items() if texts}


def buttons(value: object, key: str, where: str) -> tuple[Button, ...]:
    """A list of buttons; a bare text is both label and what it sends."""
    listed = value or []
    if not isinstance(listed, list):
        raise InvalidTemplateError(f"{where}: '{key}' must be a list")
    return tuple(_button(item, where) for item in listed)


def buttons_in(row: Row, where: str) -> dict[str, tuple[Button, ...]]:
    """Buttons by language, empty ones left out."""
    found = {
        language: buttons(value, f"buttons_in', '{language}", where)
        for language, value in _languages(row, "buttons_in", where).items()
    }
    return {language: listed for language, listed in found.items() if listed}


def enclosures(row: Row, where: str) -> tuple[Enclosure, ...]:
    """The files that go with the answer."""
    listed = row.get("attachments") or []
    if not isinstance(listed, list):
        raise InvalidTemplateError(f"{where}: 'attachments' must be a list")
    return tuple(_enclosure(item, where) for item in listed)


def moment(row: Row, key: str, where: str) -> datetime | None:
    """A date or time in ISO 8601."""
    value = text(row, key, where).strip()
    if value in {"", "null", "~"}:
        return None
    found = parse_time(value)
    if found is None:
        raise InvalidTemplateError(f"{where}: {key} '{value}' is no date or time in ISO 8601")
    return found


def _languages(row: Row, key: str, where: str) -> dict[str, object]:
    value = row.get(key) or {}
    if not isinstance(value, Mapping):
        raise InvalidTemplateError(
            f"{where}: under '{key}' stand languages, as in '{key}: {{zh-Hans: ...}}'"
        )
    return {str(language): content for language, content in value.items()}


def _button(item: object, where: str) -> Button:
    if isinstance(item, str):
        return Button(label=item, text=item)
    if isinstance(item, Mapping) and set(item) <= {"label", "text"} and "label" in item:
        label, sent = item["label"], item.get("text", item["label"])
        if isinstance(label, str) and isinstance(sent, str):
            return Button(label=label, text=sent)
    raise InvalidTemplateError(f"{where}: a button has a 'label' and the 'text' that it sends")


def _enclosure(item: object, where: str) -> Enclosure:
    if isinstance(item, Mapping) and set(item) == {"name", "sha256"}:
        name, sha256 = item["name"], item["sha256"]
        if isinstance(name, str) and isinstance(sha256, str):
            return Enclosure(name, sha256)
    raise InvalidTemplateError(f"{where}: an attachment has a 'name' and the file's 'sha256'")
