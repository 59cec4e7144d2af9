"""Sending from the outbox through a channel written by hand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from threading import Event, Timer
from time import monotonic
from typing import Any

from conversing import Desk
from fakes.bot_api import until

from bot.conversations.bus import Bus
from bot.conversations.dispatcher import Dispatcher, Outcome, Throttled, Unreachable
from bot.conversations.outbox import Delivered, Outgoing, Uncertain, claim
from bot.conversations.pace import Pace
from bot.conversations.posting import Post, allot_seq, post
from bot.store.tables import ConversationRow, OutboxRow

QUICK = {"per_second": 1_000.0, "chat_seconds": 0.0}


class Channel:
    """Takes messages and answers with the next planned outcome, else that they arrived."""

    channel = "telegram"

    def __init__(self, *planned: Outcome | Exception) -> None:
        self._planned = list(planned)
        self.tried: list[tuple[str, str, float]] = []
        self.arrived: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def send(self, message: Outgoing) -> Outcome:
        self.tried.append((message.channel_ref, message.text, monotonic()))
        outcome = self._planned.pop(0) if self._planned else Delivered("1")
        await self.gate.wait()
        if isinstance(outcome, Exception):
            raise outcome
        if isinstance(outcome, Delivered):
            self.arrived.append(message.text)
        return outcome


def speak(desk: Desk, conversation: str, text: str, author: str = "bot") -> None:
    now = datetime.now(UTC)
    with desk.database.write() as session:
        seq = allot_seq(session, conversation, now)
        row = session.get_one(ConversationRow, conversation, populate_existing=True)
        post(session, row, seq, Post(author, text), now)


@asynccontextmanager
async def dispatching(desk: Desk, channel: Channel, pace: Pace | None = None) -> AsyncIterator[Bus]:
    bus = Bus()
    with ThreadPoolExecutor(2) as pool:
        dispatcher = Dispatcher(
            channel, desk.database, bus, pool, lambda: datetime.now(UTC), pace or Pace(**QUICK)
        )
        task = asyncio.create_task(dispatcher.run())
        yield bus
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def statuses(desk: Desk, conversation: str) -> Callable[[], list[str]]:
    return lambda: [row.status for row in desk.outbox(conversation)]


async def test_messages_arrive_in_the_order_they_were_written(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    texts = [f"message {number}" for number in range(10)]
    for text in texts:
        speak(desk, chat, text)
    channel = Channel()
    async with dispatching(desk, channel):
        await until(lambda: len(channel.arrived) == 10)
    assert channel.arrived == texts


async def test_a_message_written_later_is_sent_at_once_when_the_bus_tells(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    channel = Channel()
    async with dispatching(desk, channel) as bus:
        await asyncio.sleep(0.05)
        speak(desk, chat, "news")
        bus.publish(chat)
        await until(lambda: channel.arrived, seconds=0.9)


async def test_a_throttled_message_is_sent_again_after_the_time_asked_for(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    speak(desk, chat, "patience")
    channel = Channel(Throttled(0.5))
    async with dispatching(desk, channel):
        await until(lambda: channel.arrived)
    (_, _, first), (_, _, second) = channel.tried
    assert second - first >= 0.5


async def test_a_reply_held_back_is_never_sent_after_a_takeover(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    speak(desk, chat, "from the bot")
    channel = Channel(Throttled(0.3))
    async with dispatching(desk, channel):
        await until(lambda: channel.tried and statuses(desk, chat)() == ["pending"])
        desk.take_over(chat, desk.agent("Ada"))
        await until(lambda: channel.arrived)
    assert "Ada has joined" in channel.arrived[0]
    assert statuses(desk, chat)() == ["cancelled", "sent"]
    assert len(channel.arrived) == 1


async def test_what_cannot_be_reached_is_tried_again(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    speak(desk, chat, "hello")
    channel = Channel(Unreachable("connection refused"))
    async with dispatching(desk, channel):
        await until(lambda: channel.arrived)
    assert len(channel.tried) == 2


async def test_an_uncertain_message_is_not_repeated(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    speak(desk, chat, "perhaps")
    speak(desk, chat, "surely")
    channel = Channel(Uncertain("time-out"))
    async with dispatching(desk, channel):
        await until(lambda: channel.arrived)
    assert channel.arrived == ["surely"]
    assert statuses(desk, chat)() == ["unknown", "sent"]


async def test_a_channel_that_breaks_leaves_an_unknown_row(desk: Desk, caplog) -> None:
    chat = desk.telegram_conversation()
    speak(desk, chat, "hello")
    async with dispatching(desk, Channel(RuntimeError("bug"))):
        await until(lambda: statuses(desk, chat)() == ["unknown"])
    assert "sending broke" in caplog.text


async def test_what_is_being_claimed_at_the_end_is_still_sent(desk: Desk, monkeypatch) -> None:
    chat = desk.telegram_conversation()
    speak(desk, chat, "the last words")
    began, goes_on = Event(), Event()

    def slowly(*arguments: Any) -> Outgoing | None:
        began.set()
        goes_on.wait()
        return claim(*arguments)

    monkeypatch.setattr("bot.conversations.dispatcher.claim", slowly)
    channel = Channel()
    async with dispatching(desk, channel):
        await asyncio.to_thread(began.wait)
        Timer(0.1, goes_on.set).start()
    assert channel.arrived == ["the last words"]
    assert statuses(desk, chat)() == ["sent"]


async def test_a_chat_that_hangs_does_not_hold_up_another(desk: Desk) -> None:
    slow, quick = desk.telegram_conversation("7"), desk.telegram_conversation("8")
    channel = Channel()
    channel.gate.clear()
    async with dispatching(desk, channel) as bus:
        speak(desk, slow, "slow")
        bus.publish(slow)
        await until(lambda: len(channel.tried) == 1)
        speak(desk, quick, "quick")
        bus.publish(quick)
        await until(lambda: len(channel.tried) == 2)
        channel.gate.set()
        await until(lambda: len(channel.arrived) == 2)


async def test_one_chat_is_written_to_at_its_own_pace(desk: Desk) -> None:
    chat = desk.telegram_conversation()
    for text in ("one", "two"):
        speak(desk, chat, text)
    channel = Channel()
    async with dispatching(desk, channel, Pace(1_000.0, 0.4)):
        await until(lambda: len(channel.arrived) == 2)
    assert channel.tried[1][2] - channel.tried[0][2] >= 0.4


async def test_a_message_that_cannot_be_read_is_parked_and_holds_up_nothing(desk: Desk) -> None:
    chat, other = desk.telegram_conversation("7"), desk.telegram_conversation("8")
    speak(desk, chat, "spoiled")
    speak(desk, chat, "after it")
    speak(desk, other, "elsewhere")
    with desk.database.write() as session:
        row = session.get_one(OutboxRow, 1)
        row.payload = {"text": "spoiled"}
        session.add(row)
    channel = Channel()
    async with dispatching(desk, channel):
        await until(lambda: sorted(channel.arrived) == ["after it", "elsewhere"])
    parked = desk.outbox(chat)[0]
    assert parked.status == "failed"
    assert "cannot be read" in parked.error


async def test_conversations_that_share_a_chat_are_sent_one_after_the_other(desk: Desk) -> None:
    first, second = desk.telegram_conversation("7"), desk.telegram_conversation("8")
    speak(desk, first, "one")
    speak(desk, second, "two")
    with desk.database.write() as session:
        row = session.get_one(OutboxRow, 2)
        row.channel_ref = "7"
        session.add(row)
    channel = Channel()
    channel.gate.clear()
    async with dispatching(desk, channel):
        await until(lambda: channel.tried)
        await asyncio.sleep(0.1)
        assert len(channel.tried) == 1
        channel.gate.set()
        await until(lambda: channel.arrived == ["one", "two"])
