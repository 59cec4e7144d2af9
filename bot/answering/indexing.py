"""Keeps the index that serves in step with the articles and the day while the server runs.

Few edits are added to the index in memory. After many, a process of its own builds a whole one, and
until it is done only what was edited since then is added. What makes a release is not known here.
"""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Executor
from contextlib import suppress
from datetime import datetime
from time import monotonic
from typing import Final

from bot.answering.article_index import ARTICLES_AT_ONCE, Stale, caught_up, stale_articles
from bot.answering.release import Release
from bot.content.article_versions import mark_outdated
from bot.settings import Settings
from bot.store import Database
from knowledge import ArticleId
from retrieval import PassageIndex

log = logging.getLogger(__name__)
LOOK_SECONDS: Final = 5.0
REBUILD_FROM_PASSAGES: Final = 1_000
REBUILD_FROM_ARTICLES: Final = 200
RETRY_SECONDS: Final = 300.0
NICENESS: Final = 10


class Indexer:
    """Adds edits and starts rebuilds. ``serve`` puts an index into service, in the place of the
    release that it was made from. Use it from the event loop's thread."""

    def __init__(
        self,
        database: Database,
        pool: Executor,
        settings: Callable[[], Settings],
        release: Callable[[], Release],
        serve: Callable[[Release, PassageIndex], Awaitable[None]],
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._pool = pool
        self._settings = settings
        self._release = release
        self._serve = serve
        self._clock = clock
        self._changed = asyncio.Event()
        self._building: subprocess.Popen[bytes] | None = None
        self._being_built: Mapping[ArticleId, str] = {}
        self._not_before = 0.0

    def wake(self) -> None:
        """Something changed: look at once."""
        self._changed.set()

    async def run(self) -> None:
        """Catch up whenever something changed, whatever happens."""
        while True:
            self._changed.clear()
            try:
                while await self.catch_up():
                    pass
            except Exception:
                log.exception("the index could not take an edit in; it is tried again")
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._changed.wait()

    async def catch_up(self) -> bool:
        """Mark what is outdated by now and add the latest edits, or have a whole index built.

        Returns whether more are waiting.
        """
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._pool, mark_outdated, self._database, self._clock())
        release = self._release()
        index = _index_of(release)
        if release.model is None or index is None:
            return False
        stale = await loop.run_in_executor(self._pool, stale_articles, self._database, index)
        if self._is_building():
            stale = Stale(
                {id: v for id, v in stale.changed.items() if self._being_built.get(id) != v},
                stale.gone,
            )
        elif _is_much(stale, index) and monotonic() > self._not_before:
            self._build(stale)
            return True
        if not stale:
            return False
        found = await loop.run_in_executor(
            self._pool, caught_up, self._database, release.model, index, stale, ARTICLES_AT_ONCE
        )
        await self._serve(release, found)
        return len(stale.changed) > ARTICLES_AT_ONCE

    def _is_building(self) -> bool:
        if self._building is None:
            return False
        status = self._building.poll()
        if status is None:
            return True
        self._building, self._being_built = None, {}
        if status:
            self._not_before = monotonic() + RETRY_SECONDS
            log.error("building the index failed (%d); indexing.log in the home says why", status)
        return False

    def _build(self, stale: Stale) -> None:
        """Start `frontdesk index` in the background, behind all that serves."""
        settings = self._settings()
        self._being_built = dict(stale.changed)
        self._not_before = monotonic() + RETRY_SECONDS
        environment = {**os.environ, "FRONTDESK_DATABASE_URL": settings.database_url}
        with (settings.home / "indexing.log").open("wb") as output:
            self._building = subprocess.Popen(
                [sys.executable, "-m", "bot.cli", "--home", str(settings.home), "index", "--json"],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=environment,
                start_new_session=True,
            )
        if hasattr(os, "setpriority"):
            os.setpriority(os.PRIO_PROCESS, self._building.pid, NICENESS)
        log.info("%d articles changed; the index is being built anew", len(stale.changed))


def _index_of(release: Release) -> PassageIndex | None:
    """The index to add to; None where its files are damaged or nothing serves."""
    if release.retriever is None:
        return None
    if release.retriever.index is None and release.index_directory is None:
        return PassageIndex()
    return release.retriever.index


def _is_much(stale: Stale, index: PassageIndex) -> bool:
    many = len(stale.changed) > REBUILD_FROM_ARTICLES
    return many or index.changed_passages > REBUILD_FROM_PASSAGES
