"""The channel as the server wires it. aiogram takes seconds to import, so it is loaded beside."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from fastapi import APIRouter

from bot.channels.telegram.access import TelegramAccess
from bot.channels.telegram.webhook import webhook_router
from bot.conversations.outbox import abandon_interrupted
from bot.services import Services

if TYPE_CHECKING:
    from bot.channels.telegram.running import Connection

log = logging.getLogger(__name__)
RESTART_SECONDS = 1.0


class TelegramChannel:
    """Long polling or webhook in, outbox out.

    Whoever starts it owns the bot, and also settles what the process before left in flight. So it
    is started by one process per token.
    """

    def __init__(self, services: Services) -> None:
        """Read the settings.

        Raises:
            SettingsError: Telegram's are missing or cannot be used.
        """
        self._services = services
        self._access = TelegramAccess.of(services.settings)
        self._connection: Connection | None = None
        self._task: asyncio.Task[None] | None = None

    def router(self) -> APIRouter:
        """The webhook's route."""
        return webhook_router(self._services, self._access, self._wake)

    async def start(self) -> None:
        """Begin in the background; returns at once."""
        self._task = asyncio.create_task(self._run(), name="telegram")

    async def stop(self) -> None:
        """End; a message on the wire gets a moment to arrive."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            try:
                await self._settle_interrupted()
                connect = await asyncio.to_thread(_load)
                self._connection = connect(self._services, self._access)
                await self._connection.run()
            except Exception:
                log.exception("Telegram: the channel broke and starts again")
                await asyncio.sleep(RESTART_SECONDS)

    async def _settle_interrupted(self) -> None:
        services = self._services
        unknown = await services.run(
            abandon_interrupted, services.database, "telegram", services.clock()
        )
        if unknown:
            log.warning("Telegram: of %d messages it is unknown whether they arrived", unknown)

    def _wake(self) -> None:
        if self._connection is not None:
            self._connection.wake()


def _load() -> type[Connection]:
    from bot.channels.telegram.running import Connection

    return Connection
