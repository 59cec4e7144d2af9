"""Saving settings into ``frontdesk.yaml``: checked before it is written, and written at once.

A file that cannot be read is never written over, one that somebody else has changed neither. What
serves does not change here: the server notices the file by itself.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import yaml

from bot.settings.amending import amended
from bot.settings.file import FileSettings
from bot.settings.reading import SettingsError, document_in, settings_in


class StaleSettingsError(Exception):
    """The file is another one by now."""

    def __init__(self) -> None:
        super().__init__(
            "the settings were changed since you read them; nothing was saved, look at them again"
        )


class UnwritableSettingsError(Exception):
    """The file cannot be changed from here; the message says what to do."""


@dataclass(frozen=True, slots=True)
class StoredSettings:
    """The file as it stands: its text, what it means, and a tag that changes with every byte."""

    text: str
    settings: FileSettings
    tag: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a change makes of the file: its text, and the keys that differ, before and after."""

    text: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


def stored_settings(path: Path) -> StoredSettings:
    """Read the file; a missing one is empty.

    Raises:
        UnwritableSettingsError: what stands there cannot be read, so nothing may be built on it.
    """
    try:
        content = path.read_bytes() if path.exists() else b""
        text = content.decode("utf-8")
        settings = settings_in(document_in(text))
    except (SettingsError, ValueError, OSError) as error:
        raise UnwritableSettingsError(
            f"{path.name} cannot be read ({error}); mend it in the file itself first, "
            "nothing was changed"
        ) from None
    return StoredSettings(text, settings, hashlib.sha256(content).hexdigest()[:32])


def change_of(stored: StoredSettings, values: Mapping[str, Any]) -> Change:
    """What setting these keys, and no others, makes of the file.

    Raises:
        SettingsError: a value cannot be used; the message begins with its place.
        UnwritableSettingsError: the file is written in a way that cannot be changed from here.
    """
    wanted = settings_in({**document_in(stored.text), **values})
    before, after = plain(stored.settings), plain(wanted)
    refusal = UnwritableSettingsError(
        "frontdesk.yaml is written in a way that cannot be changed from here (perhaps with "
        "references such as &name and *name); change it in the file itself, nothing was saved"
    )
    try:
        text = amended(stored.text, before, after)
        if settings_in(document_in(text)) != wanted:
            raise refusal
    except (SettingsError, yaml.YAMLError):
        raise refusal from None
    differing = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return Change(text, _only(before, differing), _only(after, differing))


def replace_file(path: Path, text: str) -> None:
    """Put ``text`` in the file's place: whoever reads meanwhile finds the old one or the new one.

    Raises:
        UnwritableSettingsError: the disk refuses.
    """
    target = path.resolve()
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
        with tempfile.NamedTemporaryFile(
            dir=target.parent, prefix=f".{target.name}.", delete=False
        ) as file:
            try:
                file.write(text.encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
                os.chmod(file.name, mode)
                os.replace(file.name, target)
            except OSError:
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise UnwritableSettingsError(
            f"{path.name} cannot be written ({error.strerror}); nothing was changed"
        ) from None


def plain(settings: FileSettings) -> dict[str, Any]:
    """The settings as YAML holds them; what is at its default is left out."""
    return {k: _plain(value) for k, value in settings.model_dump(exclude_defaults=True).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value


def _only(values: Mapping[str, Any], keys: list[str]) -> dict[str, Any]:
    return {key: values.get(key) for key in keys}
