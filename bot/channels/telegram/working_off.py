"""Works stored updates off, in Telegram's order, one after the other.

What a webhook brings before its turn waits a moment for what is missing (``order``).
An update that cannot be stored stays open and is tried again, and so does one that cannot be
understood before Telegram has told the bot its own name; one that cannot be read is set aside with
the reason.
"""

from __future__ import annotations

import asyncio
import logging

from aiogram import Bot
from aiogram.exceptions import AiogramError
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.telegram.incoming import Incoming, needs_username, read_update
from bot.channels.telegram.order import ArrivalOrder
from bot.channels.telegram.taking_in import House, TakenIn, take_in
from bot.channels.telegram.updates import StoredUpdate, open_updates, set_aside, stored_among
from bot.services import Services

log = logging.getLogger(__name__)
LOOK_SECONDS = 5.0
STORE_AGAIN_SECONDS = 0.5
ASK_AGAIN_SECONDS = 2.0


class UpdateWorker:
    """Turns open updates into messages and wakes the bot for them."""

    def __init__(self, services: Services, bot_id: str, bot: Bot, order: ArrivalOrder) -> None:
        self._services = services
        self._bot_id = bot_id
        self._bot = bot
        self._order = order
        self._username: str | None = None
        self._news = asyncio.Event()
        self._acknowledging: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        """Updates were stored. Call from the event loop."""
        self._news.set()

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            self._news.clear()
            try:
                await self.work_off()
            except SQLAlchemyError:
                log.exception("Telegram: updates could not be worked off yet")
                await asyncio.sleep(STORE_AGAIN_SECONDS)
                continue
            except AiogramError as error:
                log.warning("Telegram: updates wait, the bot's own name is unknown (%s)", error)
                await asyncio.sleep(ASK_AGAIN_SECONDS)
                continue
            try:
                async with asyncio.timeout(self._order.rest(LOOK_SECONDS)):
                    await self._news.wait()
            except TimeoutError:
                pass

    async def work_off(self) -> None:
        """Work off everything that is open now and whose turn it is.

        Raises:
            SQLAlchemyError: something could not be read or stored; it is still open.
            AiogramError: a group's message cannot be understood yet; it is still open.
        """
        while ready := await self._ready():
            for update in ready:
                await self._work_off(update)

    async def _ready(self) -> list[StoredUpdate]:
        services = self._services
        batch = await services.run(open_updates, services.database, self._bot_id)
        before = [each.update_id - 1 for each in batch]
        stored = await services.run(stored_among, services.database, self._bot_id, before)
        return self._order.ready(batch, stored)

    async def _work_off(self, update: StoredUpdate) -> None:
        try:
            incoming = await self._read(update)
            taken = await self._take_in(update, incoming)
        except (SQLAlchemyError, AiogramError):
            raise
        except Exception as error:
            log.exception("Telegram: update %d is set aside", update.update_id)
            reason = f"{type(error).__name__}: {error}"
            await self._set_aside(update, reason)
            return
        if incoming is not None and incoming.callback_id is not None:
            self._acknowledge(incoming.callback_id)
        if taken is not None:
            self._services.changed(taken.conversation_id)
            if taken.awaits_turn:
                self._services.runner.wake(taken.conversation_id)

    async def _read(self, update: StoredUpdate) -> Incoming | None:
        if needs_username(update.payload) and self._username is None:
            self._username = (await self._bot.me()).username
        return read_update(update.payload, self._bot_id, self._username)

    async def _take_in(self, update: StoredUpdate, incoming: Incoming | None) -> TakenIn | None:
        services = self._services
        house = House(services.settings.file, services.release().policy.hours)
        return await services.run(
            take_in,
            services.database,
            self._bot_id,
            update.update_id,
            incoming,
            house,
            services.clock(),
        )

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

    def _acknowledge(self, callback_id: str) -> None:
        task = asyncio.create_task(self._answer_callback(callback_id))
        self._acknowledging.add(task)
        task.add_done_callback(self._acknowledging.discard)

    async def _answer_callback(self, callback_id: str) -> None:
        """Stop the button's spinning. The press is stored; losing this loses nothing."""
        try:
            await self._bot.answer_callback_query(callback_id)
        except AiogramError as error:
            log.info("Telegram: a pressed button was not acknowledged (%s)", error)
