"""The desk inside Telegram, running: shows conversations in topics and hears the team there."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramRetryAfter
from aiogram.types import BotCommand, BotCommandScopeChat, ChatMemberAdministrator, ChatMemberOwner
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.telegram.desk.acting import Group, take_desk_message
from bot.channels.telegram.desk.members import Members, agent_of_member
from bot.channels.telegram.desk.mirroring import mirror
from bot.channels.telegram.desk.reading import read_desk_update
from bot.channels.telegram.desk.sending import DeskSender
from bot.channels.telegram.desk.topics import Topic, keep_title, outdated_title
from bot.channels.telegram.desk.turns import TopicTurns
from bot.channels.telegram.updates import StoredUpdate
from bot.conversations.dispatcher import Dispatcher
from bot.conversations.pace import Pace
from bot.services import Services

log = logging.getLogger(__name__)
LOOK_SECONDS = 1.0
TITLE_SECONDS = 5.0
TITLE_EVERY = timedelta(minutes=1)
GROUP_SECONDS = 3.0
"""Telegram takes twenty messages a minute in a group."""
MENU = {
    "close": "Close the conversation",
    "note": "Write a note that the customer does not see",
    "info": "Who this is, and why they are here",
    "return": "Give the conversation back to the bot",
    "ban": "Answer this customer no more",
    "unban": "Answer this customer again",
}


class TelegramDesk:
    """One group with topics. ``chat`` is its number."""

    def __init__(self, services: Services, bot: Bot, bot_id: str, chat: int) -> None:
        self.chat = chat
        self._services = services
        self._bot = bot
        self._bot_id = bot_id
        self._members = Members(bot, chat)
        turns = TopicTurns()
        self._dispatcher = Dispatcher(
            DeskSender(services, bot, turns),
            services.database,
            services.bus,
            services.pool,
            services.clock,
            Pace(chat_seconds=GROUP_SECONDS),
            turns.order,
        )

    async def run(self) -> None:
        """Run until cancelled."""
        async with asyncio.TaskGroup() as loops:
            loops.create_task(self._prepare(), name="telegram desk check")
            loops.create_task(self._dispatcher.run(), name="telegram desk dispatcher")
            loops.create_task(self._mirror(), name="telegram desk mirror")
            loops.create_task(self._titles(), name="telegram desk titles")

    async def take_in(self, update: StoredUpdate) -> None:
        """Carry out what was written in a topic.

        Raises:
            SQLAlchemyError: it could not be stored; the update is still open.
            AiogramError: Telegram does not say whether the writer is a member; it is still open.
        """
        services = self._services
        message = read_desk_update(update.payload)
        agent = None
        if message and message.user_id and await self._members.includes(message.user_id):
            agent = await services.run(
                agent_of_member,
                services.database,
                message.user_id,
                message.name,
                services.clock(),
            )
        typing = services.onlookers.typing(services.clock())
        group = Group(services.database, services.release(), str(self.chat), typing)
        changed = await services.run(
            take_desk_message,
            group,
            (self._bot_id, update.update_id),
            message,
            agent,
            services.clock(),
        )
        if changed is not None:
            services.changed(changed)
            services.runner.wake(changed)  # it may be the bot's again

    async def _mirror(self) -> None:
        services = self._services
        with services.bus.subscribe() as news:
            while True:
                news.take()
                try:
                    place = (services.database, services.release(), str(self.chat))
                    for each in await services.run(mirror, *place, services.clock()):
                        services.changed(each)
                except SQLAlchemyError:
                    log.exception("Telegram: conversations are not shown in their topics yet")
                await news.wait(LOOK_SECONDS)
                await asyncio.sleep(0.1)

    async def _titles(self) -> None:
        services = self._services
        while True:
            rest = TITLE_SECONDS
            try:
                before = services.clock() - TITLE_EVERY
                topic = await services.run(
                    outdated_title, services.database, str(self.chat), before
                )
                if topic is not None:
                    rest = await self._rename(topic)
            except SQLAlchemyError:
                log.exception("Telegram: titles of topics are not looked at")
            await asyncio.sleep(rest)

    async def _rename(self, topic: Topic) -> float:
        """Change a title; the seconds until the next one may be."""
        services = self._services
        try:
            await self._bot.edit_forum_topic(self.chat, topic.thread or 0, name=topic.title)
        except TelegramRetryAfter as error:
            return float(error.retry_after)
        except AiogramError as error:
            log.info("Telegram: a topic's title was not changed (%s)", error)
        await services.run(keep_title, services.database, topic, services.clock())
        return TITLE_SECONDS

    async def _prepare(self) -> None:
        """Say clearly what keeps the desk from working; offer its commands in the menu."""
        try:
            for wrong in await self._what_is_wrong():
                log.error("Telegram: telegram_desk_chat %d: %s", self.chat, wrong)
            await self._bot.set_my_commands(
                [BotCommand(command=name, description=said) for name, said in MENU.items()],
                scope=BotCommandScopeChat(chat_id=self.chat),
            )
        except AiogramError as error:
            log.error(
                "Telegram: telegram_desk_chat %d cannot be looked at (%s); check the number, and "
                "that the bot is in the group",
                self.chat,
                error,
            )

    async def _what_is_wrong(self) -> list[str]:
        wrong = []
        group = await self._bot.get_chat(self.chat)
        if not group.is_forum:
            wrong.append("the group has no topics; turn Topics on in its settings")
        me = await self._bot.get_chat_member(self.chat, int(self._bot_id))
        manages = isinstance(me, ChatMemberAdministrator) and me.can_manage_topics
        if not manages and not isinstance(me, ChatMemberOwner):
            wrong.append("the bot may not manage topics; make it an admin with that right")
        return wrong
