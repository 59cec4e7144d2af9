"""Works stored updates off: the chats beside one another, each in Telegram's order.

What a webhook brings before its turn waits a moment for what is missing (``order``).
An update that cannot be stored stays open and is tried again, and so does one that cannot be
understood before Telegram has told the bot its own name, or who is in the team's group; one that
cannot be read, or that no database takes, is set aside with the reason.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from aiogram import Bot
from aiogram.exceptions import AiogramError
from sqlalchemy.exc import DataError, SQLAlchemyError

from bot.channels.telegram.arrival import House
from bot.channels.telegram.desk.running import TelegramDesk
from bot.channels.telegram.incoming import Incoming, Read, one_album
from bot.channels.telegram.lanes import lanes_of, steps_of
from bot.channels.telegram.letting_go import release_held
from bot.channels.telegram.order import ArrivalOrder
from bot.channels.telegram.presses import DONE, Presses, press_of
from bot.channels.telegram.reading import needs_username, read_update
from bot.channels.telegram.taking_in import take_in
from bot.channels.telegram.updates import (
    StoredUpdate,
    chat_of,
    handled_among,
    open_updates,
    set_aside,
)
from bot.services import Services
from bot.waiting import is_set_within

log = logging.getLogger(__name__)
LOOK_SECONDS = 5.0
STORE_AGAIN_SECONDS = 0.5
ASK_AGAIN_SECONDS = 2.0
RELEASE_SECONDS = 1.0
LANES = 4


class UpdateWorker:
    """Turns open updates into messages and wakes the bot for them."""

    def __init__(
        self,
        services: Services,
        bot_id: str,
        bot: Bot,
        order: ArrivalOrder,
        desk: TelegramDesk | None = None,
    ) -> None:
        self._services = services
        self._desk = desk
        self._bot_id = bot_id
        self._bot = bot
        self._order = order
        self._presses = Presses(bot)
        self._username: str | None = None
        self._news = asyncio.Event()
        self._room = asyncio.Semaphore(LANES)

    def wake(self) -> None:
        """Updates were stored. Call from the event loop."""
        self._news.set()

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            self._news.clear()
            rest = LOOK_SECONDS
            try:
                rest = self._order.rest(await self.work_off() or LOOK_SECONDS)
            except SQLAlchemyError:
                log.exception("Telegram: updates could not be worked off yet")
                await asyncio.sleep(STORE_AGAIN_SECONDS)
                continue
            await is_set_within(self._news, rest)

    async def let_go(self) -> None:
        """Have messages that were held because too many came answered, until cancelled."""
        services = self._services
        while True:
            try:
                released = await services.run(
                    release_held, services.database, self._house(), services.clock()
                )
            except SQLAlchemyError:
                log.exception("Telegram: held messages could not be looked at")
                released = []
            for conversation_id in released:
                services.changed(conversation_id)
                services.runner.wake(conversation_id)
            await asyncio.sleep(RELEASE_SECONDS)

    async def work_off(self) -> float:
        """Work off everything that may be now; the seconds until more may be, or 0.

        Raises:
            SQLAlchemyError: something could not be read or stored; it is still open.
        """
        while True:
            ready = await self._ready()
            outcomes = await asyncio.gather(
                *(self._lane(lane) for lane in lanes_of(ready)), return_exceptions=True
            )
            for outcome in outcomes:
                if isinstance(outcome, BaseException):
                    raise outcome
            waits = [each for each in outcomes if isinstance(each, float) and each > 0]
            if waits or not ready:
                return min(waits, default=0.0)

    async def _ready(self) -> list[StoredUpdate]:
        services = self._services
        batch = await services.run(open_updates, services.database, self._bot_id)
        before = [each.update_id - 1 for each in batch]
        handled = await services.run(handled_among, services.database, self._bot_id, before)
        return self._order.ready(batch, handled)

    async def _lane(self, lane: Sequence[StoredUpdate]) -> float:
        """Work one chat off; the seconds until its next update may be, or 0."""
        async with self._room:
            for step in steps_of(lane, self._services.clock()):
                if step.wait:
                    return step.wait
                try:
                    await self._work_off(step.updates)
                except AiogramError as error:
                    log.warning("Telegram: a group waits, Telegram cannot be asked (%s)", error)
                    return ASK_AGAIN_SECONDS
        return 0.0

    async def _work_off(self, updates: Sequence[StoredUpdate]) -> None:
        try:
            if self._desk is not None and chat_of(updates[0].payload) == self._desk.chat:
                for update in updates:
                    await self._desk.take_in(update)
            else:
                read = await self._read(updates)
                await self._take_in([each.update_id for each in updates], read)
        except AiogramError:
            raise
        except Exception as error:
            if isinstance(error, SQLAlchemyError) and not isinstance(error, DataError):
                raise
            for update in updates:
                log.exception("Telegram: update %d is set aside", update.update_id)
                await self._set_aside(update, f"{type(error).__name__}: {error}")
        for update in updates:
            press = press_of(update.payload)
            if press is not None:
                self._presses.answer(press)

    async def _read(self, updates: Sequence[StoredUpdate]) -> Read:
        read = [await self._read_one(update) for update in updates]
        parts = [each for each in read if isinstance(each, Incoming)]
        if len(parts) > 1:
            return one_album(parts)
        return parts[0] if parts else read[0]

    async def _read_one(self, update: StoredUpdate) -> Read:
        if needs_username(update.payload) and self._username is None:
            self._username = (await self._bot.me()).username
        read = read_update(update.payload, self._bot_id, self._username)
        return None if isinstance(read, Incoming) and read.button == DONE else read

    async def _take_in(self, update_ids: list[int], read: Read) -> None:
        services = self._services
        taken = await services.run(
            take_in,
            services.database,
            self._bot_id,
            update_ids,
            read,
            self._house(),
            services.clock(),
        )
        if taken is not None:
            services.changed(taken.conversation_id)
            if taken.awaits_turn:
                services.runner.wake(taken.conversation_id)

    def _house(self) -> House:
        return House(self._services.settings.file, self._services.release().policy.hours)

    async def _set_aside(self, update: StoredUpdate, reason: str) -> None:
        services = self._services
        await services.run(
            set_aside,
            services.database,
            self._bot_id,
            update.update_id,
            reason,
            services.clock(),
        )
