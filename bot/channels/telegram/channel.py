"""The channel as the server wires it. aiogram takes seconds to import, so it is loaded beside."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from fastapi import APIRouter
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.telegram.access import TelegramAccess
from bot.channels.telegram.webhook import webhook_router
from bot.conversations.leases import Lease, acquire, release, renew, this_process
from bot.conversations.outbox import abandon_interrupted
from bot.services import Services

if TYPE_CHECKING:
    from bot.channels.telegram.running import Connection

log = logging.getLogger(__name__)
CHANNELS = ("telegram", "telegram_desk")
RESTART_SECONDS = 1.0
ASK_AGAIN_SECONDS = 0.5
RENEW_SECONDS = 3.0


class LeaseLostError(Exception):
    """Another server serves the bot now."""


class DeskMovedError(Exception):
    """``telegram_desk_chat`` names another group now; everything is connected anew."""


class TelegramChannel:
    """Long polling or webhook in, outbox out.

    One server at a time serves a bot: the one that holds its lease. It also settles what the one
    before left in flight. Any other waits, and takes over when that one ends.
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
            lease = await self._lease()
            try:
                await self._serve(lease)
            except Exception as broken:
                if _is(broken, LeaseLostError):
                    log.warning("Telegram: another server serves the bot now; this one waits")
                elif _is(broken, DeskMovedError):
                    chat = self._services.settings.file.telegram_desk_chat
                    log.warning("Telegram: telegram_desk_chat is %s now; connecting anew", chat)
                else:
                    log.exception("Telegram: the channel broke and starts again")
                    await asyncio.sleep(RESTART_SECONDS)
            finally:
                self._connection = None
                await self._give_back(lease)

    async def _lease(self) -> Lease:
        told = False
        while True:
            try:
                lease = await self._acquire()
                if lease is not None:
                    return lease
                if not told:
                    log.warning("Telegram: another server serves the bot; waiting until it ends")
                told = True
            except SQLAlchemyError:
                log.exception("Telegram: who serves the bot cannot be stored yet")
            await asyncio.sleep(ASK_AGAIN_SECONDS)

    async def _acquire(self) -> Lease | None:
        """Ask for the lease once; one that is taken while this server ends is given back."""
        services, name = self._services, f"telegram:{self._access.bot_id}"
        asked = asyncio.ensure_future(
            services.run(acquire, services.database, name, this_process(), services.clock())
        )
        try:
            return await asyncio.shield(asked)
        except asyncio.CancelledError:
            (taken,) = await asyncio.gather(asked, return_exceptions=True)
            if isinstance(taken, Lease):
                await self._give_back(taken)
            raise

    async def _serve(self, lease: Lease) -> None:
        await self._settle_interrupted(lease)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._keep(lease), name="telegram lease")
            connect = await asyncio.to_thread(_load)
            self._connection = connect(self._services, self._access)
            tasks.create_task(self._connection.run(), name="telegram connection")

    async def _keep(self, lease: Lease) -> None:
        """Renew the lease until it is lost.

        Raises:
            LeaseLostError: this server was away for so long that another one took it.
        """
        services = self._services
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            try:
                kept = await services.run(renew, services.database, lease, services.clock())
            except SQLAlchemyError:
                log.exception("Telegram: the lease could not be renewed yet")
                continue
            if not kept:
                raise LeaseLostError

    async def _give_back(self, lease: Lease) -> None:
        services = self._services
        try:
            await services.run(release, services.database, lease, services.clock())
        except SQLAlchemyError:
            log.exception("Telegram: the lease could not be given back; it lapses by itself")

    async def _settle_interrupted(self, lease: Lease) -> None:
        services = self._services
        unknown = await services.run(
            abandon_interrupted, services.database, CHANNELS, lease, services.clock()
        )
        if unknown:
            log.warning("Telegram: of %d messages it is unknown whether they arrived", unknown)

    def _wake(self) -> None:
        if self._connection is not None:
            self._connection.wake()


def _is(broken: BaseException, kind: type[Exception]) -> bool:
    """Whether one of the loops ended with this, however deep the groups around it are."""
    return isinstance(broken, ExceptionGroup) and broken.subgroup(kind) is not None


def _load() -> type[Connection]:
    from bot.channels.telegram.running import Connection

    return Connection
