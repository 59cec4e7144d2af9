"""Changes one plain value of ``frontdesk.yaml`` and leaves all else in it as people wrote it.

The file as it would be is read and checked before it takes the other's place.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

from bot.settings.environment import SETTINGS_FILE
from bot.settings.reading import SettingsError, read_file


class UnchangeableSettingsError(Exception):
    """The file could not be changed."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"{SETTINGS_FILE} was not changed: {reason}")


def change_setting(home: Path, key: str, value: float) -> None:
    """Set the outermost ``key`` to ``value``, in its place or at the end of the file.

    Raises:
        UnchangeableSettingsError: it cannot be written, or would not be usable afterwards.
    """
    path = home / SETTINGS_FILE
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        _replace(path, _with(before, key, f"{value:g}"))
    except SettingsError as error:
        raise UnchangeableSettingsError(str(error)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise UnchangeableSettingsError(f"{error}; edit it on the server") from None


def _with(text: str, key: str, value: str) -> str:
    """The text with the value, and with the remark that stood behind the one before."""
    line = re.compile(
        rf"^{re.escape(key)}[ \t]*:(?:[ \t]+[^\s#][^\r\n#]*?)?([ \t]+#[^\r\n]*)?[ \t]*(?=\r?$)",
        re.M,
    )
    changed, count = line.subn(lambda found: f"{key}: {value}{found[1] or ''}", text, count=1)
    if count:
        return changed
    separator = "" if not text or text.endswith("\n") else "\n"
    return f"{text}{separator}{key}: {value}\n"


def _replace(path: Path, text: str) -> None:
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}-", delete=False, newline=""
    ) as file:
        file.write(text)
    written = Path(file.name)
    try:
        read_file(written)
        if path.exists():
            shutil.copymode(path, written)
        else:
            written.chmod(0o644)
        os.replace(written, path)
    finally:
        written.unlink(missing_ok=True)
