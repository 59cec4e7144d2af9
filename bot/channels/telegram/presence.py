"""Shows that the bot is typing, where a turn takes long enough to be noticed.

Most turns are over within milliseconds. Telegram would then show the typing after the reply, so it
is shown only for a turn that still runs after a moment.
"""

from __future__ import annotations

import asyncio
import logging

from aiogram import Bot
from aiogram.exceptions import AiogramError
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, select

from bot.channels.telegram.chats import Chat
from bot.conversations.bus import Subscription
from bot.conversations.pace import Pace
from bot.services import Services
from bot.store import Database
from bot.store.tables import ConversationRow

log = logging.getLogger(__name__)
NOTICEABLE_SECONDS = 0.3
SHOWN_AT_ONCE = 10


class Presence:
    """Listens for turns that are computed and tells their chats."""

    def __init__(self, services: Services, bot: Bot, pace: Pace) -> None:
        self._services = services
        self._bot = bot
        self._pace = pace

    async def run(self) -> None:
        """Listen until cancelled."""
        with self._services.bus.subscribe() as news:
            while True:
                await news.wait()
                for chat in (await self._chats_kept_waiting(news))[:SHOWN_AT_ONCE]:
                    if chat not in self._pace.resting():
                        await self._show(chat)

    async def _chats_kept_waiting(self, news: Subscription) -> list[str]:
        _, typing = news.take()
        if not typing:
            return []
        await asyncio.sleep(NOTICEABLE_SECONDS)
        try:
            return await self._services.run(
                chats_of, self._services.database, typing - news.changed
            )
        except SQLAlchemyError:
            log.exception("Telegram: typing is not shown")
            return []

    async def _show(self, ref: str) -> None:
        await self._pace.turn()
        chat = Chat.of(ref)
        try:
            await self._bot.send_chat_action(chat.id, "typing", message_thread_id=chat.thread)
        except AiogramError as error:
            log.info("Telegram: typing is not shown (%s)", error)


def chats_of(database: Database, conversations: set[str]) -> list[str]:
    """The Telegram chats of these conversations, as far as they have one."""
    if not conversations:
        return []
    with database.read() as session:
        rows = session.exec(
            select(ConversationRow.channel_ref).where(
                ConversationRow.channel == "telegram", col(ConversationRow.id).in_(conversations)
            )
        )
        return [chat for chat in rows if chat is not None]
