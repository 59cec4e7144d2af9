"""The parts of ``frontdesk.yaml`` that the desk shows and changes: their keys, and whose they are.

Nothing secret stands among these keys; what is secret stays in the environment. A lookup's address
may hold a key, so lookups are not among them either.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import yaml

from bot.desk.audit import Author, record
from bot.desk.users import Role
from bot.settings import (
    SettingsError,
    StaleSettingsError,
    StoredSettings,
    change_of,
    replace_file,
    stored_settings,
)
from bot.settings.writing import written_in_lines
from bot.store import Database

LONGEST_TEXT: Final = 100_000


@dataclass(frozen=True, slots=True)
class Section:
    """Whole keys of the file; ``reads`` may see them, ``writes`` may change them too."""

    keys: tuple[str, ...]
    writes: Role
    reads: Role


SECTIONS: Final[Mapping[str, Section]] = {
    "hours": Section(("hours",), Role.LEAD, Role.AGENT),
    "rules": Section(("handoff", "queues"), Role.LEAD, Role.EDITOR),
    "precision": Section(("target_precision",), Role.LEAD, Role.AGENT),
    "forms": Section(("fields", "forms"), Role.LEAD, Role.EDITOR),
    "widget": Section(
        (
            "company",
            "support_email",
            "support_hours",
            "accent",
            "greeting",
            "suggestions",
            "embed_hosts",
            "widget",
        ),
        Role.ADMIN,
        Role.EDITOR,
    ),
    "telegram": Section(("telegram_updates", "telegram_desk_chat"), Role.ADMIN, Role.ADMIN),
    "privacy": Section(("retention", "keep_originals", "recommendations"), Role.ADMIN, Role.ADMIN),
}


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section as it counts, as it is ``written`` without what is at its default, and the tag."""

    values: dict[str, Any]
    written: dict[str, Any]
    tag: str


def shown_section(path: Path, section: Section) -> ShownSection:
    """Read a section.

    Raises:
        UnwritableSettingsError: the file cannot be read.
    """
    stored = stored_settings(path)
    return _shown(stored, section)


def save_section(
    database: Database,
    path: Path,
    name: str,
    tag: str | None,
    values: Mapping[str, Any],
    author: Author,
    now: datetime,
) -> ShownSection:
    """Set keys of a section, and record who did; without a ``tag``, whatever stands there.

    The file is read, compared and replaced while nobody else writes; if the entry cannot be
    stored, the file stays, and the other way round but for a crash in between.

    Raises:
        StaleSettingsError: the file's tag is another one by now.
        SettingsError: a value cannot be used, or a key is not the section's.
        UnwritableSettingsError: the file cannot be read, changed or written.
    """
    section = SECTIONS[name]
    for key in values:
        if key not in section.keys:
            raise SettingsError(f"{key}: is not among {', '.join(section.keys)}")
    with database.write() as session:
        stored = stored_settings(path)
        if tag is not None and stored.tag != tag:
            raise StaleSettingsError
        change = change_of(stored, values)
        if change.text == stored.text:
            return _shown(stored, section)
        before, after = change.before, change.after
        record(session, author, "settings.changed", name, now, before=before, after=after)
        session.flush()
        replace_file(path, change.text)
    return shown_section(path, section)


def section_text(values: Mapping[str, Any]) -> str:
    """The values as YAML, for a section that is edited as text."""
    kept = {key: value for key, value in values.items() if value}
    return written_in_lines(kept, 0) + "\n" if kept else ""


def section_of_text(text: str, section: Section) -> dict[str, Any]:
    """What an edited text sets; a key that it lacks is emptied.

    Raises:
        SettingsError: it is no YAML with the section's keys, or refers from one place to another.
    """
    try:
        if any(isinstance(each, yaml.AliasEvent) for each in yaml.parse(text)):
            raise SettingsError("write each part out; references such as *name are not taken here")
        found = yaml.safe_load(text) or {}
    except (yaml.YAMLError, ValueError) as error:
        raise SettingsError(str(error)) from None
    if not isinstance(found, dict):
        raise SettingsError(f"begin with one of {', '.join(f'{key}:' for key in section.keys)}")
    return {**{key: {} for key in section.keys}, **found}


def _shown(stored: StoredSettings, section: Section) -> ShownSection:
    keys = set(section.keys)
    values = stored.settings.model_dump(mode="json", include=keys)
    written = stored.settings.model_dump(mode="json", include=keys, exclude_defaults=True)
    return ShownSection(values, written, stored.tag)
