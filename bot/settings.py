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
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationError,
    field_validator,
)

from bot.clock_settings import ClockSettings, QueueClockSettings, clock_rules
from bot.content.attachments import MEGABYTE, AttachmentLimits
from bot.content.file_kinds import EXTENSIONS, is_listed
from bot.dialog import (
    Degree,
    Mode,
    OpeningHours,
    Policy,
    Priority,
    Queue,
    Trust,
)
from bot.dialog.clock_rules import ClockRules
from bot.dialog.hours import MIDNIGHT
from bot.form_policy import Surroundings, field_of, form_of, lookup_of
from bot.form_settings import FieldSettings, FormSettings, LookupSettings, Name
from bot.mail_address import mail_address
from bot.store.database import sqlite_url
from knowledge.records import IntentId

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SETTINGS_FILE = "frontdesk.yaml"
SHORTEST_SECRET = 32
CHANNELS = ("web", "telegram")
_LOOKUP_TOKEN = re.compile("FRONTDESK_LOOKUP_NAME_TOKEN".replace("NAME", "([A-Z0-9_]+)"))
VIEWS = ("waiting", "mine", "assigned", "snoozed", "bot", "closed", "all")
"""How the desk names its own lists; no queue of the operator's may be called so."""


class SettingsError(Exception):
    """The settings cannot be used; the message names the place and what would be right."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class HandOffSettings(_Strict):
    """What always goes to a person: by intent, words, examples of such messages, or who writes.

    ``customers`` are e-mail addresses, or keys such as ``telegram:4711``; ``sentiment`` is the
    score, from -1 (furious) to 1, below which a message goes to a person.
    """

    intents: tuple[str, ...] = ()
    words: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    examples: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    customers: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    sentiment: Annotated[float, Field(ge=-1, le=0)] | None = None


class QueueSettings(_Strict, QueueClockSettings):
    """A queue: what is about one of ``intents`` waits here for a person."""

    intents: Annotated[tuple[str, ...], Field(min_length=1)]
    priority: Literal["low", "normal", "high", "urgent"] = "normal"


def _degree(given: object) -> Degree:
    """``off``, ``draft``, ``live``, or the share of conversations that is live, from 0 to 1.

    Raises:
        ValueError: it is none of these.
    """
    if given is False:  # what YAML makes of a bare `off`
        return Degree(Mode.OFF)
    if isinstance(given, str) and given in {mode.value for mode in Mode}:
        return Degree(Mode(given))
    if isinstance(given, int | float) and not isinstance(given, bool) and 0 <= given <= 1:
        return Degree(Mode.LIVE, float(given))
    raise ValueError("use off, draft, live, or a share of conversations from 0 to 1")


TrustDegree = Annotated[Degree, PlainValidator(_degree)]


class TrustSettings(_Strict):
    """How far the bot is trusted, by channel and by intent: off, draft, live, or a live share."""

    channels: dict[str, TrustDegree] = {}
    intents: dict[str, TrustDegree] = {}


class HoursSettings(_Strict):
    """Opening hours: ``week`` maps a day's name to spans such as ``09:00-17:30``.

    A night is two spans: one up to 24:00, and one from 00:00 on the next day.
    """

    time_zone: str = "UTC"
    week: dict[str, tuple[str, ...]] = {}
    holidays: tuple[date, ...] = ()


class AttachmentSettings(_Strict):
    """Which files are taken in: how large each, of which types, how much in a day.

    ``types`` are media types such as ``image/png``, or ``audio/*`` for all of a sort; without any
    no file is taken.
    ``daily_files`` and ``daily_mb`` limit what a customer may send in 24 hours of a conversation.
    """

    max_mb: Annotated[float, Field(gt=0, le=50)] = 10
    types: tuple[str, ...] = tuple(EXTENSIONS)
    daily_files: Annotated[int, Field(ge=1)] = 30
    daily_mb: Annotated[float, Field(gt=0)] = 100

    @field_validator("types")
    @classmethod
    def _are_known(cls, types: tuple[str, ...]) -> tuple[str, ...]:
        for each in types:
            if not any(is_listed(known, (each,)) for known in EXTENSIONS):
                raise ValueError(f"{each!r} is no type that can be told from a file's bytes")
        return types

    def limits(self) -> AttachmentLimits:
        """These settings as uploads are held to them."""
        return AttachmentLimits(
            max_bytes=int(self.max_mb * MEGABYTE),
            types=self.types,
            daily_files=self.daily_files,
            daily_bytes=int(self.daily_mb * MEGABYTE),
        )


class MailSettings(_Strict):
    """E-mail to customers: the minutes that an agent's reply may stand unread before it is sent."""

    answer_after_minutes: Annotated[float, Field(ge=1, le=1440)] = 5


class NotifySettings(_Strict):
    """E-mail to the team: to whom, and how many minutes apart at least by kind of notice."""

    emails: tuple[Annotated[str, AfterValidator(mail_address)], ...] = ()
    every_minutes: Annotated[float, Field(ge=1, le=1440)] = 15


class LimitSettings(_Strict):
    """What one address, and one conversation, may ask of the web channel at most."""

    sessions_per_hour: Annotated[int, Field(ge=1)] = 600
    messages_per_minute: Annotated[int, Field(ge=1)] = 300


class FileSettings(_Strict, ClockSettings):
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
    queues: dict[str, QueueSettings] = {}
    trust: TrustSettings = TrustSettings()
    fields: dict[Name, FieldSettings] = {}
    lookups: dict[Name, LookupSettings] = {}
    forms: dict[str, FormSettings] = {}
    hours: HoursSettings = HoursSettings()
    attachments: AttachmentSettings = AttachmentSettings()
    mail: MailSettings = MailSettings()
    notify: NotifySettings = NotifySettings()
    limits: LimitSettings = LimitSettings()
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
    lookup_tokens: Mapping[str, str] = field(default_factory=dict, repr=False)
    smtp_url: str | None = field(default=None, repr=False)
    identity_secret: bytes | None = field(default=None, repr=False)
    metrics_token: str | None = field(default=None, repr=False)

    @classmethod
    def load(cls, home: Path | None, environment: Mapping[str, str]) -> Settings:
        """Read the settings of ``home`` (or FRONTDESK_HOME, or ``~/.frontdesk``).

        Raises:
            SettingsError: the file or a variable holds something that cannot be used.
        """
        chosen = home or Path(environment.get("FRONTDESK_HOME") or Path.home() / ".frontdesk")
        folder = chosen.expanduser().absolute()
        proxies = environment.get("FRONTDESK_TRUSTED_PROXIES", "")
        file = read_file(folder / SETTINGS_FILE)
        return cls(
            home=folder,
            database_url=environment.get("FRONTDESK_DATABASE_URL")
            or sqlite_url(folder / "frontdesk.db"),
            file=file,
            public_url=environment.get("FRONTDESK_PUBLIC_URL") or None,
            trusted_proxies=tuple(each.strip() for each in proxies.split(",") if each.strip()),
            telegram_token=environment.get("FRONTDESK_TELEGRAM_TOKEN") or None,
            telegram_api_url=environment.get("FRONTDESK_TELEGRAM_API_URL")
            or "https://api.telegram.org",
            telegram_webhook_secret=environment.get("FRONTDESK_TELEGRAM_WEBHOOK_SECRET") or None,
            lookup_tokens=_lookup_tokens(environment),
            smtp_url=environment.get("FRONTDESK_SMTP_URL") or None,
            identity_secret=_identity_secret(environment.get("FRONTDESK_IDENTITY_SECRET", "")),
            metrics_token=environment.get("FRONTDESK_METRICS_TOKEN") or None,
        )

    @property
    def models(self) -> Path:
        """Where model directories lie."""
        return self.home / "models"

    @property
    def attachments(self) -> Path:
        """Where the bytes of attachments lie."""
        return self.home / "attachments"

    @property
    def indexes(self) -> Path:
        """Where search indexes lie."""
        return self.home / "indexes"

    def facts(self) -> dict[str, str]:
        """What every answer template may say without asking; what is not set is missing."""
        return facts_of(self.file)

    def known_fields(self) -> frozenset[str]:
        """The places that an answer template may have."""
        looked_up = {name for each in self.file.lookups.values() for name in each.outputs}
        return frozenset(self.facts()) | looked_up | self.file.fields.keys()

    def policy(self, *, answer_threshold: float = 0.8, compose_threshold: float = 0.7) -> Policy:
        """The dialog's policy as the settings and a release's thresholds make it."""
        return policy_of(
            self.file,
            answer_threshold=answer_threshold,
            compose_threshold=compose_threshold,
            lookup_tokens=self.lookup_tokens,
        )


def facts_of(file: FileSettings) -> dict[str, str]:
    """What may be said without asking; what is not set is missing."""
    known = {
        "company_name": file.company,
        "support_email": file.support_email,
        "support_hours": file.support_hours,
    }
    return {name: value for name, value in known.items() if value}


def _identity_secret(text: str) -> bytes | None:
    secret = text.encode()
    if secret and len(secret) < SHORTEST_SECRET:
        raise SettingsError(
            f"FRONTDESK_IDENTITY_SECRET has fewer than {SHORTEST_SECRET} bytes, so it could be "
            "guessed; take a longer one, such as `openssl rand -hex 32` makes"
        )
    return secret or None


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
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        wrong = "is no setting" if first["type"] == "extra_forbidden" else first["msg"]
        raise SettingsError(f"{path}: {place or 'the file'}: {wrong}") from None
    except (yaml.YAMLError, ValueError, OSError) as error:
        raise SettingsError(f"{path}: {error}") from None
    return settings


def policy_of(
    settings: FileSettings,
    *,
    answer_threshold: float = 0.8,
    compose_threshold: float = 0.7,
    lookup_tokens: Mapping[str, str] | None = None,
) -> Policy:
    """The dialog's policy as these settings and a release's thresholds make it.

    ``lookup_tokens`` has the secrets of lookups by their names in capitals.

    Raises:
        ValueError: opening hours, a field, a lookup or a form that cannot be used.
    """
    tokens = lookup_tokens or {}
    fields = {name: field_of(name, each) for name, each in settings.fields.items()}
    lookups = {
        name: lookup_of(name, each, fields, tokens.get(name.upper()))
        for name, each in settings.lookups.items()
    }
    known = Surroundings(fields, lookups, frozenset(settings.queues), frozenset(facts_of(settings)))
    return Policy(
        answer_threshold=answer_threshold,
        compose_threshold=compose_threshold,
        hand_off_intents=frozenset(IntentId(each) for each in settings.handoff.intents),
        hand_off_words=settings.handoff.words,
        hand_off_customers=frozenset(each.lower() for each in settings.handoff.customers),
        hand_off_sentiment=settings.handoff.sentiment,
        queues=tuple(_queue(name, each) for name, each in settings.queues.items()),
        trust=_trust(settings.trust),
        hours=_hours(settings.hours),
        fields=fields,
        lookups=lookups,
        forms={name: form_of(name, each, known) for name, each in settings.forms.items()},
    )


def rules_of(settings: FileSettings) -> ClockRules:
    """What these settings decide about time.

    Raises:
        ValueError: opening hours that cannot be used.
    """
    return clock_rules(settings, settings.queues, _hours(settings.hours))


def _queue(name: str, settings: QueueSettings) -> Queue:
    if name in VIEWS or not name:
        raise ValueError(f"queues: {name!r} names a list of the desk's own; choose another name")
    intents = frozenset(IntentId(each) for each in settings.intents)
    return Queue(name, intents, Priority[settings.priority.upper()])


def _trust(settings: TrustSettings) -> Trust:
    intents = {IntentId(name): degree for name, degree in settings.intents.items()}
    for channel in settings.channels:
        if channel not in CHANNELS:
            raise ValueError(f"trust.channels: {channel!r} is no channel; use {CHANNELS}")
    return Trust(settings.channels, intents)


def _lookup_tokens(environment: Mapping[str, str]) -> dict[str, str]:
    """The secrets of lookups by their names in capitals."""
    found = {_LOOKUP_TOKEN.fullmatch(name): value for name, value in environment.items()}
    return {match[1]: value for match, value in found.items() if match and value}


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
        opens = time.fromisoformat(start.strip())
        closes = MIDNIGHT if end.strip() == "24:00" else time.fromisoformat(end.strip())
        if not dash or opens.tzinfo or closes.tzinfo or opens >= closes:
            raise ValueError
        return opens, closes
    except ValueError:
        raise ValueError(f"hours.week.{day}: {span!r} is no span such as 09:00-17:30") from None
