"""Reading ``frontdesk.yaml``: what is wrong with it is told by its place in the file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from bot.settings.file import FileSettings
from bot.settings.rules import policy_of, rules_of
from bot.settings.widget import check_widget

_MERGE = "tag:yaml.org,2002:merge"


class SettingsError(Exception):
    """The settings cannot be used; the message names the place and what would be right."""


def read_file(path: Path) -> FileSettings:
    """Read ``frontdesk.yaml``; a missing one means the defaults.

    Raises:
        SettingsError: it is no YAML, or holds a key or value that is not known.
    """
    if not path.exists():
        return FileSettings()
    try:
        return settings_in(document_in(path.read_text(encoding="utf-8")))
    except (SettingsError, ValueError, OSError) as error:
        raise SettingsError(f"{path}: {error}") from None


def document_in(text: str) -> Any:
    """What a text says as YAML; one that says nothing is an empty mapping.

    Raises:
        SettingsError: it is no YAML, or names something twice.
    """
    try:
        return yaml.load(text, Loader=_Loader) or {}
    except (yaml.YAMLError, ValueError) as error:
        raise SettingsError(str(error)) from None


class _Loader(yaml.SafeLoader):
    """Refuses a key that stands twice: YAML's usual reader would drop the first unseen."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        lines: dict[str, int] = {}
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag == _MERGE:
                continue
            line = key.start_mark.line + 1
            if key.value in lines:
                raise SettingsError(
                    f"line {line}: '{key.value}' stands there twice, first in line "
                    f"{lines[key.value]}; write both in one place"
                )
            lines[key.value] = line
        return super().construct_mapping(node, deep)


def settings_in(document: Mapping[str, Any]) -> FileSettings:
    """The settings that a document holds, checked one by one and against each other.

    Raises:
        SettingsError: a key or value is not known, or does not go with another.
    """
    try:
        settings = FileSettings.model_validate(document)
        policy_of(settings)
        rules_of(settings)
        check_widget(settings.widget, settings.fields)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        wrong = "is no setting" if first["type"] == "extra_forbidden" else first["msg"]
        raise SettingsError(f"{place or 'the file'}: {wrong}") from None
    except ValueError as error:
        raise SettingsError(str(error)) from None
    return settings
