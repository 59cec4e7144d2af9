"""All that is decided outside the program: the home with its file, and the environment.

Built once at the entry point and passed down; nothing else reads the environment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.dialog import Policy
from bot.settings.file import FileSettings
from bot.settings.reading import SettingsError, read_file
from bot.settings.rules import policy_of
from bot.store.database import sqlite_url

SETTINGS_FILE = "frontdesk.yaml"
SHORTEST_SECRET = 32
_LOOKUP_TOKEN = re.compile("FRONTDESK_LOOKUP_NAME_TOKEN".replace("NAME", "([A-Z0-9_]+)"))


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
    generator_url: str | None = field(default=None, repr=False)
    generator_key: str | None = field(default=None, repr=False)

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
            generator_url=_web_address(environment, "FRONTDESK_GENERATOR_URL"),
            generator_key=environment.get("FRONTDESK_GENERATOR_KEY") or None,
        )

    @property
    def models(self) -> Path:
        """Where model directories lie."""
        return self.home / "models"

    @property
    def sentiment_model(self) -> Path | None:
        """Where the sentiment model lies that the file names; None where it names none."""
        named = self.file.sentiment_model
        return self.home / Path(named).expanduser() if named else None

    @property
    def reranker(self) -> Path | None:
        """Where the cross-encoder lies that the file names; None where it names none."""
        named = self.file.reranking.folder
        return self.home / Path(named).expanduser() if named else None

    @property
    def ranking_model(self) -> Path | None:
        """Where the ranking lies that the file names; None where it names none."""
        named = self.file.recommendations.model
        return self.home / Path(named).expanduser() if named else None

    @property
    def attachments(self) -> Path:
        """Where the bytes of attachments lie."""
        return self.home / "attachments"

    @property
    def originals_key(self) -> Path:
        """The file with the key of imported conversations that are kept as they came."""
        return self.home / "originals.key"

    @property
    def indexes(self) -> Path:
        """Where search indexes lie."""
        return self.home / "indexes"

    def facts(self) -> dict[str, str]:
        """What every answer template may say without asking; what is not set is missing."""
        return self.file.facts()

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
            public_url=self.public_url,
        )


def _identity_secret(text: str) -> bytes | None:
    secret = text.encode()
    if secret and len(secret) < SHORTEST_SECRET:
        raise SettingsError(
            f"FRONTDESK_IDENTITY_SECRET has fewer than {SHORTEST_SECRET} bytes, so it could be "
            "guessed; take a longer one, such as `openssl rand -hex 32` makes"
        )
    return secret or None


def _web_address(environment: Mapping[str, str], name: str) -> str | None:
    address = environment.get(name, "").strip()
    if address and not re.fullmatch(r"https?://[^\s/?#]+(?:/[^\s?#]*)?", address):
        raise SettingsError(
            f"{name} is no address such as http://127.0.0.1:8080/v1 (without ? and #)"
        )
    return address or None


def _lookup_tokens(environment: Mapping[str, str]) -> dict[str, str]:
    """The secrets of lookups by their names in capitals."""
    found = {_LOOKUP_TOKEN.fullmatch(name): value for name, value in environment.items()}
    return {match[1]: value for match, value in found.items() if match and value}
