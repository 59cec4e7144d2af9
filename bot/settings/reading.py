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

_NO_KEYS = frozenset({"tag:yaml.org,2002:merge", "tag:yaml.org,2002:value"})
"""What YAML writes as << and as =."""


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
        loader = yaml.SafeLoader(text)
        root = loader.get_single_node()
        if root is None:
            return {}
        _refuse_twice(loader, root)
        return loader.construct_document(root) or {}
    except (yaml.YAMLError, ValueError) as error:
        raise SettingsError(str(error)) from None


def _refuse_twice(loader: yaml.SafeLoader, root: yaml.Node) -> None:
    """Refuse a key that stands twice in a mapping: building it would drop the first unseen.

    This looks at what is written, before anything is merged into anything.
    """
    waiting, seen = [root], {id(root)}
    while waiting:
        node = waiting.pop()
        below: list[yaml.Node] = []
        if isinstance(node, yaml.MappingNode):
            _refuse_twice_in(loader, node)
            below = [each for _, each in node.value]
        elif isinstance(node, yaml.SequenceNode):
            below = node.value
        fresh = {id(each): each for each in below if id(each) not in seen}
        seen.update(fresh)
        waiting += fresh.values()


def _refuse_twice_in(loader: yaml.SafeLoader, mapping: yaml.MappingNode) -> None:
    lines: dict[Any, int] = {}
    for key, _ in mapping.value:
        if not isinstance(key, yaml.ScalarNode) or key.tag in _NO_KEYS:
            continue
        line, meant = key.start_mark.line + 1, loader.construct_object(key)
        if meant in lines:
            raise SettingsError(
                f"line {line}: '{key.value}' stands there twice, first in line {lines[meant]}; "
                "write both in one place"
            )
        lines[meant] = line


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
