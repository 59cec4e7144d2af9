"""The server is told to end in the middle of twenty chats, and started again.

What becomes of one that is killed is shown in ``tests/faults``.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from fakes.bot_api import TOKEN, BotApi, until
from sqlmodel import func, select
from telegram_house import House, settings_for

from bot.app import create_app
from bot.desk.threads import thread
from bot.store.tables import MessageRow, OutboxRow, TelegramUpdateRow

CHATS = range(1, 21)
HANGING = 20
QUESTIONS = 7


@asynccontextmanager
async def serving(home: Path, api: BotApi) -> AsyncIterator[asyncio.subprocess.Process]:
    environment = {
        **os.environ,
        "FRONTDESK_TELEGRAM_TOKEN": TOKEN,
        "FRONTDESK_TELEGRAM_API_URL": api.url,
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    script = Path(__file__).with_name("telegram_server.py")
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(script), str(home), env=environment
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def write_in_every_chat(api: BotApi, numbers: range) -> None:
    for number in numbers:
        for chat in CHATS:
            api.text(chat, f"question {number} of chat {chat}")


def turns(house: House) -> Counter[str | None]:
    with house.services.database.read() as session:
        return Counter(session.exec(select(MessageRow.turn).where(MessageRow.author == "customer")))


def unsettled(house: House) -> int:
    with house.services.database.read() as session:
        waiting = select(func.count()).select_from(OutboxRow)
        return session.exec(
            waiting.where((OutboxRow.status == "pending") | (OutboxRow.status == "sending"))
        ).one()


@pytest.fixture
def house(tmp_path: Path, bot_api: BotApi) -> Iterator[House]:
    """Looks into the database of the server that runs in another process."""
    looking = House(create_app(settings_for(tmp_path, bot_api)), bot_api)
    yield looking
    looking.services.pool.shutdown()
    looking.services.database.close()


@pytest.mark.slow
async def test_no_update_is_lost_and_nothing_is_answered_twice(
    tmp_path: Path, house: House
) -> None:
    api = house.api
    api.refuse(HANGING, behaviour="hang")
    write_in_every_chat(api, range(1))
    async with serving(tmp_path, api) as process:
        await until(lambda: len(api.sent) >= 5, seconds=60)
        await until(lambda: any(call["chat_id"] == "20" for call in api.called("sendMessage")))
        write_in_every_chat(api, range(1, 6))
        await until(lambda: turns(house).total() >= len(CHATS) * 3)
        process.terminate()
        write_in_every_chat(api, range(6, 7))
        await process.wait()
    async with serving(tmp_path, api):
        await until(lambda: turns(house) == {"answered": len(CHATS) * QUESTIONS}, seconds=60)
        await until(lambda: unsettled(house) == 0)
        await until(lambda: not api.unconfirmed())
    for chat in CHATS:
        check_chat(house, chat)
    check_hanging_chat(house)


def check_chat(house: House, chat: int) -> None:
    """Everything said is stored once, in order, answered once; nothing was sent a second time."""
    questions = house.messages(chat, "customer")
    assert [row.text for row in questions] == [
        f"question {number} of chat {chat}" for number in range(QUESTIONS)
    ]
    answers = house.messages(chat, "bot")
    assert sorted(seq for row in answers for seq in row.reply_to) == [row.seq for row in questions]
    statuses = Counter(house.statuses(chat))
    assert statuses.keys() <= {"sent", "unknown"}
    assert statuses["sent"] <= len(house.api.to(chat)) <= len(answers)
    assert [row.attempts for row in house.outbox(chat)] == [1] * len(answers)


def check_hanging_chat(house: House) -> None:
    """What was on the wire when the process ended is unknown, and the desk shows it."""
    assert house.statuses(HANGING)[0] == "unknown"
    shown = thread(house.services.database, house.conversation(HANGING).id)
    deliveries = [each["delivery"] for each in shown["messages"] if each["author"] == "bot"]
    assert deliveries[0] == "unknown"
    with house.services.database.read() as session:
        errors = session.exec(select(TelegramUpdateRow.error)).all()
    assert errors == [None] * len(CHATS) * QUESTIONS
