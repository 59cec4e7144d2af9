"""What the settings say about Telegram, checked before anything starts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.settings import Settings, SettingsError

OFFICIAL = "https://api.telegram.org"
WEBHOOK_PATH = "/api/telegram/webhook"
_TOKEN = re.compile(r"(\d+):[A-Za-z0-9_-]+")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram shall bring updates, and the secret by which it is recognised."""

    url: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TelegramAccess:
    """One bot. ``webhook`` is None where updates are fetched by long polling."""

    bot_id: str
    token: str = field(repr=False)
    api_url: str = OFFICIAL
    webhook: Webhook | None = None

    @classmethod
    def of(cls, settings: Settings) -> TelegramAccess:
        """Read it from the settings.

        Raises:
            SettingsError: the token or the webhook's settings are missing or cannot be used.
        """
        bot_id, token = _bot_and_token(settings.telegram_token)
        return cls(bot_id, token, settings.telegram_api_url, _webhook(settings))

    @classmethod
    def of_token(cls, token: str | None, settings: Settings) -> TelegramAccess:
        """The bot of a token that is only tried; without one, that of the settings.

        Raises:
            SettingsError: there is no token, or it is none.
        """
        bot_id, used = _bot_and_token((token or "").strip() or settings.telegram_token)
        return cls(bot_id, used, settings.telegram_api_url)


def _bot_and_token(token: str | None) -> tuple[str, str]:
    if not token:
        raise SettingsError(
            "FRONTDESK_TELEGRAM_TOKEN is not set; put the token of the bot there, "
            "which @BotFather gives"
        )
    matched = _TOKEN.fullmatch(token)
    if matched is None:
        raise SettingsError(
            "FRONTDESK_TELEGRAM_TOKEN is no bot token; one looks like 123456:ABC-DEF"
        )
    return matched[1], token


def _webhook(settings: Settings) -> Webhook | None:
    secret, updates = settings.telegram_webhook_secret, settings.file.telegram_updates
    if updates == "polling":
        return None
    if secret is None:
        if updates == "webhook":
            raise SettingsError(
                "telegram_updates is webhook in frontdesk.yaml, but "
                "FRONTDESK_TELEGRAM_WEBHOOK_SECRET is not set; without a secret anybody could send "
                "messages in the name of customers. Put 1 to 256 random characters of A-Z, a-z, "
                "0-9, _ and - there"
            )
        return None
    if not _SECRET.fullmatch(secret):
        raise SettingsError(
            "FRONTDESK_TELEGRAM_WEBHOOK_SECRET cannot be used: Telegram takes 1 to 256 "
            "characters of A-Z, a-z, 0-9, _ and -; leave it unset for long polling"
        )
    if not settings.public_url:
        raise SettingsError(
            "FRONTDESK_TELEGRAM_WEBHOOK_SECRET is set but FRONTDESK_PUBLIC_URL is not; Telegram "
            "needs an https address to call, or leave both unset for long polling"
        )
    if not settings.public_url.startswith("https://") and settings.telegram_api_url == OFFICIAL:
        raise SettingsError(
            f"FRONTDESK_PUBLIC_URL is {settings.public_url}; Telegram calls https addresses only. "
            "Put a TLS proxy before the server, or leave the webhook's secret unset for polling"
        )
    return Webhook(settings.public_url.rstrip("/") + WEBHOOK_PATH, secret)
