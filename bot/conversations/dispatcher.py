"""Sends what the outbox holds: in order per chat, within the channel's rates, each row once.

One dispatcher runs per channel and database; whoever starts it must be the only one. It waits
for its turn before it claims, so what a takeover cancels meanwhile is never sent.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeVar, assert_never

from sqlalchemy.exc import SQLAlchemyError

from bot.conversations.bus import Bus
from bot.conversations.outbox import (
    ChatGone,
    ChatMoved,
    Delivered,
    Due,
    NotSent,
    Order,
    Outgoing,
    Refused,
    Settlement,
    Uncertain,
    claim,
    due,
    oldest_first,
    park,
    settle,
)
from bot.conversations.pace import Pace
from bot.store import Database

log = logging.getLogger(__name__)
T = TypeVar("T")
POLL_SECONDS = 1.0
STORE_AGAIN_SECONDS = 0.5
FINISH_SECONDS = 5.0
MAX_IN_FLIGHT = 64


@dataclass(frozen=True, slots=True)
class Throttled:
    """The channel asks to wait so many seconds; nothing was delivered."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The channel could not be reached, or lets nobody in; nothing was delivered."""

    reason: str


Outcome = Delivered | Throttled | Unreachable | Uncertain | Refused | ChatGone | ChatMoved


class Sender(Protocol):
    """What a channel has to offer to be dispatched to. ``channel`` is its name in the outbox."""

    channel: str

    async def send(self, message: Outgoing) -> Outcome:
        """Try once to deliver ``message``; never raises for what the channel answers."""


class Dispatcher:
    """One channel's way out. Use it from the event loop's thread."""

    def __init__(
        self,
        sender: Sender,
        database: Database,
        bus: Bus,
        pool: Executor,
        clock: Callable[[], datetime],
        pace: Pace,
        order: Callable[[], Order] = oldest_first,
    ) -> None:
        """``order`` says who comes first, each time anew."""
        self._order = order
        self._sender = sender
        self._database = database
        self._bus = bus
        self._pool = pool
        self._clock = clock
        self._pace = pace
        self._sending: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Send until cancelled; what is on the wire then gets a moment to arrive."""
        with self._bus.subscribe() as news:
            try:
                while True:
                    news.take()
                    await self._send_what_is_due()
                    await news.wait(self._pace.rest(POLL_SECONDS))
            finally:
                await self._finish()

    async def _send_what_is_due(self) -> None:
        try:
            for row in await self._in_pool(
                due,
                self._database,
                self._sender.channel,
                self._clock(),
                self._busy(),
                self._order(),
            ):
                await self._pace.turn()
                await self._room()
                if row.channel_ref not in self._busy():
                    await self._claim_and_launch(row)
        except SQLAlchemyError:
            log.exception("%s: the outbox could not be read", self._sender.channel)

    def _busy(self) -> set[str]:
        """Chats that must not be spoken to now; several conversations may share one."""
        return {*self._sending, *self._pace.resting()}

    async def _claim_and_launch(self, row: Due) -> None:
        """A claim that has begun ends before this does: what it took is sent, also at the end."""
        claiming = asyncio.create_task(self._claim(row))
        try:
            await asyncio.shield(claiming)
        finally:
            message = await claiming
            if message is not None:
                self._launch(message)

    async def _claim(self, row: Due) -> Outgoing | None:
        try:
            return await self._in_pool(claim, self._database, row.id, self._clock())
        except SQLAlchemyError:
            raise
        except Exception as error:
            log.exception("%s: message %d is parked", self._sender.channel, row.id)
            reason = f"It cannot be read ({type(error).__name__}: {error})."
            await self._in_pool(park, self._database, row.id, reason, self._clock())
            return None

    def _launch(self, message: Outgoing) -> None:
        chat = message.channel_ref
        self._pace.spoke(chat)
        self._sending[chat] = asyncio.create_task(self._deliver(message), name=f"send {message.id}")

    async def _deliver(self, message: Outgoing) -> None:
        try:
            outcome = await self._try(message)
            await self._settle(message, self._as_settlement(message, outcome))
        finally:
            del self._sending[message.channel_ref]
            self._bus.publish(message.conversation_id)

    async def _try(self, message: Outgoing) -> Outcome:
        try:
            return await self._sender.send(message)
        except Exception:
            log.exception("%s: message %d: sending broke", self._sender.channel, message.id)
            return Uncertain("Sending broke off; the server's log says why.")

    def _as_settlement(self, message: Outgoing, outcome: Outcome) -> Settlement:
        match outcome:
            case Throttled(seconds):
                self._pace.throttle(message.channel_ref, seconds)
                reason = f"The channel asked to wait {seconds:g} s."
                return NotSent(reason, self._clock() + timedelta(seconds=seconds))
            case Unreachable(reason):
                seconds = self._pace.back_off()
                log.warning("%s: not reached (%s)", self._sender.channel, reason)
                return NotSent(reason, self._clock() + timedelta(seconds=seconds))
            case Delivered() | Refused() | ChatGone() | ChatMoved():
                self._pace.reached()
                return outcome
            case Uncertain():
                return outcome
            case _:
                assert_never(outcome)

    async def _settle(self, message: Outgoing, settlement: Settlement) -> None:
        while True:
            try:
                await self._in_pool(settle, self._database, message.id, settlement, self._clock())
            except SQLAlchemyError:
                log.exception("message %d: what became of it is not stored yet", message.id)
                await asyncio.sleep(STORE_AGAIN_SECONDS)
            else:
                return

    async def _room(self) -> None:
        while len(self._sending) >= MAX_IN_FLIGHT:
            await asyncio.wait(self._sending.values(), return_when=asyncio.FIRST_COMPLETED)

    async def _finish(self) -> None:
        tasks = list(self._sending.values())
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=FINISH_SECONDS)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _in_pool(self, call: Callable[..., T], *arguments: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, call, *arguments)
