"""The Bot API through aiogram, used as a client only: no dispatcher, no polling, no state of its.

aiogram's own loop confirms updates before they are handled and loses them when a process ends.
"""

from __future__ import annotations

from typing import Any, ClassVar

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiohttp import ClientTimeout

from bot.channels.telegram.access import TelegramAccess

CONNECT_SECONDS = 5.0
POLL_SECONDS = 25
ANSWER_SECONDS = 20.0
ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates that returns what Telegram sent, so that one odd update does not stop the rest."""

    __returning__: ClassVar[Any] = list[dict[str, Any]]
    __api_method__: ClassVar[str] = "getUpdates"

    offset: int | None = None
    timeout: int = POLL_SECONDS
    allowed_updates: list[str] = ALLOWED_UPDATES


def open_bot(access: TelegramAccess) -> Bot:
    """A client for this bot; close its session when done. Connects on the first call."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(access.api_url))
    # aiohttp takes the whole record; a connection that cannot be made must fail as just that.
    session.timeout = ClientTimeout(  # type: ignore[assignment]
        total=POLL_SECONDS + ANSWER_SECONDS, sock_connect=CONNECT_SECONDS
    )
    return Bot(access.token, session=session)
