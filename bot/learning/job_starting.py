"""Starts what waits to be done, one after another, each in a process of its own.

The server does none of it. What became of it is read from its row, so a restart loses nothing.
"""

from __future__ import annotations

import asyncio
import logging
import subprocess
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from datetime import datetime, timedelta
from typing import Any, Final

from bot.conversations.bus import Bus
from bot.learning.equipment import missing_for_training
from bot.learning.job_files import remove_old_files
from bot.learning.jobs import (
    JobKind,
    ask_again,
    ask_for,
    latest_jobs,
    settle_jobs,
    take_next,
)
from bot.learning.processes import start_command
from bot.learning.starting import CHANGED, UntrainableError
from bot.settings import Settings
from bot.store import Database

log = logging.getLogger(__name__)
LOOK_SECONDS: Final = 1.0
FILES_KEPT: Final = timedelta(days=2)
"""Files hold what customers wrote as they wrote it: no longer than somebody needs to try again."""


class JobStarter:
    """Starts work and watches what becomes of it."""

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
        """Look every second whether something waits, whatever happens."""
        loop = asyncio.get_running_loop()
        while True:
            try:
                if await loop.run_in_executor(self._pool, self.look):
                    self._bus.publish(CHANGED)
            except Exception:
                log.exception("what waits to be learned could not be seen; it is looked again")
            await asyncio.sleep(LOOK_SECONDS)

    def look(self) -> bool:
        """Start what waits and settle what has ended; whether anything changed. Blocking."""
        now = self._clock()
        self._children = [each for each in self._children if each.poll() is None]
        settle_jobs(self._database, now)
        taken = take_next(self._database, now)
        if taken is not None:
            self._spawn(taken)
        remove_old_files(self._database, self._settings().home, now - FILES_KEPT)
        jobs = latest_jobs(self._database, *JobKind)
        shown = [(each.id, each.state, each.stage, each.done) for each in jobs]
        changed = self._shown not in (None, shown)
        self._shown = shown
        return changed

    def ask(
        self,
        kind: JobKind,
        by: str,
        *,
        id: str | None = None,
        name: str = "",
        arguments: Mapping[str, Any] | None = None,
    ) -> str:
        """Have something done as soon as nothing else is; returns its id. Blocking.

        Raises:
            BusyJobError: the same waits or is under way.
            UntrainableError: what this needs is not installed.
        """
        missing = missing_for_training() if kind is not JobKind.IMPORT else []
        if missing:
            raise UntrainableError(missing)
        now = self._clock()
        return ask_for(self._database, kind, by, now, id=id, name=name, arguments=arguments)

    def again(self, id: str, changes: Mapping[str, Any]) -> None:
        """Have what failed or was cut off done again. Blocking.

        Raises:
            UnknownJobError: there is none that ended so.
        """
        ask_again(self._database, id, self._clock(), changes)

    def _spawn(self, id: str) -> None:
        self._children.append(start_command(self._settings(), ["job", id], "learning.log"))
