"""Fetches updates by long polling, and confirms only what is stored.

An update is confirmed by asking for the ones after it. So the next question is asked only once the
last answer lies in the database.
"""

from __future__ import annotations

import asyncio
import logging
from time import monotonic
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.telegram.client import GetRawUpdates
from bot.channels.telegram.updates import next_offset, store_updates
from bot.channels.telegram.working_off import UpdateWorker
from bot.services import Services

log = logging.getLogger(__name__)
STORE_AGAIN_SECONDS = 0.5
TOO_FAST_SECONDS = 0.2
LONGEST_BACK_OFF = 30.0
WEBHOOK_ACTIVE = "webhook is active"


class Poller:
    """The one loop that asks Telegram for a bot's updates."""

    def __init__(self, services: Services, bot_id: str, bot: Bot, worker: UpdateWorker) -> None:
        self._services = services
        self._bot_id = bot_id
        self._bot = bot
        self._worker = worker
        self._failures = 0

    async def run(self) -> None:
        """Poll until cancelled, through whatever fails."""
        while True:
            try:
                await self._round()
                self._failures = 0
            except SQLAlchemyError:
                log.exception("Telegram: updates could not be stored; they are asked for again")
                await asyncio.sleep(STORE_AGAIN_SECONDS)
            except AiogramError as error:
                await self._wait_out(error)

    async def _round(self) -> None:
        services = self._services
        offset = await services.run(next_offset, services.database, self._bot_id, services.clock())
        began = monotonic()
        updates: list[dict[str, Any]] = await self._bot(GetRawUpdates(offset=offset))
        if updates:
            await services.run(
                store_updates, services.database, self._bot_id, updates, services.clock()
            )
            self._worker.wake()
        elif monotonic() - began < TOO_FAST_SECONDS:
            await asyncio.sleep(TOO_FAST_SECONDS)

    async def _wait_out(self, error: AiogramError) -> None:
        seconds = min(2.0**self._failures, LONGEST_BACK_OFF)
        self._failures += 1
        match error:
            case TelegramRetryAfter():
                seconds = float(error.retry_after)
            case TelegramConflictError() if WEBHOOK_ACTIVE in str(error):
                log.warning("Telegram: a webhook was set for this bot; removing it to poll")
                await self._remove_webhook()
            case TelegramConflictError():
                log.error("Telegram: another program fetches this bot's updates; stop that one")
            case TelegramUnauthorizedError() | TelegramNotFound():
                log.error("Telegram does not know the bot; check FRONTDESK_TELEGRAM_TOKEN")
            case _:
                log.warning("Telegram: no updates (%s); again in %g s", error, seconds)
        await asyncio.sleep(seconds)

    async def _remove_webhook(self) -> None:
        try:
            await self._bot.delete_webhook(drop_pending_updates=False)
        except AiogramError as error:
            log.warning("Telegram: the webhook could not be removed (%s)", error)
