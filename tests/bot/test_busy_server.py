"""What becomes of work while every thread is taken, as it is while the database is locked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from threading import Event

import pytest

from bot.app import create_app
from bot.services import THREADS, Services
from bot.settings import Settings
from bot.store import BusyError


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    built: Services = create_app(Settings.load(tmp_path, {})).state.services
    yield built
    built.pool.shutdown()
    built.reading.shutdown()
    built.database.close()


@pytest.fixture
async def taken(services: Services) -> AsyncIterator[Event]:
    """Every thread that may write waits until the event is set."""
    release = Event()
    waiting = [asyncio.create_task(services.run(release.wait)) for _ in range(THREADS)]
    await asyncio.sleep(0)
    yield release
    release.set()
    await asyncio.gather(*waiting)


async def test_work_that_does_not_begin_is_refused_and_never_done(services, taken):
    done: list[str] = []
    with pytest.raises(BusyError):
        await services.run(done.append, "late")
    taken.set()
    await services.run(done.append, "in time")
    assert done == ["in time"]


async def test_reading_goes_on(services, taken):
    async with asyncio.timeout(0.5):
        assert await services.look(lambda: "read") == "read"


async def test_customers_read_on_though_no_mark_of_it_can_be_kept(services, taken):
    await services.keep_read_mark("a conversation", 1)


async def test_what_has_begun_is_waited_for(services, monkeypatch):
    monkeypatch.setattr("bot.services.BEGUN_SECONDS", 0.05)
    began, release = Event(), Event()

    def work() -> str:
        began.set()
        release.wait()
        return "done"

    running = asyncio.create_task(services.run(work))
    await asyncio.to_thread(began.wait)
    await asyncio.sleep(0.1)
    release.set()
    assert await running == "done"
