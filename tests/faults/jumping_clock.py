"""The time of day jumps forwards and backwards, and the clocks change twice a year."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path
from typing import Any

from fakes.bot_api import until
from fastapi.testclient import TestClient

from bot.app import create_app
from bot.conversations.bus import Bus
from bot.conversations.dispatcher import Dispatcher, Outcome, Throttled
from bot.conversations.opening import conversation_of_channel
from bot.conversations.outbox import Delivered, Outgoing
from bot.conversations.pace import Pace
from bot.conversations.posting import Post, allot_seq, post
from bot.conversations.runner import TurnTiming
from bot.dialog import OpeningHours
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database
from bot.store.database import sqlite_url
from faults.findings import Figure, Finding, all_of, below, none_of, told
from faults.place import Place, rows

LONGEST_JUMP = timedelta(days=2)
SECONDS_OF_RETRY = 1.0
SENT_WITHIN = 5.0
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Size:
    """How much is done."""

    conversations: int
    messages: int


FULL = Size(40, 10)
QUICK = Size(10, 5)


@dataclass
class JumpingClock:
    """Jumps by up to two days in either direction, every third time that it is read."""

    chance: random.Random = field(default_factory=lambda: random.Random(7))
    offset: timedelta = timedelta()
    jumps: int = 0

    def __call__(self) -> datetime:
        if self.chance.random() < 1 / 3:
            self.offset = self.chance.uniform(-1, 1) * LONGEST_JUMP
            self.jumps += 1
        return utc_now() + self.offset


class Writer:
    """One conversation over HTTP."""

    def __init__(self, client: TestClient, statuses: Counter[int]) -> None:
        self.client = client
        self.statuses = statuses
        begun = client.post("/api/chat/sessions", json={})
        self.statuses[begun.status_code] += 1
        self.headers = {"Authorization": f"Bearer {begun.json()['token']}"}
        self.numbers: list[int] = []

    def say(self, text: str) -> None:
        """Send a message and wait for the answer to it."""
        body = {"client_msg_id": text, "text": text}
        sent = self.client.post("/api/chat/messages", json=body, headers=self.headers)
        self.statuses[sent.status_code] += 1
        self.numbers.append(sent.json()["seq"])
        latest = time.monotonic() + PATIENCE
        while self.numbers[-1] not in self.answered() and time.monotonic() < latest:
            time.sleep(0.02)

    def messages(self) -> list[dict[str, Any]]:
        """The whole conversation."""
        page = self.client.get("/api/chat/messages", headers=self.headers)
        self.statuses[page.status_code] += 1
        return list(page.json()["messages"])

    def answered(self) -> list[int]:
        """The numbers of the messages that were answered."""
        return [seq for each in self.messages() for seq in each["reply_to"]]

    def in_order(self) -> bool:
        """Whether everything stands there once, as it was written, each with one answer."""
        found = [each["seq"] for each in self.messages()]
        return found == sorted(set(found)) and sorted(self.answered()) == self.numbers


def conversations_under(clock: JumpingClock, home: Path, size: Size) -> tuple[Figure, ...]:
    """The figures of conversations while the clock jumps."""
    statuses: Counter[int] = Counter()
    app = create_app(Settings.load(home, {}), timing=TurnTiming(quiet=0.01), clock=clock)
    with TestClient(app, raise_server_exceptions=False) as client:
        writers = [Writer(client, statuses) for _ in range(size.conversations)]
        for number in range(size.messages):
            for writer in writers:
                writer.say(f"question {number}")
        ordered = sum(each.in_order() for each in writers)
    refused = [status for status in statuses.elements() if status >= 300]
    return (
        none_of("requests refused", refused),
        all_of("of conversations whole and in order", ordered, len(writers)),
        told("jumps", clock.jumps),
    )


@dataclass
class OnceThrottled:
    """A channel that asks to wait a second, and then takes what it is given."""

    channel: str = "telegram"
    throttled: int = 0
    arrived: list[float] = field(default_factory=list)

    async def send(self, message: Outgoing) -> Outcome:
        if not self.throttled:
            self.throttled += 1
            return Throttled(SECONDS_OF_RETRY)
        self.arrived.append(time.monotonic())
        return Delivered("1")


async def sending_as_the_clock_goes_back(home: Path) -> float:
    """Seconds until a throttled reply is sent, the clock having gone back a day meanwhile."""
    database = Database.open(sqlite_url(home / "frontdesk.db"))
    owe_a_reply(database)
    channel, offset = OnceThrottled(), [timedelta()]
    pace = Pace(per_second=1e6, chat_seconds=0.0)
    with ThreadPoolExecutor(2) as pool:
        dispatcher = Dispatcher(channel, database, Bus(), pool, lambda: utc_now() + offset[0], pace)
        task = asyncio.create_task(dispatcher.run())
        await until(lambda: rows(home, "SELECT id FROM outbox WHERE not_before IS NOT NULL"))
        offset[0] = -timedelta(days=1)
        began = time.monotonic()
        with suppress(AssertionError):
            await until(lambda: channel.arrived, 4 * SENT_WITHIN)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    database.close()
    return time.monotonic() - began


def owe_a_reply(database: Database) -> None:
    """A conversation on Telegram with a reply that is to be sent."""
    now = utc_now()
    with database.write() as session:
        row = conversation_of_channel(session, "telegram", "7", now)
        post(session, row, allot_seq(session, row.id, now), Post("bot", "an answer"), now)


CHANGES = (
    ("Europe/Amsterdam", datetime(2026, 3, 29, 1, tzinfo=UTC)),
    ("Europe/Amsterdam", datetime(2026, 10, 25, 1, tzinfo=UTC)),
    ("America/New_York", datetime(2026, 3, 8, 7, tzinfo=UTC)),
    ("America/New_York", datetime(2026, 11, 1, 6, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 4, 4, 15, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 10, 3, 15, 30, tzinfo=UTC)),
    ("America/Santiago", datetime(2026, 9, 6, 4, tzinfo=UTC)),
)
SHIFTS = (
    (("09:00", "17:30"),),
    (("00:00", "01:45"), ("22:00", "23:30")),
    (("00:30", "02:15"), ("02:45", "06:00")),
)
MINUTE = timedelta(minutes=1)
LOOK_EVERY = 5


def hours_of(zone: str, spans: tuple[tuple[str, str], ...]) -> OpeningHours:
    """The same ``spans`` on every day of the week."""
    read = tuple(
        (time_of_day.fromisoformat(start), time_of_day.fromisoformat(end)) for start, end in spans
    )
    return OpeningHours(zone, dict.fromkeys(range(7), read))


def broken_promises() -> tuple[list[str], int]:
    """Moments at which the opening that customers are told is not the next one; and all looked at.

    The truth is found by looking at every minute.
    """
    wrong, looked = [], 0
    for zone, change in CHANGES:
        for spans in SHIFTS:
            hours = hours_of(zone, spans)
            minutes = [change + n * MINUTE for n in range(-24 * 60, 36 * 60)]
            opens: datetime | None = None
            for now in reversed(minutes):
                if hours.is_open(now):
                    opens = now
                elif opens is not None and now.minute % LOOK_EVERY == 0:
                    looked += 1
                    promised = hours.next_opening(now)
                    if promised is None or promised.astimezone(UTC) != opens:
                        wrong.append(f"{zone} {spans} {now}: {promised}, not {opens}")
    return wrong, looked


def run(place: Place, *, quick: bool) -> list[Finding]:
    """Conversations, sending, and opening hours."""
    size = QUICK if quick else FULL
    figures = conversations_under(JumpingClock(), place.bare_home(), size)
    seconds = asyncio.run(sending_as_the_clock_goes_back(place.bare_home()))
    wrong, looked = broken_promises()
    zones = len({zone for zone, _ in CHANGES})
    return [
        Finding(
            "The clock jumps",
            f"by up to two days in {size.conversations} conversations × {size.messages} messages, "
            "and back by a day while a 429 holds a reply",
            (
                *figures,
                below("until the held reply was sent", [seconds], SENT_WITHIN * place.patience),
            ),
        ),
        Finding(
            "Daylight saving begins and ends",
            f"every fifth closed minute around {len(CHANGES)} changes in {zones} time zones",
            (none_of("openings promised wrongly", wrong), told("minutes looked at", looked)),
        ),
    ]
