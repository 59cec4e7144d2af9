"""Runs turns: one at a time per conversation, after a short quiet, and never gives a message up.

Whatever goes wrong while deciding ends with a person and an honest sentence; whatever goes wrong
while storing is tried again, because the message stays pending until an answer is committed.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from sqlalchemy.exc import DataError, SQLAlchemyError

from bot.conversations.bus import Bus
from bot.conversations.turns import (
    CommitOutcome,
    DecidedTurn,
    PendingTurn,
    commit_turn,
    conversations_with_pending_turns,
    load_turn,
)
from bot.dialog.why import why
from bot.store import Database

log = logging.getLogger(__name__)
T = TypeVar("T")
DECIDING_THREADS = 4
REWORDING_THREADS = 8
STORING_THREADS = 2
LONGEST_RETRY = 30.0


class Answerer(Protocol):
    """Decides turns. Called from several threads at once."""

    def decide(self, turn: PendingTurn) -> DecidedTurn:
        """Decide ``turn``; may raise or take too long."""

    def give_up(self, turn: PendingTurn, because: str) -> DecidedTurn:
        """Hand ``turn`` to a person with an honest sentence; must neither raise nor wait."""


@dataclass(frozen=True, slots=True)
class TurnTiming:
    """Seconds: the quiet that ends a burst, the longest a burst may keep its first message waiting,
    the most that a decision takes, the wait before a retry.
    """

    quiet: float = 0.8
    longest: float = 8.0
    decision: float = 3.5
    retry: float = 0.5


class TurnRunner:
    """Owns one asyncio task per conversation that has something to answer.

    ``rewording_seconds`` are all that waiting for other words is worth: what was decided is said
    when they are over. Those who wait for that keep nobody from deciding.

    Decisions run in threads of their own, so that some which hang keep nobody from storing. So does
    what reads and stores turns: however many are owed, new messages are taken in meanwhile.
    """

    def __init__(
        self,
        database: Database,
        answerer: Answerer,
        bus: Bus,
        clock: Callable[[], datetime],
        timing: TurnTiming,
        rewording_seconds: Callable[[], float] = lambda: 4.0,
    ) -> None:
        self._database = database
        self._answerer = answerer
        self._bus = bus
        self._deciding = ThreadPoolExecutor(DECIDING_THREADS, "decide")
        self._rewording = ThreadPoolExecutor(REWORDING_THREADS, "reword")
        self._rewording_seconds = rewording_seconds
        self._storing = ThreadPoolExecutor(STORING_THREADS, "turn")
        self._clock = clock
        self.timing = timing
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._last_message: dict[str, float] = {}
        self._warming: asyncio.Task[None] | None = None
        self._stopping = False

    def begin_after(self, warming: asyncio.Task[None]) -> None:
        """Decide nothing before ``warming`` has ended, however it ends: what it loads for all would
        otherwise be loaded by every thread at once."""
        self._warming = warming

    def wake(self, conversation_id: str) -> None:
        """A message came in: answer it once the customer pauses. Call from the event loop."""
        if self._stopping:
            return
        self._last_message[conversation_id] = asyncio.get_running_loop().time()
        if conversation_id not in self._tasks:
            task = asyncio.create_task(self._converse(conversation_id), name=conversation_id)
            self._tasks[conversation_id] = task

    async def recover(self) -> int:
        """Wake every conversation that was owed an answer when the last process ended."""
        owed = await self._stored(conversations_with_pending_turns, self._database)
        for conversation_id in owed:
            self.wake(conversation_id)
        return len(owed)

    async def stop(self) -> None:
        """End. Turns that are not committed stay pending for the next process."""
        self._stopping = True
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._deciding.shutdown(wait=False, cancel_futures=True)
        self._rewording.shutdown(wait=False, cancel_futures=True)
        self._storing.shutdown(wait=True, cancel_futures=True)

    async def _converse(self, conversation_id: str) -> None:
        retry = self.timing.retry
        try:
            while not self._stopping:
                await self._quiet(conversation_id)
                seen = self._last_message[conversation_id]
                try:
                    more = await self._turn(conversation_id)
                except Exception:
                    log.exception("conversation %s: its turn failed; trying again", conversation_id)
                    await asyncio.sleep(retry)
                    retry = min(2 * retry, LONGEST_RETRY)
                    continue
                retry = self.timing.retry
                if not more and self._last_message[conversation_id] == seen:
                    return
        finally:
            self._tasks.pop(conversation_id, None)
            self._last_message.pop(conversation_id, None)

    async def _quiet(self, conversation_id: str) -> None:
        loop = asyncio.get_running_loop()
        at_last = loop.time() + self.timing.longest
        while True:
            quiet_from = self._last_message[conversation_id] + self.timing.quiet
            rest = min(quiet_from, at_last) - loop.time()
            if rest <= 0:
                return
            await asyncio.sleep(rest)

    async def _turn(self, conversation_id: str) -> bool:
        """Run one turn; False when nothing waited for an answer."""
        if self._warming is not None:
            await asyncio.wait((self._warming,))
        for final in (False, True):
            now = self._clock()
            turn = await self._stored(load_turn, self._database, conversation_id, now)
            if turn is None:
                return False
            self._bus.publish(conversation_id, typing=True)
            decided = await self._reworded(turn, await self._decide(turn))
            outcome = await self._store(turn, decided, final)
            if outcome is CommitOutcome.COMMITTED:
                self._bus.publish(conversation_id)
            if outcome is not CommitOutcome.GROWN:
                return True
        return True

    async def _store(self, turn: PendingTurn, decided: DecidedTurn, final: bool) -> CommitOutcome:
        """Commit; a reply that no database takes is given up, one that it is too busy for is not.

        Raises:
            SQLAlchemyError: nothing can be stored at the moment.
        """
        try:
            return await self._stored(self._commit, turn, decided, final)
        except Exception as error:
            if isinstance(error, SQLAlchemyError) and not isinstance(error, DataError):
                raise
            log.exception("conversation %s: its reply cannot be stored", turn.conversation_id)
            instead = self._answerer.give_up(turn, why("not_stored"))
            return await self._stored(self._commit, turn, instead, final)

    def _commit(self, turn: PendingTurn, decided: DecidedTurn, final: bool) -> CommitOutcome:
        return commit_turn(self._database, turn, decided, self._clock(), final=final)

    async def _decide(self, turn: PendingTurn) -> DecidedTurn:
        try:
            async with asyncio.timeout(self.timing.decision):
                loop = asyncio.get_running_loop()
                return await loop.run_in_executor(self._deciding, self._answerer.decide, turn)
        except TimeoutError:
            log.error("conversation %s: deciding took too long", turn.conversation_id)
            return self._answerer.give_up(turn, why("slow"))
        except Exception:
            log.exception("conversation %s: deciding failed", turn.conversation_id)
            return self._answerer.give_up(turn, why("failed"))

    async def _reworded(self, turn: PendingTurn, decided: DecidedTurn) -> DecidedTurn:
        """The decision in other words; itself where there are none in time."""
        if decided.rewording is None:
            return decided
        try:
            async with asyncio.timeout(self._rewording_seconds()):
                loop = asyncio.get_running_loop()
                return await loop.run_in_executor(self._rewording, decided.reworded)
        except TimeoutError:
            log.warning("conversation %s: rewording took too long", turn.conversation_id)
        except Exception:
            log.exception("conversation %s: rewording failed", turn.conversation_id)
        return decided

    async def _stored(self, call: Callable[..., T], *arguments: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._storing, call, *arguments)
