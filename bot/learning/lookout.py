"""Looks again and again what waits, and starts commands of this program in processes of their own.

The server does none of the work. A process that was started goes on when the server ends; what
became of it is read from its row, so a restart loses nothing.
"""

from __future__ import annotations

import asyncio
import logging
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from datetime import datetime
from typing import ClassVar, Final

from bot.conversations.bus import Bus
from bot.learning.processes import start_command
from bot.settings import Settings
from bot.store import Database

log = logging.getLogger(__name__)
CHANGED: Final = "retraining"
"""What the bus calls a change of what is being learned."""


class Lookout(ABC):
    """What `Retrainer` and `JobStarter` have in common."""

    SECONDS: ClassVar[float]
    """How long it waits before it looks again."""
    LOG: ClassVar[str]
    """The file of the home that takes what the processes say."""

    def __init__(
        self,
        database: Database,
        bus: Bus,
        pool: Executor,
        clock: Callable[[], datetime],
        settings: Callable[[], Settings],
    ) -> None:
        self._database = database
        self._bus = bus
        self._pool = pool
        self._clock = clock
        self._settings = settings
        self._children: list[subprocess.Popen[bytes]] = []
        self._shown: object = None

    async def run(self) -> None:
        """Look until cancelled, whatever happens, and tell the desk of changes."""
        loop = asyncio.get_running_loop()
        while True:
            try:
                if await loop.run_in_executor(self._pool, self.look):
                    self._bus.publish(CHANGED)
            except Exception:
                log.exception("what waits to be learned could not be seen; it is looked again")
            await asyncio.sleep(self.SECONDS)

    def look(self) -> bool:
        """Start what is due and settle what has ended; whether anything shown changed. Blocking."""
        self._children = [each for each in self._children if each.poll() is None]
        shown = self._see_to(self._clock())
        changed = self._shown not in (None, shown)
        self._shown = shown
        return changed

    @abstractmethod
    def _see_to(self, now: datetime) -> object:
        """Start and settle; returns what the desk shows of it."""

    def _start(self, arguments: Sequence[str]) -> None:
        self._children.append(start_command(self._settings(), arguments, self.LOG))
