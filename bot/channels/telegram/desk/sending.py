"""Delivers into topics: makes one where there is none, and makes it anew where it was deleted.

Nothing that stops the whole desk (rights, the group, the line) fails a message; it waits.
"""

from __future__ import annotations

import asyncio
import html
import logging
import re

from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError

from bot.channels.telegram.chats import Chat
from bot.channels.telegram.client import ANSWER_SECONDS
from bot.channels.telegram.desk.topics import CHANNEL, Topic, keep_thread, topic_of
from bot.channels.telegram.desk.turns import TopicTurns
from bot.channels.telegram.sending import outcome_of, send_words
from bot.channels.telegram.wording import Spoken
from bot.conversations.dispatcher import Outcome, Throttled, Unreachable
from bot.conversations.outbox import ChatGone, ChatMoved, Delivered, Outgoing, Refused, Uncertain
from bot.services import Services

log = logging.getLogger(__name__)
TRY_AGAIN_SECONDS = 60.0
TOPIC_GONE = re.compile(r"thread not found|TOPIC_DELETED|TOPIC_ID_INVALID", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


class DeskSender:
    """Sends what the dispatcher gives it into the conversation's topic."""

    channel = CHANNEL

    def __init__(self, services: Services, bot: Bot, turns: TopicTurns) -> None:
        self._services = services
        self._bot = bot
        self._turns = turns

    async def send(self, message: Outgoing) -> Outcome:
        """Try once; a topic that is gone is made anew first."""
        services = self._services
        topic = await services.run(topic_of, services.database, message.conversation_id)
        if topic is None:
            return Refused("The conversation has no topic.")
        self._turns.taken(begins=topic.thread is None)
        desk = int(message.channel_ref)
        outcome = await self._into(desk, topic, message.text)
        if isinstance(outcome, Refused) and TOPIC_GONE.search(outcome.reason):
            log.info("Telegram: a topic of the desk was deleted and is made anew")
            await self._keep(topic, None)
            renewed = Topic(topic.conversation_id, None, topic.title)
            outcome = await self._into(desk, renewed, message.text)
        return self._patiently(outcome)

    async def _into(self, desk: int, topic: Topic, text: str) -> Outcome:
        thread = topic.thread
        if thread is None:
            made = await self._make(desk, topic)
            if not isinstance(made, int):
                return made
            thread = made
        spoken = Spoken(text, html.unescape(_TAG.sub("", text)), ())
        return await send_words(self._bot, Chat(desk, thread), spoken)

    async def _make(self, desk: int, topic: Topic) -> int | Outcome:
        """A new topic. Should it be unknown whether it came about, a second one does no harm."""
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                made = await self._bot.create_forum_topic(desk, topic.title)
        except TimeoutError:
            return Unreachable("Telegram did not answer when a topic was to be made.")
        except (TelegramAPIError, ClientDecodeError) as error:
            outcome = outcome_of(error)
            if isinstance(outcome, Refused):
                log.error(
                    "Telegram: no topic can be made in the desk's group %d (%s); "
                    "make the bot an admin who may manage topics",
                    desk,
                    outcome.reason,
                )
                return Throttled(TRY_AGAIN_SECONDS)
            return Unreachable(outcome.reason) if isinstance(outcome, Uncertain) else outcome
        await self._keep(topic, made.message_thread_id)
        return made.message_thread_id

    async def _keep(self, topic: Topic, thread: int | None) -> None:
        services = self._services
        await services.run(
            keep_thread,
            services.database,
            topic.conversation_id,
            topic.thread,
            thread,
            topic.title,
        )

    def _patiently(self, outcome: Outcome) -> Outcome:
        match outcome:
            case ChatGone(reason):
                log.error("Telegram: the desk's group lets the bot in no more (%s)", reason)
                return Throttled(TRY_AGAIN_SECONDS)
            case ChatMoved(channel_ref):
                log.error(
                    "Telegram: the desk's group is %s now; set telegram_desk_chat", channel_ref
                )
                return Throttled(TRY_AGAIN_SECONDS)
            case Delivered() | Throttled() | Unreachable() | Uncertain() | Refused():
                return outcome
