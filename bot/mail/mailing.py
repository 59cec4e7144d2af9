"""Sends mail while the server runs: sees what has to be written, and hands it in one by one.

One mailing runs per database; whoever starts it must be the only one. What is refused for a while
is tried again with growing pauses for two days, what is refused for good is kept and shown.
"""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from email.errors import MessageError
from typing import assert_never

from sqlalchemy.exc import SQLAlchemyError

from bot.conversations.dispatcher import Unreachable
from bot.conversations.links import Links
from bot.conversations.outbox import Delivered, NotSent, Refused, Settlement, Uncertain
from bot.conversations.rounds import left_if_it_fails
from bot.mail.answers import write_unread_answers
from bot.mail.letters import Correspondence
from bot.mail.mentions import write_mentions
from bot.mail.notices import write_notices
from bot.mail.outbox import Mail, abandon_interrupted, claim, due, settle
from bot.mail.server import SmtpServer
from bot.mail.smtp import PATIENCE, Outcome, as_message, deliver
from bot.mail_address import is_mail_address
from bot.services import Services
from bot.waiting import is_set_within

log = logging.getLogger(__name__)
LOOK_SECONDS = 5.0
FINISH_SECONDS = 5.0
STORE_AGAIN_SECONDS = 0.5
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
GIVE_UP_AFTER = timedelta(days=2)
LONGEST_REST = 300.0


class Mailing:
    """The way out for mails. Use it from the event loop's thread."""

    def __init__(self, services: Services, server: SmtpServer, patience: float = PATIENCE) -> None:
        self._services = services
        self._server = server
        self._patience = patience
        self._line = ThreadPoolExecutor(1, "mail")
        self._stopping = asyncio.Event()
        self._rest = LOOK_SECONDS
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin. What a process before this one had under way is left as it is, and shown."""
        await self._services.run(
            abandon_interrupted, self._services.database, self._services.clock()
        )
        self._task = asyncio.create_task(self._run(), name="mail")

    async def stop(self) -> None:
        """End; a mail under way gets a moment to arrive."""
        self._stopping.set()
        if self._task is not None:
            await asyncio.wait([self._task], timeout=FINISH_SECONDS)
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._line.shutdown(wait=False, cancel_futures=True)

    async def round(self) -> None:
        """Write what has to be written by now, and hand in what is due."""
        services = self._services
        await services.run(write_letters, services, self._correspondence(), services.clock())
        for mail_id in await services.run(due, services.database, services.clock()):
            if self._stopping.is_set():
                return
            mail = None
            with left_if_it_fails(f"claiming mail {mail_id}"):
                mail = await services.run(claim, services.database, mail_id, services.clock())
            if mail is not None and not await self._send(mail):
                return

    async def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                await self.round()
            except Exception:
                log.exception("a round of mail broke off; the next one follows")
            await is_set_within(self._stopping, self._rest)

    async def _send(self, mail: Mail) -> bool:
        """Hand one mail in; False where the server should be left alone for a while."""
        outcome = await self._try(mail)
        match outcome:
            case Delivered() | Refused():
                self._rest = LOOK_SECONDS
                await self._settle(mail, outcome)
                return True
            case Uncertain():
                self._rest = min(2 * self._rest, LONGEST_REST)
                await self._settle(mail, outcome)
            case Unreachable(reason):
                self._rest = min(2 * self._rest, LONGEST_REST)
                log.warning("mail %d is not sent yet: %s", mail.id, reason)
                await self._settle(mail, again_or_never(mail, reason, self._services.clock()))
            case _:
                assert_never(outcome)
        return False

    async def _try(self, mail: Mail) -> Outcome:
        file = self._services.settings.file
        reply_to = file.support_email if is_mail_address(file.support_email) else None
        try:
            message = as_message(mail, self._server.sender, file.company, reply_to)
        except (ValueError, MessageError) as error:
            return Refused(f"No mail can be made of this: {error}")
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(
                self._line, deliver, self._server, message, mail.letter.to, self._patience
            )
        except Exception as error:
            log.exception("mail %d: handing it in broke", mail.id)
            return Uncertain(f"Sending broke off: {type(error).__name__}")

    async def _settle(self, mail: Mail, settlement: Settlement) -> None:
        services = self._services
        while True:
            try:
                await services.run(settle, services.database, mail.id, settlement, services.clock())
            except SQLAlchemyError:
                log.exception("mail %d: what became of it is not stored yet", mail.id)
                await asyncio.sleep(STORE_AGAIN_SECONDS)
            else:
                break
        if mail.conversation_id is not None:
            services.changed(mail.conversation_id)

    def _correspondence(self) -> Correspondence:
        settings = self._services.settings
        assert settings.public_url is not None  # SmtpServer.of has seen to it
        return Correspondence(settings.file, settings.public_url, Links(settings.home))


def write_letters(services: Services, by: Correspondence, now: datetime) -> None:
    """Write every mail that is owed by now."""
    write_unread_answers(services.database, by, now)
    with left_if_it_fails("the mail to colleagues whom notes mention"):
        write_mentions(services.database, by, now)
    if by.file.notify.emails:
        with left_if_it_fails("the mail to the team"):
            write_notices(services.database, by, now)


def again_or_never(mail: Mail, reason: str, now: datetime) -> NotSent | Refused:
    """When a mail that was not taken is tried again: pauses double, up to an hour, for two days."""
    if now - mail.created_at >= GIVE_UP_AFTER:
        return Refused(f"Given up after {GIVE_UP_AFTER.days} days. {reason}")
    pause = min(FIRST_PAUSE * 2 ** min(mail.attempt - 1, 10), LONGEST_PAUSE)
    return NotSent(reason, now + pause)
