"""Updates: stored before they are confirmed, taken once, in order, whatever arrives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fakes.bot_api import BotApi, until
from sqlmodel import select
from telegram_house import House, running, settings_for

from bot.channels.telegram.order import ArrivalOrder
from bot.channels.telegram.updates import (
    handled_among,
    next_offset,
    open_updates,
    set_aside,
    store_updates,
)
from bot.store import Database
from bot.store.database import sqlite_url
from bot.store.tables import TelegramUpdateRow

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
BOT = "4242"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(sqlite_url(tmp_path / "updates.db"))
    yield opened
    opened.close()


def update(number: int) -> dict[str, object]:
    return {"update_id": number, "message": {"text": f"text {number}"}}


def test_a_batch_is_stored_once_and_worked_off_in_telegrams_order(database: Database) -> None:
    store_updates(database, BOT, [update(12), update(10)], NOW)
    store_updates(database, BOT, [update(11), update(12)], NOW)
    assert [each.update_id for each in open_updates(database, BOT)] == [10, 11, 12]
    assert open_updates(database, "another bot") == []
    assert next_offset(database, BOT, NOW) == 13


def test_what_was_stored_after_a_batch_was_read_counts_as_missing(database: Database) -> None:
    store_updates(database, BOT, [update(10), update(12)], NOW)
    set_aside(database, BOT, 10, "read", NOW)
    batch = open_updates(database, BOT)
    store_updates(database, BOT, [update(11)], NOW)
    handled = handled_among(database, BOT, [11])
    assert ArrivalOrder(2.0, lambda: 0.0).ready(batch, handled) == []


def test_an_empty_house_asks_for_everything(database: Database) -> None:
    assert next_offset(database, BOT, NOW) is None


def test_a_week_of_silence_is_followed_by_new_numbers(database: Database) -> None:
    store_updates(database, BOT, [update(9_000)], NOW)
    later = NOW + timedelta(days=7)
    assert next_offset(database, BOT, later) is None
    store_updates(database, BOT, [update(17)], later)
    assert next_offset(database, BOT, later) == 18


def test_an_update_seen_again_after_a_week_is_confirmed(database: Database) -> None:
    store_updates(database, BOT, [update(9_000)], NOW)
    later = NOW + timedelta(days=7)
    store_updates(database, BOT, [update(9_000)], later)
    assert next_offset(database, BOT, later) == 9_001
    assert len(open_updates(database, BOT)) == 1


def test_an_update_set_aside_keeps_the_reason(database: Database) -> None:
    store_updates(database, BOT, [update(10)], NOW)
    set_aside(database, BOT, 10, "unreadable", NOW)
    assert open_updates(database, BOT) == []
    with database.read() as session:
        assert session.exec(select(TelegramUpdateRow.error)).one() == "unreadable"


async def test_a_batch_out_of_order_and_doubled_becomes_messages_once(
    house: House, bot_api: BotApi
) -> None:
    texts = [f"question {number}" for number in range(20)]
    messages = [bot_api.message(7, "Kim", text=text) for text in texts]
    for place in (3, 0, 2, 1, *range(19, 3, -1)):
        bot_api.redeliver(5000 + place, {"message": messages[place]})
    await until(lambda: len(house.messages(7, "customer")) == 20)
    for place in (19, 0, 7):
        bot_api.redeliver(5000 + place, {"message": messages[place]})
    bot_api.redeliver(5020, {"message": bot_api.message(7, "Kim", text="the last")})
    await until(lambda: house.messages(7, "customer")[-1].text == "the last")
    said = [row.text for row in house.messages(7, "customer")]
    assert sorted(said) == sorted([*texts, "the last"])


async def test_twenty_in_one_batch_stay_in_order(tmp_path: Path, bot_api: BotApi) -> None:
    for number in range(20):
        bot_api.text(7, f"{number}")
    async with running(settings_for(tmp_path, bot_api), bot_api) as house:
        await until(lambda: len(house.messages(7, "customer")) == 20)
        await until(lambda: not bot_api.unconfirmed())
        assert [row.text for row in house.messages(7, "customer")] == [
            f"{number}" for number in range(20)
        ]
        await until(lambda: {row.turn for row in house.messages(7, "customer")} == {"answered"})
        answered = [seq for row in house.messages(7, "bot") for seq in row.reply_to]
        assert answered == [row.seq for row in house.messages(7, "customer")]


async def test_an_unreadable_update_does_not_stop_the_next(house: House, bot_api: BotApi) -> None:
    bot_api.push(message={"text": "no chat, no date"})
    bot_api.push(my_chat_member={"new in some later version": True})
    bot_api.text(7, "Hello \ud83d\x00there")
    await until(lambda: house.messages(7, "customer"))
    assert house.messages(7, "customer")[0].text == "Hello �there"
    await until(lambda: not open_updates(house.services.database, BOT))


async def test_what_the_last_process_left_open_is_worked_off(
    tmp_path: Path, bot_api: BotApi
) -> None:
    settings = settings_for(tmp_path, bot_api)
    database = Database.open(settings.database_url)
    left = {"update_id": 7, "message": bot_api.message(7, "Kim", text="left over")}
    store_updates(database, BOT, [left], datetime.now(UTC))
    database.close()
    async with running(settings, bot_api) as house:
        await until(lambda: bot_api.to(7))
        assert [row.text for row in house.messages(7, "customer")] == ["left over"]


async def test_a_forgotten_webhook_is_removed_so_that_polling_works(
    tmp_path: Path, bot_api: BotApi
) -> None:
    bot_api.webhook = {"url": "https://old.example"}
    bot_api.text(7, "Hello")
    async with running(settings_for(tmp_path, bot_api), bot_api):
        await until(lambda: bot_api.to(7))
    assert bot_api.called("deleteWebhook")


async def test_polling_goes_on_after_telegram_was_away(tmp_path: Path, bot_api: BotApi) -> None:
    bot_api.failing_polls = 2
    bot_api.text(7, "Hello")
    async with running(settings_for(tmp_path, bot_api), bot_api):
        await until(lambda: bot_api.to(7))
