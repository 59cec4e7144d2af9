"""Crawls the sites that the settings list anew, every so many hours while the server runs.

Each crawl is `frontdesk import articles` in a process of its own, behind all that serves: with the
same limits and refusals, and the same care for pages that fail or are gone. Which pages changed is
its business.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final

from bot.content.site_crawls import Crawl, begin_crawl, end_crawl
from bot.settings import Settings
from bot.store import Database

log = logging.getLogger(__name__)
LOOK_SECONDS: Final = 30.0
LONGEST_SECONDS: Final = 3_600.0
"""A crawl ends by itself after half an hour; one that has not is stuck."""
NICENESS: Final = 10
Command = Callable[[Settings, str], Sequence[str]]


def import_command(settings: Settings, site: str) -> Sequence[str]:
    """What reads a site's articles."""
    home = str(settings.home)
    return [sys.executable, "-m", "bot.cli", "--home", home, "import", "articles", site, "--json"]


class SiteWatch:
    """Starts crawls that are due, one at a time. ``failing`` are sites whose last one failed."""

    def __init__(
        self,
        database: Database,
        pool: Executor,
        settings: Callable[[], Settings],
        clock: Callable[[], datetime],
        command: Command = import_command,
    ) -> None:
        self._database = database
        self._pool = pool
        self._settings = settings
        self._clock = clock
        self._command = command
        self.failing: set[str] = set()

    async def run(self) -> None:
        """Look every half minute, whatever happens."""
        while True:
            try:
                await self.look()
            except Exception:
                log.exception("sites could not be crawled; it is tried again")
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self) -> None:
        """Crawl every site whose turn it is."""
        articles = self._settings().file.articles
        self.failing &= set(articles.sites)
        loop, every = asyncio.get_running_loop(), timedelta(hours=articles.crawl_hours)
        for site in articles.sites:
            now = self._clock()
            due = await loop.run_in_executor(
                self._pool, begin_crawl, self._database, site, every, now
            )
            if due:
                failure = await self._crawl(site)
                crawl = Crawl(now, failure)
                await loop.run_in_executor(self._pool, end_crawl, self._database, site, crawl)

    async def _crawl(self, site: str) -> str | None:
        """Why the crawl failed; None where it did not."""
        settings = self._settings()
        process = await asyncio.create_subprocess_exec(
            *self._command(settings, site),
            stdin=DEVNULL,
            stdout=DEVNULL,
            stderr=PIPE,
            env={**os.environ, "FRONTDESK_DATABASE_URL": settings.database_url},
        )
        if hasattr(os, "setpriority"):
            with suppress(ProcessLookupError):  # It may have ended already.
                os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
        failure = await _failure_of(process)
        if failure is None:
            self.failing.discard(site)
        else:
            self.failing.add(site)
            log.error("%s was not crawled: %s", site, failure)
        return failure


async def _failure_of(process: Process) -> str | None:
    try:
        async with asyncio.timeout(LONGEST_SECONDS):
            _, said = await process.communicate()
    except TimeoutError:
        process.kill()
        await process.wait()
        return f"it took longer than {LONGEST_SECONDS / 60:.0f} minutes"
    lines = said.decode(errors="replace").strip().splitlines()
    if process.returncode == 0:
        return None
    return lines[-1] if lines else f"its process ended with status {process.returncode}"
