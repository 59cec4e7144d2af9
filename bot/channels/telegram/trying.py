"""Asks Telegram, or the server in its place, who a bot is and how its updates are fetched.

Nothing is changed and nothing kept; no sentence here holds a token.
"""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.exceptions import AiogramError, TelegramNetworkError, TelegramUnauthorizedError

from bot.channels.telegram.access import TelegramAccess
from bot.channels.telegram.client import open_bot

PATIENCE_SECONDS = 10


class TelegramTrialError(Exception):
    """The bot cannot be spoken to; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class FoundBot:
    """A bot as Telegram knows it. ``reads_groups`` is whether it sees all of a group's messages."""

    username: str
    name: str
    reads_groups: bool
    webhook: str
    pending: int


async def find_bot(access: TelegramAccess) -> FoundBot:
    """Ask for the bot of a token.

    Raises:
        TelegramTrialError: the token is not known, or nobody answers at the address.
    """
    bot = open_bot(access)
    try:
        who = await bot.get_me(request_timeout=PATIENCE_SECONDS)
        hook = await bot.get_webhook_info(request_timeout=PATIENCE_SECONDS)
    except TelegramUnauthorizedError:
        raise TelegramTrialError(
            "Telegram does not know this token; copy it anew from @BotFather"
        ) from None
    except (TelegramNetworkError, OSError):
        raise TelegramTrialError(
            f"nobody answers at {access.api_url}; check this machine's way to the internet, or "
            "FRONTDESK_TELEGRAM_API_URL"
        ) from None
    except AiogramError as error:
        raise TelegramTrialError(
            f"{access.api_url} answers, but not as Telegram does ({type(error).__name__}); check "
            "the token and FRONTDESK_TELEGRAM_API_URL"
        ) from None
    finally:
        await bot.session.close()
    return FoundBot(
        username=who.username or "",
        name=who.full_name,
        reads_groups=bool(who.can_read_all_group_messages),
        webhook=hook.url,
        pending=hook.pending_update_count,
    )
