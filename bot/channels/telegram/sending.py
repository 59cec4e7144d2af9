"""Delivers one message and says honestly what is known about it afterwards.

sendMessage has no idempotency key. So a message is tried again only where it surely was not
delivered; where that cannot be known, it is reported as uncertain.
"""

from __future__ import annotations

import asyncio
import logging

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message
from aiohttp import ClientConnectorError, ConnectionTimeoutError

from bot.channels.telegram.chats import Chat
from bot.channels.telegram.client import ANSWER_SECONDS
from bot.channels.telegram.file_methods import file_methods
from bot.channels.telegram.wording import Button, Spoken, word
from bot.content.file_bytes import FileBytes
from bot.conversations.dispatcher import Outcome, Throttled, Unreachable
from bot.conversations.outbox import ChatGone, ChatMoved, Delivered, Outgoing, Refused, Uncertain

NOT_CONNECTED = (ClientConnectorError, ConnectionTimeoutError)
UPLOAD_SECONDS = 60.0
UNNAMED_QUIET_SECONDS = 5.0
CANNOT_PARSE = "can't parse entities"
CHAT_UNKNOWN = "chat not found"
THREAD_GONE = "thread not found"
log = logging.getLogger(__name__)


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
        """Try once; as plain text where Telegram cannot read the HTML.

        A topic that is gone is no reason to say nothing: the message goes to its group then.
        """
        try:
            chat, spoken = Chat.of(message.channel_ref), word(message, self._base)
        except Exception as error:
            log.exception("Telegram: message %d cannot be worded", message.id)
            return Refused(f"It cannot be worded ({type(error).__name__}: {error}).")
        if message.text == "":
            return await self._send_file(chat, message, spoken.html)
        keyboard = _keyboard(spoken.buttons)
        outcome = await send_words(self._bot, chat, spoken, keyboard)
        if isinstance(outcome, Refused) and THREAD_GONE in outcome.reason.lower():
            return await send_words(self._bot, Chat(chat.id), spoken, keyboard)
        return outcome

    async def _send_file(self, chat: Chat, message: Outgoing, caption: str) -> Outcome:
        outcome: Outcome = Refused("The file is not there any more.")
        for file in message.attachments:
            path = self._files.path(file.sha256 or "")
            for method in file_methods(chat, file, path, caption):
                outcome = await _deliver(self._bot, method, UPLOAD_SECONDS)
                if not isinstance(outcome, Refused):
                    break
        return outcome


async def send_words(
    bot: Bot, chat: Chat, spoken: Spoken, keyboard: InlineKeyboardMarkup | None = None
) -> Outcome:
    """Send to ``chat``; as plain text where Telegram cannot read the HTML."""
    outcome = await _attempt(bot, chat, spoken.html, "HTML", keyboard)
    if isinstance(outcome, Refused) and CANNOT_PARSE in outcome.reason:
        return await _attempt(bot, chat, spoken.plain, None, keyboard)
    return outcome


async def _attempt(
    bot: Bot,
    chat: Chat,
    text: str,
    parse_mode: str | None,
    keyboard: InlineKeyboardMarkup | None,
) -> Outcome:
    method = SendMessage(
        chat_id=chat.id,
        message_thread_id=chat.thread,
        text=text,
        parse_mode=parse_mode,
        reply_markup=keyboard,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    return await _deliver(bot, method, ANSWER_SECONDS)


async def _deliver(bot: Bot, method: TelegramMethod[Message], seconds: float) -> Outcome:
    try:
        async with asyncio.timeout(seconds):
            sent = await bot(method, request_timeout=int(seconds) + 1)
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
        case TelegramMigrateToChat():
            return ChatMoved(str(error.migrate_to_chat_id))
        case TelegramForbiddenError():
            return ChatGone(str(error.message))
        case _ if CHAT_UNKNOWN in str(error.message).lower():
            return ChatGone(str(error.message))
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
