"""Delivers one message and says honestly what is known about it afterwards.

sendMessage has no idempotency key. So a message is tried again only where it surely was not
delivered; where that cannot be known, it is reported as uncertain.
"""

from __future__ import annotations

import asyncio

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramEntityTooLarge,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message
from aiohttp import ClientConnectorError, ConnectionTimeoutError

from bot.channels.telegram.client import ANSWER_SECONDS
from bot.channels.telegram.file_methods import file_methods
from bot.channels.telegram.wording import Button, word
from bot.content.file_bytes import FileBytes
from bot.conversations.dispatcher import Outcome, Throttled, Unreachable
from bot.conversations.outbox import Delivered, Outgoing, Refused, Uncertain

NOT_CONNECTED = (ClientConnectorError, ConnectionTimeoutError)
UPLOAD_SECONDS = 60.0
UNNAMED_QUIET_SECONDS = 5.0
CANNOT_PARSE = "can't parse entities"


class TelegramSender:
    """Sends what the dispatcher gives it: words, or one of the ``files``.

    ``base`` is the server's public address.
    """

    channel = "telegram"

    def __init__(self, bot: Bot, base: str | None, files: FileBytes) -> None:
        self._bot = bot
        self._base = base
        self._files = files

    async def send(self, message: Outgoing) -> Outcome:
        """Try once; as plain text where Telegram cannot read the HTML."""
        spoken = word(message, self._base)
        if message.text == "":
            return await self._send_file(message, spoken.html)
        keyboard = _keyboard(spoken.buttons)
        outcome = await self._attempt(message.channel_ref, spoken.html, "HTML", keyboard)
        if isinstance(outcome, Refused) and CANNOT_PARSE in outcome.reason:
            return await self._attempt(message.channel_ref, spoken.plain, None, keyboard)
        return outcome

    async def _attempt(
        self, chat: str, text: str, parse_mode: str | None, keyboard: InlineKeyboardMarkup | None
    ) -> Outcome:
        method = SendMessage(
            chat_id=int(chat),
            text=text,
            parse_mode=parse_mode,
            reply_markup=keyboard,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        return await self._deliver(method, ANSWER_SECONDS)

    async def _send_file(self, message: Outgoing, caption: str) -> Outcome:
        outcome: Outcome = Refused("The file is not there any more.")
        for file in message.attachments:
            path = self._files.path(file.sha256 or "")
            for method in file_methods(int(message.channel_ref), file, path, caption):
                outcome = await self._deliver(method, UPLOAD_SECONDS)
                if not isinstance(outcome, Refused):
                    break
        return outcome

    async def _deliver(self, method: TelegramMethod[Message], seconds: float) -> Outcome:
        try:
            async with asyncio.timeout(seconds):
                sent = await self._bot(method, request_timeout=int(seconds) + 1)
        except TimeoutError:
            return Uncertain(f"Telegram did not answer within {seconds:g} s.")
        except (TelegramAPIError, ClientDecodeError) as error:
            return outcome_of(error)
        return Delivered(str(sent.message_id))


def outcome_of(error: TelegramAPIError | ClientDecodeError) -> Outcome:
    """What an error tells about the message that it answers."""
    match error:
        case ClientDecodeError(data={"ok": True, "result": {"message_id": message_id}}):
            return Delivered(str(message_id))
        case ClientDecodeError():
            return Uncertain("Telegram's answer could not be read.")
        case TelegramRetryAfter():
            return Throttled(float(error.retry_after))
        case TelegramEntityTooLarge():
            return Refused(str(error.message))
        case TelegramNetworkError() if isinstance(error.__cause__, NOT_CONNECTED):
            return Unreachable(f"Telegram cannot be reached: {error.message}")
        case TelegramNetworkError() | TelegramServerError():
            return Uncertain(f"The line to Telegram broke: {error.message}")
        case TelegramUnauthorizedError() | TelegramNotFound():
            return Unreachable(f"Telegram does not accept the bot's token: {error.message}")
        case _ if "too many requests" in str(error.message).lower():
            return Throttled(UNNAMED_QUIET_SECONDS)
        case _:
            return Refused(str(error.message))


def _keyboard(buttons: tuple[Button, ...]) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    rows = [[InlineKeyboardButton(text=each.label, callback_data=each.data)] for each in buttons]
    return InlineKeyboardMarkup(inline_keyboard=rows)
