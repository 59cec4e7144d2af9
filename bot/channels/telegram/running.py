"""Everything of the channel that needs aiogram, running together; imported in the background."""

from __future__ import annotations

import asyncio
import logging
from functools import partial

from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.channels.fetching import AttachmentFetcher
from bot.channels.telegram.access import TelegramAccess, Webhook
from bot.channels.telegram.channel import DeskMovedError
from bot.channels.telegram.client import ALLOWED_UPDATES, open_bot
from bot.channels.telegram.commands import offer_commands
from bot.channels.telegram.desk.running import TelegramDesk
from bot.channels.telegram.files import fetch_file
from bot.channels.telegram.order import PATIENCE_SECONDS, ArrivalOrder
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.presence import Presence
from bot.channels.telegram.sending import TelegramSender
from bot.channels.telegram.working_off import UpdateWorker
from bot.conversations.dispatcher import Dispatcher
from bot.conversations.pace import Pace
from bot.services import RELOADED, Services

log = logging.getLogger(__name__)
SET_AGAIN_SECONDS = 10.0


class Connection:
    """One bot's traffic in both directions."""

    def __init__(self, services: Services, access: TelegramAccess) -> None:
        self._access = access
        self._locale = services.settings.file.locale
        self._bot = open_bot(access)
        self._services = services
        self._group = group = services.settings.file.telegram_desk_chat
        self._desk = TelegramDesk(services, self._bot, access.bot_id, group) if group else None
        order = ArrivalOrder(PATIENCE_SECONDS if access.webhook else 0.0)
        self._worker = UpdateWorker(services, access.bot_id, self._bot, order, self._desk)
        self._fetcher = AttachmentFetcher(services, "telegram", partial(fetch_file, self._bot))
        self._poller = Poller(services, access.bot_id, self._bot, self._worker)
        pace = Pace()
        self._presence = Presence(services, self._bot, pace)
        self._dispatcher = Dispatcher(
            TelegramSender(self._bot, services.settings.public_url, services.files),
            services.database,
            services.bus,
            services.pool,
            services.clock,
            pace,
        )

    def wake(self) -> None:
        """An update was stored by somebody else."""
        self._worker.wake()

    async def run(self) -> None:
        """Run until cancelled.

        Raises:
            ExceptionGroup: something broke, or (``DeskMovedError``) the team's group is another.
        """
        try:
            async with asyncio.TaskGroup() as loops:
                loops.create_task(self._dispatcher.run(), name="telegram dispatcher")
                loops.create_task(self._presence.run(), name="telegram presence")
                loops.create_task(self._worker.run(), name="telegram worker")
                loops.create_task(self._worker.let_go(), name="telegram held messages")
                loops.create_task(self._fetcher.run(), name="telegram files")
                loops.create_task(offer_commands(self._bot, self._locale))
                loops.create_task(self._watch_desk(), name="telegram desk settings")
                if self._desk is not None:
                    loops.create_task(self._desk.run(), name="telegram desk")
                if self._access.webhook is None:
                    loops.create_task(self._poller.run(), name="telegram poller")
                else:
                    loops.create_task(set_webhook(self._bot, self._access.webhook))
        finally:
            await self._bot.session.close()

    async def _watch_desk(self) -> None:
        with self._services.bus.subscribe(RELOADED) as news:
            while self._services.settings.file.telegram_desk_chat == self._group:
                await news.wait()
                news.take()
        raise DeskMovedError


async def set_webhook(bot: Bot, webhook: Webhook) -> None:
    """Tell Telegram where to bring updates, tried until it took it, and see how that goes."""
    while True:
        try:
            await bot.set_webhook(
                webhook.url,
                secret_token=webhook.secret,
                allowed_updates=ALLOWED_UPDATES,
                drop_pending_updates=False,
            )
            await check_webhook(bot, webhook)
        except AiogramError as error:
            log.error("Telegram did not take the webhook %s (%s)", webhook.url, error)
            await asyncio.sleep(SET_AGAIN_SECONDS)
        else:
            return


async def check_webhook(bot: Bot, webhook: Webhook) -> None:
    """Say in the log what keeps Telegram from bringing updates."""
    info = await bot.get_webhook_info()
    if info.url != webhook.url:
        log.error(
            "Telegram brings updates to %s instead of %s; another server uses the same bot",
            info.url or "nowhere",
            webhook.url,
        )
    if info.last_error_message:
        log.warning(
            "Telegram could not bring updates to %s (%s; %d are waiting)",
            webhook.url,
            info.last_error_message,
            info.pending_update_count,
        )
