"""Answers every pressed button, whoever pressed it and however old it is, and marks the choice.

The press itself is stored by then; losing any of this loses nothing but a nicety.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

log = logging.getLogger(__name__)
DONE = "done"
"""What a marked button brings when it is pressed again. It means nothing."""
CHOSEN = "✓ "


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button: Telegram's name for the press, and where its keyboard stands."""

    id: str
    chat: int | None = None
    message_id: int | None = None
    label: str | None = None


def press_of(payload: dict[str, Any]) -> Press | None:
    """The press that an update tells of, read as little as needed; None where it tells of none."""
    query = payload.get("callback_query")
    if not isinstance(query, dict) or not isinstance(query.get("id"), str):
        return None
    message = query.get("message")
    if not isinstance(message, dict) or query.get("data") == DONE:
        return Press(query["id"])
    chat, number = (message.get("chat") or {}).get("id"), message.get("message_id")
    if not isinstance(chat, int) or not isinstance(number, int):
        return Press(query["id"])
    return Press(query["id"], chat, number, _label(message, query.get("data")))


class Presses:
    """Answers presses beside everything else, so that no chat waits for it."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._answering: set[asyncio.Task[None]] = set()

    def answer(self, press: Press) -> None:
        """Begin to answer; returns at once."""
        task = asyncio.create_task(self._answer(press))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _answer(self, press: Press) -> None:
        try:
            await self._bot.answer_callback_query(press.id)
        except AiogramError as error:
            log.info("Telegram: a pressed button was not acknowledged (%s)", error)
        if press.chat is None or press.message_id is None:
            return
        try:
            await self._bot.edit_message_reply_markup(
                chat_id=press.chat, message_id=press.message_id, reply_markup=_marked(press.label)
            )
        except AiogramError as error:
            log.info("Telegram: a pressed button was not marked (%s)", error)


def _label(message: dict[str, Any], data: object) -> str | None:
    keyboard = (message.get("reply_markup") or {}).get("inline_keyboard") or ()
    for row in keyboard:
        for each in row:
            if each.get("callback_data") == data:
                return str(each.get("text") or "") or None
    return None


def _marked(label: str | None) -> InlineKeyboardMarkup | None:
    """The keyboard with nothing but the choice; none at all where it is not known."""
    if label is None:
        return None
    chosen = InlineKeyboardButton(text=f"{CHOSEN}{label}", callback_data=DONE)
    return InlineKeyboardMarkup(inline_keyboard=[[chosen]])
