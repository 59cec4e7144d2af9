"""Reading ``frontdesk.yaml``: what is wrong with it is told by its place in the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from bot.settings.file import FileSettings
from bot.settings.rules import policy_of, rules_of
from bot.settings.widget import check_widget


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
        document: Any = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        settings = FileSettings.model_validate(document)
        policy_of(settings)
        rules_of(settings)
        check_widget(settings.widget, settings.fields)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        wrong = "is no setting" if first["type"] == "extra_forbidden" else first["msg"]
        raise SettingsError(f"{path}: {place or 'the file'}: {wrong}") from None
    except (yaml.YAMLError, ValueError, OSError) as error:
        raise SettingsError(f"{path}: {error}") from None
    return settings
