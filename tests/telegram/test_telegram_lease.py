"""One server serves a bot at a time; another waits, and takes over."""

from __future__ import annotations

from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fakes.bot_api import BotApi, until
from telegram_house import House, running, settings_for

from bot.conversations.leases import acquire, this_process
from bot.store.tables import LeaseRow

NAME = "telegram:4242"


def token(house: House) -> int | None:
    with house.services.database.read() as session:
        row = session.get(LeaseRow, NAME)
        return row.token if row else None


async def test_a_second_server_waits_says_so_and_takes_over(
    tmp_path: Path, bot_api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    settings = settings_for(tmp_path, bot_api)
    bot_api.refuse(7, behaviour="hang")
    async with AsyncExitStack() as second_ends:
        async with running(settings, bot_api) as first:
            bot_api.text(7, "Hello")
            await until(lambda: first.statuses(7) == ["sending"])
            second = await second_ends.enter_async_context(running(settings, bot_api))
            await until(lambda: "another server serves the bot" in caplog.text)
            assert second.statuses(7) == ["sending"]
        await until(lambda: token(second) == 2)
        await until(lambda: second.statuses(7) == ["unknown"])
        bot_api.text(8, "Hello")
        await until(lambda: bot_api.to(8))


async def test_a_server_elsewhere_that_died_is_waited_for(tmp_path: Path, bot_api: BotApi) -> None:
    settings = settings_for(tmp_path, bot_api)
    async with running(settings, bot_api) as house:
        await until(lambda: token(house) == 1)
    with house.reopened() as database:
        lifetime = timedelta(seconds=1.5)
        assert acquire(database, NAME, "elsewhere 1 1", datetime.now(UTC), lifetime)
    bot_api.text(7, "Hello")
    async with running(settings, bot_api) as house:
        await until(lambda: token(house) == 3)
        await until(lambda: bot_api.to(7))


async def test_a_server_that_lost_its_lease_stops_sending(
    tmp_path: Path, bot_api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.telegram.channel.RENEW_SECONDS", 0.05)
    async with running(settings_for(tmp_path, bot_api), bot_api) as house:
        await until(lambda: token(house) == 1)
        with house.services.database.write() as session:
            row = session.get_one(LeaseRow, NAME)
            row.holder, row.token = "elsewhere 1 1", 2
            row.expires_at = datetime.now(UTC) + timedelta(seconds=2)
            session.add(row)
        await until(lambda: token(house) == 3)
        assert this_process() in house.holder(NAME)
