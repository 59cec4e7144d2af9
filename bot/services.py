"""What the running server holds: the database, the release in service, the runner, the bus.

Wired once in ``bot.app``; routes and channels receive it whole.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import ParamSpec, TypeVar

from bot.answering import DialogAnswerer, Release, is_whole, load_release
from bot.answering.indexing import Indexer
from bot.answering.known_names import doubts
from bot.channels.web.file_addresses import FileAddresses, file_address_key
from bot.content.article_imports import Crawling
from bot.content.article_use import ReadingCounter
from bot.content.attachment_removal import sweep
from bot.content.file_bytes import FileBytes
from bot.content.folder_watch import FolderWatch
from bot.content.generation import generation
from bot.content.site_watch import SiteWatch
from bot.conversations.bus import Bus
from bot.conversations.intake import Accepted, Inbound, accept
from bot.conversations.onlookers import Onlookers
from bot.conversations.read_marks import mark_read
from bot.conversations.runner import TurnRunner, TurnTiming
from bot.conversations.timekeeper import Timekeeper
from bot.dialog.clock_rules import ClockRules
from bot.forgetting import forget_old_conversations
from bot.learning.job_starting import JobStarter
from bot.learning.starting import Retrainer
from bot.limits import WebLimits
from bot.recommending import Suggester
from bot.recommending.behaviour import forget_old
from bot.rewriting import Rewriter
from bot.settings import SETTINGS_FILE, FileSettings, Settings, SettingsError, read_file, rules_of
from bot.store import BusyError, Database
from retrieval import PassageIndex

log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")
THREADS = 8
READING_THREADS = 4
BEGUN_SECONDS = 1.0
REWORDING_SPARE_SECONDS = 0.5
WATCH_SECONDS = 0.5
MEND_SECONDS = 10.0
SWEEP_SECONDS = 86_400.0
RELOADED = "templates"
"""What the bus calls a change of what serves: templates, models, settings."""
ARTICLES = "articles"
"""What it calls news of articles: an import got on, or the search has taken something in."""


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
    """Everything that lives as long as the server. ``release`` is swapped whole, never changed.

    ``unusable_settings`` is why ``frontdesk.yaml`` as it stands does not serve, ``doubts`` what it
    names and nobody knows. ``telegram``: whether that channel is served, too.
    """

    settings: Settings
    database: Database
    clock: Callable[[], datetime] = utc_now
    timing: TurnTiming | None = None
    telegram: bool = False
    bus: Bus = field(default_factory=Bus)
    onlookers: Onlookers = field(default_factory=Onlookers)
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(THREADS, "work"))
    reading: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(READING_THREADS, "read")
    )
    unusable_settings: str | None = None
    doubts: tuple[str, ...] = ()
    _release: Release | None = None
    _stamp: tuple[int, int] | None = None
    _generation: int = -1
    _watcher: asyncio.Task[None] | None = None
    _timekeeping: asyncio.Task[None] | None = None
    _retraining: asyncio.Task[None] | None = None
    _starting_jobs: asyncio.Task[None] | None = None
    _sweeping: asyncio.Task[None] | None = None
    _warming: asyncio.Task[None] | None = None
    _indexing: asyncio.Task[None] | None = None
    _watching_folders: asyncio.Task[None] | None = None
    _watching_sites: asyncio.Task[None] | None = None
    _counting: asyncio.Task[None] | None = None
    _loop: asyncio.AbstractEventLoop | None = None
    _reloading: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __post_init__(self) -> None:
        self.limits = WebLimits(lambda: self.settings.file.limits)
        answerer = DialogAnswerer(
            self.release,
            self.clock,
            rewrite=Rewriter(lambda: self.settings, self.database, self.clock).rewrite,
        )
        self.suggester = Suggester(self.database, self.release, lambda: self.settings, self.clock)
        self.files = FileBytes(self.settings.attachments)
        self.file_addresses = FileAddresses(file_address_key(self.database), self.clock)
        self.runner = TurnRunner(
            self.database,
            answerer,
            self.bus,
            self.clock,
            self._turn_timing(),
            lambda: self.settings.file.rewriting.timeout_seconds + REWORDING_SPARE_SECONDS,
        )
        self.timekeeper = Timekeeper(self.database, self.bus, self.pool, self.clock, self.rules)
        self.retrainer = Retrainer(
            self.database, self.bus, self.pool, self.clock, lambda: self.settings
        )
        self.jobs = JobStarter(
            self.database, self.bus, self.pool, self.clock, lambda: self.settings
        )
        self.indexer = Indexer(
            self.database,
            self.reading,
            lambda: self.settings,
            self.release,
            self._serve_index,
            self.clock,
        )
        self.folders = FolderWatch(
            self.database, self.reading, self._article_folders, self.content_changed
        )
        self.sites = SiteWatch(self.database, self.reading, lambda: self.settings, self.clock)
        self.crawling = Crawling(self.database, self.clock, self.articles_changed)
        self.readings = ReadingCounter(self.database, self.clock)

    def release(self) -> Release:
        """What serves now; turns and trials that began with it keep it."""
        if self._release is None:
            self._release = load_release(self.database, self.settings)
        return self._release

    def rules(self) -> ClockRules:
        """What the settings in force decide about time."""
        return rules_of(self.settings.file)

    async def start(self) -> None:
        """Load what serves, answer what was owed, and begin to watch for changes."""
        self._loop = asyncio.get_running_loop()
        await self._reload_if_changed()
        await self.run(self.crawling.settle)
        warming = asyncio.create_task(self.run(self.release().warm_up), name="warming up")
        self._warming = warming
        self.runner.begin_after(warming)
        owed = await self.runner.recover()
        if owed:
            log.info("%d conversations were owed an answer", owed)
        await self._sweep_once()
        self._sweeping = asyncio.create_task(self._sweep(), name="sweeper")
        self._watcher = asyncio.create_task(self._watch(), name="generation watcher")
        self._timekeeping = asyncio.create_task(self.timekeeper.run(), name="timekeeper")
        self._retraining = asyncio.create_task(self.retrainer.run(), name="retrainer")
        self._starting_jobs = asyncio.create_task(self.jobs.run(), name="job starter")
        self._indexing = asyncio.create_task(self.indexer.run(), name="indexer")
        self._watching_folders = asyncio.create_task(self.folders.run(), name="folder watch")
        self._watching_sites = asyncio.create_task(self.sites.run(), name="site watch")
        self._counting = asyncio.create_task(self.readings.run(), name="reading counter")

    async def stop(self) -> None:
        """End quietly; what is not committed stays pending."""
        tasks = (
            self._watcher,
            self._warming,
            self._timekeeping,
            self._retraining,
            self._starting_jobs,
            self._indexing,
            self._watching_folders,
            self._watching_sites,
            self._counting,
            self._sweeping,
        )
        background = [task for task in tasks if task is not None]
        for task in background:
            task.cancel()
        await asyncio.gather(*background, return_exceptions=True)
        await self.runner.stop()
        for pool in (self.pool, self.reading):
            pool.shutdown(wait=True, cancel_futures=True)

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

    def articles_changed(self) -> None:
        """Tell the desk that there is news of articles; from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.bus.publish, ARTICLES)

    async def content_changed(self) -> None:
        """Serve an edit from the next message on, without waiting for the watcher."""
        await self._reload_if_changed()

    async def run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run blocking work in the bounded pool.

        Raises:
            BusyError: all threads were taken for a second, as they are while the database is
                locked; the work was not begun.
        """
        work = self.pool.submit(call, *args, **kwargs)
        done = asyncio.wrap_future(work)
        try:
            await asyncio.wait((done,), timeout=BEGUN_SECONDS)
        except asyncio.CancelledError:
            done.cancel()
            raise
        if not done.done() and work.cancel():
            raise BusyError
        return await done

    async def keep_read_mark(self, conversation_id: str, seq: int) -> None:
        """Keep how far a customer has read; while too much waits, nobody is kept from reading."""
        with suppress(BusyError):
            await self.run(mark_read, self.database, conversation_id, seq)

    async def look(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run blocking work that reads, in threads of its own: nobody who writes holds it up."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.reading, lambda: call(*args, **kwargs))

    def _article_folders(self) -> Sequence[Path]:
        return self.settings.file.articles.paths(self.settings.home)

    async def _serve_index(self, made_from: Release, index: PassageIndex) -> None:
        """Serve ``index``, unless another release serves by now."""
        async with self._reloading:
            now = self._release
            if now is None or now.retriever is None or made_from.retriever is None:
                return
            same_files = now.index_directory == made_from.index_directory
            if now.id == made_from.id and same_files:
                self._release = replace(now, retriever=replace(now.retriever, index=index))
                self.bus.publish(ARTICLES)

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
        self._tell_what_waits(file)
        self.settings = replace(self.settings, file=file)
        self.runner.timing = self._turn_timing()
        return True

    def _tell_what_waits(self, file: FileSettings) -> None:
        """Say which changes do not count before the next start."""
        before = self.settings.file
        if file.telegram_updates != before.telegram_updates:
            log.warning("telegram_updates changed; it counts from the next start on")
        if file.telegram_desk_chat not in (before.telegram_desk_chat, None) and not self.telegram:
            log.warning("telegram_desk_chat is set, but nothing goes there without --telegram")

    async def _sweep(self) -> None:
        """Every day, as at the start, remove what is not to be kept."""
        while True:
            try:
                await self._forget_old_conversations()
                await asyncio.sleep(SWEEP_SECONDS)
                await self._sweep_once()
            except Exception:
                log.exception("what is not to be kept could not be removed")

    async def _sweep_once(self) -> None:
        """Remove files that belong to nothing, and what customers did too long ago."""
        await self.run(sweep, self.database, self.files, self.clock())
        keep = timedelta(days=self.settings.file.recommendations.keep_days)
        await self.run(forget_old, self.database, keep, self.clock())

    async def _forget_old_conversations(self) -> None:
        """Not before the start, which it could hold up: there may be many."""
        days = self.settings.file.retention.conversation_days
        if days is None:
            return
        place = (self.database, self.settings.home, self.files)
        keep, now = timedelta(days=days), self.clock()
        forgotten = await self.run(forget_old_conversations, *place, keep, now)
        if forgotten:
            log.info("%d conversations rested for %d days and are forgotten", forgotten, days)

    async def _watch(self) -> None:
        looked = monotonic()
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            mend = monotonic() - looked > MEND_SECONDS
            looked = monotonic() if mend else looked
            try:
                await self._reload_if_changed(mend=mend)
            except Exception:
                log.exception("what serves could not be reloaded; the previous release stays")

    async def _reload_if_changed(self, *, mend: bool = False) -> None:
        """Serve what is to be served; ``mend`` tries damaged or missing files again."""
        async with self._reloading:
            unusable = self.unusable_settings
            resettled = await self.run(self._read_settings)
            if self.unusable_settings != unusable:
                self.bus.publish(RELOADED)
            current = await self.run(generation, self.database)
            whole = not mend or await self.run(is_whole, self.database, self.release())
            if current == self._generation and whole and not resettled:
                return
            self._release = await self.run(
                load_release, self.database, self.settings, self._release
            )
            self._generation = current
            self.indexer.wake()
            found = await self.run(doubts, self.database, self.settings.file, self._release)
            for each in found:
                if each not in self.doubts:
                    log.warning("%s: %s", SETTINGS_FILE, each)
            self.doubts = found
        self.bus.publish(RELOADED)
