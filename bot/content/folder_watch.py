"""Watches folders of articles while the server runs: what changes in them takes effect in seconds.

Folders are looked at, not subscribed to: that works on network drives and in containers too, and a
few thousand files take milliseconds. A change counts once the folder has stood still for a moment,
so that files that are being written are not read half.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import Final

from bot.content.article_folders import read_folder, state_of
from bot.store import Database
from knowledge import KnowledgeError, SkippedRecord

log = logging.getLogger(__name__)
LOOK_SECONDS: Final = 1.0


class FolderWatch:
    """Reads folders whenever they changed. ``tell`` is called after something took effect."""

    def __init__(
        self,
        database: Database,
        pool: Executor,
        folders: Callable[[], Sequence[Path]],
        tell: Callable[[], Awaitable[None]],
    ) -> None:
        self._database = database
        self._pool = pool
        self._folders = folders
        self._tell = tell
        self._seen: dict[Path, object] = {}
        self._read: dict[Path, object] = {}

    async def run(self) -> None:
        """Look every second, whatever happens."""
        while True:
            for folder in self._folders():
                try:
                    await self.look(folder)
                except Exception:
                    log.exception("%s could not be looked at; it is tried again", folder)
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self, folder: Path) -> None:
        """Read the folder if it is not as it was read last, and is the same as a moment ago."""
        loop = asyncio.get_running_loop()
        state = await loop.run_in_executor(self._pool, state_of, folder)
        before, self._seen[folder] = self._seen.get(folder), state
        if state != before or state == self._read.get(folder):
            return
        self._read[folder] = state
        try:
            found = await loop.run_in_executor(
                self._pool, read_folder, self._database, folder, _note
            )
        except KnowledgeError as error:
            log.error("articles were not read: %s", error)
            return
        if found.kept.changed or found.kept.retired:
            log.info(
                "%s: %d articles changed, %d retired",
                folder,
                found.kept.changed,
                found.kept.retired,
            )
            await self._tell()


def _note(skipped: SkippedRecord) -> None:
    log.warning("skipped %s, %s: %s", skipped.source, skipped.position, skipped.reason)
