"""What the operator sets: the home folder's ``frontdesk.yaml`` and the environment.

Built once at the entry point and passed down; nothing else reads the environment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.dialog import DetailField, Lookup, OpeningHours, Policy
from bot.store.database import sqlite_url
from knowledge.records import IntentId

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SETTINGS_FILE = "frontdesk.yaml"


class SettingsError(Exception):
    """The settings cannot be used; the message names the place and what would be right."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class HandOffSettings(_Strict):
    """What always goes to a person."""

    intents: tuple[str, ...] = ()
    words: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    examples: tuple[Annotated[str, Field(min_length=1)], ...] = ()


class FieldSettings(_Strict):
    """A detail that customers give: a regular expression, and how to ask for it by language."""

    pattern: str
    prompts: dict[str, str]


class LookupSettings(_Strict):
    """A service of the operator's: GET ``url`` with the inputs gives a JSON object of outputs."""

    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    timeout_seconds: Annotated[float, Field(gt=0, le=3)] = 2.0


class HoursSettings(_Strict):
    """Opening hours: ``week`` maps a day's name to spans such as ``09:00-17:30``."""

    time_zone: str = "UTC"
    week: dict[str, tuple[str, ...]] = {}
    holidays: tuple[date, ...] = ()


class FileSettings(_Strict):
    """The contents of ``frontdesk.yaml``; every key may be left out."""

    company: str = "Our company"
    support_email: str = ""
    support_hours: str = ""
    locale: str = "en"
    accent: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = "#1f5fbf"
    embed_hosts: tuple[str, ...] = ()
    quiet_seconds: Annotated[float, Field(ge=0, le=10)] = 0.8
    target_precision: Annotated[float, Field(gt=0.5, lt=1)] = 0.95
    greeting: dict[str, str] = {}
    suggestions: dict[str, tuple[str, ...]] = {}
    handoff: HandOffSettings = HandOffSettings()
    fields: dict[str, FieldSettings] = {}
    lookups: dict[str, LookupSettings] = {}
    hours: HoursSettings = HoursSettings()
    telegram_updates: Literal["polling", "webhook"] | None = None
    telegram_desk_chat: Annotated[int | None, Field(lt=0)] = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is decided outside the program."""

    home: Path
    database_url: str = field(repr=False)
    file: FileSettings
    public_url: str | None = None
    trusted_proxies: tuple[str, ...] = ()
    telegram_token: str | None = field(default=None, repr=False)
    telegram_api_url: str = "https://api.telegram.org"
    telegram_webhook_secret: str | None = field(default=None, repr=False)

    @classmethod
    def load(cls, home: Path | None, environment: Mapping[str, str]) -> Settings:
        """Read the settings of ``home`` (or FRONTDESK_HOME, or ``~/.frontdesk``).

        Raises:
            SettingsError: the file or a variable holds something that cannot be used.
        """
        chosen = home or Path(environment.get("FRONTDESK_HOME") or Path.home() / ".frontdesk")
        folder = chosen.expanduser().absolute()
        proxies = environment.get("FRONTDESK_TRUSTED_PROXIES", "")
        return cls(
            home=folder,
            database_url=environment.get("FRONTDESK_DATABASE_URL")
            or sqlite_url(folder / "frontdesk.db"),
            file=read_file(folder / SETTINGS_FILE),
            public_url=environment.get("FRONTDESK_PUBLIC_URL") or None,
            trusted_proxies=tuple(each.strip() for each in proxies.split(",") if each.strip()),
            telegram_token=environment.get("FRONTDESK_TELEGRAM_TOKEN") or None,
            telegram_api_url=environment.get("FRONTDESK_TELEGRAM_API_URL")
            or "https://api.telegram.org",
            telegram_webhook_secret=environment.get("FRONTDESK_TELEGRAM_WEBHOOK_SECRET") or None,
        )

    @property
    def models(self) -> Path:
        """Where model directories lie."""
        return self.home / "models"

    @property
    def indexes(self) -> Path:
        """Where search indexes lie."""
        return self.home / "indexes"

    def facts(self) -> dict[str, str]:
        """What every answer template may say without asking; what is not set is missing."""
        known = {
            "company_name": self.file.company,
            "support_email": self.file.support_email,
            "support_hours": self.file.support_hours,
        }
        return {name: value for name, value in known.items() if value}

    def known_fields(self) -> frozenset[str]:
        """The places that an answer template may have."""
        looked_up = {name for each in self.file.lookups.values() for name in each.outputs}
        asked = {name for each in self.file.lookups.values() for name in each.inputs}
        return frozenset(self.facts()) | looked_up | asked


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
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        wrong = "is no setting" if first["type"] == "extra_forbidden" else first["msg"]
        raise SettingsError(f"{path}: {place or 'the file'}: {wrong}") from None
    except (yaml.YAMLError, ValueError, OSError) as error:
        raise SettingsError(f"{path}: {error}") from None
    return settings


def policy_of(
    settings: FileSettings, *, answer_threshold: float = 0.8, compose_threshold: float = 0.7
) -> Policy:
    """The dialog's policy as these settings and a release's thresholds make it.

    Raises:
        ValueError: opening hours, a pattern or a lookup that cannot be used.
    """
    return Policy(
        answer_threshold=answer_threshold,
        compose_threshold=compose_threshold,
        hand_off_intents=frozenset(IntentId(each) for each in settings.handoff.intents),
        hand_off_words=settings.handoff.words,
        hours=_hours(settings.hours),
        fields={
            name: DetailField(name, _pattern(name, each.pattern), each.prompts)
            for name, each in settings.fields.items()
        },
        lookups={name: _lookup(name, settings) for name in settings.lookups},
    )


def _lookup(name: str, settings: FileSettings) -> Lookup:
    each = settings.lookups[name]
    for detail in each.inputs:
        if detail not in settings.fields:
            raise ValueError(
                f"lookups.{name}.inputs: nothing asks for {detail!r}; describe it under `fields`"
            )
    return Lookup(name, each.url, each.inputs, each.outputs, each.timeout_seconds)


def _pattern(name: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"fields.{name}.pattern: no regular expression: {error}") from None


def _hours(settings: HoursSettings) -> OpeningHours:
    _check_zone(settings.time_zone)
    week: dict[int, tuple[tuple[time, time], ...]] = {}
    for day, spans in settings.week.items():
        if day.lower() not in DAYS:
            raise ValueError(f"hours.week: {day!r} is no day; use {', '.join(DAYS)}")
        week[DAYS.index(day.lower())] = tuple(_span(day, each) for each in spans)
    return OpeningHours(settings.time_zone, week, frozenset(settings.holidays))


def _check_zone(name: str) -> None:
    if name == "UTC":
        return
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(
            f"hours.time_zone: {name!r} is no time zone; use one such as Europe/Amsterdam"
        ) from None


def _span(day: str, span: str) -> tuple[time, time]:
    start, dash, end = span.partition("-")
    try:
        opens, closes = time.fromisoformat(start.strip()), time.fromisoformat(end.strip())
        if not dash or opens.tzinfo or closes.tzinfo or opens >= closes:
            raise ValueError
        return opens, closes
    except ValueError:
        raise ValueError(f"hours.week.{day}: {span!r} is no span such as 09:00-17:30") from None
