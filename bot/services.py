"""What the running server holds: the database, the release in service, the runner, the bus.

Wired once in ``bot.app``; routes and channels receive it whole.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import ParamSpec, TypeVar

from bot.answering import DialogAnswerer, Release, load_release
from bot.channels.web.links import SignedLinks, link_key
from bot.content.attachment_removal import sweep
from bot.content.file_bytes import FileBytes
from bot.content.generation import generation
from bot.conversations.bus import Bus
from bot.conversations.intake import Accepted, Inbound, accept
from bot.conversations.runner import TurnRunner, TurnTiming
from bot.settings import SETTINGS_FILE, Settings, SettingsError, read_file
from bot.store import Database

log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")
THREADS = 8
WATCH_SECONDS = 0.5


def utc_now() -> datetime:
    """The moment, aware and in UTC."""
    return datetime.now(UTC)


def stamp_of(path: Path) -> tuple[int, int] | None:
    """What changes when a file is written: its time and size; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


@dataclass
class Services:
    """Everything that lives as long as the server. ``release`` is swapped whole, never changed."""

    settings: Settings
    database: Database
    clock: Callable[[], datetime] = utc_now
    timing: TurnTiming | None = None
    bus: Bus = field(default_factory=Bus)
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(THREADS, "work"))
    unusable_settings: str | None = None
    _release: Release | None = None
    _stamp: tuple[int, int] | None = None
    _generation: int = -1
    _watcher: asyncio.Task[None] | None = None
    _warming: asyncio.Task[None] | None = None
    _reloading: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __post_init__(self) -> None:
        answerer = DialogAnswerer(self.release, self.clock)
        self.files = FileBytes(self.settings.attachments)
        self.links = SignedLinks(link_key(self.database), self.clock)
        self.runner = TurnRunner(
            self.database, answerer, self.bus, self.pool, self.clock, self._turn_timing()
        )

    def release(self) -> Release:
        """What serves now; turns and trials that began with it keep it."""
        if self._release is None:
            self._release = load_release(self.database, self.settings)
        return self._release

    async def start(self) -> None:
        """Load what serves, answer what was owed, and begin to watch for changes."""
        await self._reload_if_changed()
        owed = await self.runner.recover()
        if owed:
            log.info("%d conversations were owed an answer", owed)
        await self.run(sweep, self.database, self.files, self.clock())
        self._watcher = asyncio.create_task(self._watch(), name="generation watcher")
        self._warming = asyncio.create_task(self.run(self.release().warm_up), name="warming up")

    async def stop(self) -> None:
        """End quietly; what is not committed stays pending."""
        background = [task for task in (self._watcher, self._warming) if task is not None]
        for task in background:
            task.cancel()
        await asyncio.gather(*background, return_exceptions=True)
        await self.runner.stop()
        self.pool.shutdown(wait=True, cancel_futures=True)

    async def accept(self, conversation_id: str, inbound: Inbound) -> Accepted:
        """Store a customer's message and wake the bot; returns once it is durable.

        A caller that is cancelled meanwhile, because its line broke, leaves nothing half-done.
        """
        return await asyncio.shield(self._accept(conversation_id, inbound))

    async def _accept(self, conversation_id: str, inbound: Inbound) -> Accepted:
        accepted = await self.run(accept, self.database, conversation_id, inbound, self.clock())
        if not accepted.duplicate:
            self.changed(conversation_id)
        if accepted.awaits_turn:
            self.runner.wake(conversation_id)
        return accepted

    def changed(self, conversation_id: str) -> None:
        """Tell everyone who looks at this conversation."""
        self.bus.publish(conversation_id)

    async def content_changed(self) -> None:
        """Serve an edit from the next message on, without waiting for the watcher."""
        await self._reload_if_changed()

    async def run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run blocking work in the bounded pool."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.pool, lambda: call(*args, **kwargs))

    def _turn_timing(self) -> TurnTiming:
        return self.timing or TurnTiming(quiet=self.settings.file.quiet_seconds)

    def _read_settings(self) -> bool:
        """Whether ``frontdesk.yaml`` says something new; an unusable one changes nothing."""
        path = self.settings.home / SETTINGS_FILE
        stamp = stamp_of(path)
        before, self._stamp = self._stamp, stamp
        if stamp == before or self._generation < 0:
            return False
        try:
            file = read_file(path)
        except SettingsError as error:
            log.error("%s; the settings before go on serving", error)
            self.unusable_settings = str(error)
            return False
        self.unusable_settings = None
        self.settings = replace(self.settings, file=file)
        self.runner.timing = self._turn_timing()
        return True

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            try:
                await self._reload_if_changed()
            except Exception:
                log.exception("what serves could not be reloaded; the previous release stays")

    async def _reload_if_changed(self) -> None:
        async with self._reloading:
            resettled = await self.run(self._read_settings)
            current = await self.run(generation, self.database)
            if current == self._generation and not resettled:
                return
            self._release = await self.run(
                load_release, self.database, self.settings, self._release
            )
            self._generation = current
        self.bus.publish("templates")
