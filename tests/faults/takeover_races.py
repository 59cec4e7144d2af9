"""An agent takes conversations over while the bot is about to speak: who commits first, speaks.

The judge is a trigger in the database: it writes down, inside the very transaction that stores or
claims a reply of the bot, who owned the conversation at that moment.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from sqlalchemy.exc import OperationalError

from bot.conversations.agents import Agent, take_over
from bot.conversations.bus import Bus
from bot.conversations.dispatcher import Dispatcher, Outcome, Throttled
from bot.conversations.intake import Inbound, accept
from bot.conversations.opening import conversation_of_channel
from bot.conversations.outbox import Delivered, Outgoing
from bot.conversations.pace import Pace
from bot.conversations.runner import TurnRunner, TurnTiming
from bot.conversations.turns import DecidedTurn, PendingTurn
from bot.desk.users import Role, add_user
from bot.dialog import Decision, DialogState, Kind, Reasons, Reply
from bot.services import utc_now
from bot.store import Database
from bot.store.database import sqlite_url
from faults.findings import Finding, none_of, some, told
from faults.place import Place, rows

P = ParamSpec("P")
T = TypeVar("T")
AT_ONCE = 10
LATEST_TAKEOVERS = (0.05, 0.4, 2.0)
"""Seconds within which a takeover follows the question: before, around and after the answer."""
LEFT_ALONE = 10
"""Of the conversations whose replies are held back, every so many-th is not taken over."""
TRIGGERS = """
    CREATE TABLE witness (act TEXT, conversation TEXT, owner TEXT);
    CREATE TRIGGER claimed AFTER UPDATE OF status ON outbox
    WHEN NEW.author = 'bot' AND NEW.status = 'sending' BEGIN
        INSERT INTO witness SELECT 'claimed', id, status FROM conversation
        WHERE id = NEW.conversation_id;
    END;
    CREATE TRIGGER said AFTER INSERT ON message WHEN NEW.author = 'bot' BEGIN
        INSERT INTO witness SELECT 'said', id, status FROM conversation
        WHERE id = NEW.conversation_id;
    END;
"""


@dataclass(frozen=True, slots=True)
class Size:
    """``held`` conversations have their reply held back for ``seconds`` by a 429."""

    races: int
    held: int
    seconds: float


FULL = Size(1_000, 200, 30.0)
QUICK = Size(150, 30, 3.0)


class Echo:
    """Answers at once, so that only the race decides."""

    def decide(self, turn: PendingTurn) -> DecidedTurn:
        reply = Reply(Kind.ANSWER, "an answer", Reasons(Kind.ANSWER, ("It was asked.",)))
        decision = Decision(reply, DialogState(disclosed=True), None)
        return DecidedTurn(decision, "en", None, {}, "Automated assistant")

    def give_up(self, turn: PendingTurn, because: str) -> DecidedTurn:
        return self.decide(turn)


@dataclass
class Channel:
    """Takes what is sent; ``hold`` asks to wait so many seconds the first time, in every chat."""

    hold: float | None = None
    channel: str = "telegram"
    arrived: list[Outgoing] = field(default_factory=list)

    async def send(self, message: Outgoing) -> Outcome:
        if self.hold and message.attempt == 1 and message.author == "bot":
            return Throttled(self.hold)
        await asyncio.sleep(0.001)
        self.arrived.append(message)
        return Delivered(str(message.id))


async def insist(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Try again where the database was too busy, as whoever is told 503 does."""
    while True:
        try:
            return await asyncio.to_thread(call, *args, **kwargs)
        except OperationalError:
            await asyncio.sleep(0.1)


@dataclass
class Office:
    """The bot's runner and dispatcher, and an agent, over one database."""

    database: Database
    runner: TurnRunner
    bus: Bus
    agent: Agent
    chance: random.Random = field(default_factory=lambda: random.Random(6))
    at_once: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def ask(self, chat: str) -> str:
        """A customer writes and the bot sets out to answer; the conversation."""
        conversation = await insist(self._ask, chat)
        self.runner.wake(conversation)
        return conversation

    def _ask(self, chat: str) -> str:
        with self.database.write() as session:
            conversation = conversation_of_channel(session, "telegram", chat, utc_now()).id
        accept(self.database, conversation, Inbound("k", "Where is my order?"), utc_now())
        return conversation

    async def take(self, conversation: str, after: float) -> None:
        """The agent takes it over, ``after`` so many seconds."""
        await asyncio.sleep(after)
        await insist(take_over, self.database, conversation, self.agent, None, utc_now())
        self.bus.publish(conversation)

    async def race(self, chat: str) -> None:
        """A question and a takeover at about the same time as its answer."""
        async with self.at_once:
            conversation = await self.ask(chat)
            await self.take(
                conversation, self.chance.uniform(0, self.chance.choice(LATEST_TAKEOVERS))
            )


@asynccontextmanager
async def open_office(path: Path, channel: Channel) -> AsyncIterator[Office]:
    """A database with witnesses, and everything that runs over it."""
    database = Database.open(sqlite_url(path))
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(TRIGGERS)
    user = add_user(database, "ada@shop.example", "a long password", Role.AGENT, utc_now(), "Ada")
    bus = Bus()
    with ThreadPoolExecutor(8) as pool:
        timing = TurnTiming(quiet=0.0)
        runner = TurnRunner(database, Echo(), bus, utc_now, timing)
        pace = Pace(per_second=1e6, chat_seconds=0.0)
        dispatcher = Dispatcher(channel, database, bus, pool, utc_now, pace)
        task = asyncio.create_task(dispatcher.run())
        yield Office(database, runner, bus, Agent(user.id, user.name))
        await runner.stop()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    database.close()


async def settled(home: Path) -> None:
    """Wait until the outbox has nothing to send any more."""
    query = "SELECT COUNT(*) AS n FROM outbox WHERE status IN ('pending', 'sending')"
    while rows(home, query)[0]["n"]:  # noqa: ASYNC110
        await asyncio.sleep(0.1)


async def race(home: Path, size: Size) -> None:
    """Takeovers against answers, each within milliseconds."""
    async with open_office(home / "frontdesk.db", Channel()) as office:
        await asyncio.gather(*(office.race(str(chat)) for chat in range(1, size.races + 1)))
        await settled(home)


async def hold(home: Path, size: Size) -> None:
    """Takeovers of all conversations but every tenth, while a 429 holds their answers back."""
    async with open_office(home / "frontdesk.db", Channel(size.seconds)) as office:
        asked = [await office.ask(str(chat)) for chat in range(1, size.held + 1)]
        await asyncio.sleep(0.5)
        taken = [each for number, each in enumerate(asked) if number % LEFT_ALONE]
        latest = size.seconds * 0.9
        await asyncio.gather(
            *(office.take(each, office.chance.uniform(0, latest)) for each in taken)
        )
        await settled(home)


def replies(home: Path, condition: str) -> list[dict[str, Any]]:
    """The bot's replies in the outbox for which ``condition`` holds."""
    return rows(home, f"SELECT * FROM outbox WHERE author = 'bot' AND {condition}")


def after_takeover(home: Path, act: str) -> list[dict[str, Any]]:
    """What the witness saw of the bot in a conversation that was an agent's."""
    return rows(home, "SELECT * FROM witness WHERE act = ? AND owner = 'with_agent'", act)


def raced(place: Place, size: Size) -> Finding:
    """Takeovers and answers within milliseconds of each other."""
    home = place.folder()
    asyncio.run(race(home, size))
    never_stored = rows(home, "SELECT * FROM message WHERE turn = 'person'")
    return Finding(
        "An agent takes over as the bot replies",
        f"{size.races:,} takeovers, a third each within 0.05, 0.4 and 2 s of a question",
        (
            none_of("bot sends claimed after the takeover", after_takeover(home, "claimed")),
            none_of("bot replies stored after it", after_takeover(home, "said")),
            told("replies were faster", len(replies(home, "status = 'sent'"))),
            some("were cancelled unsent", len(replies(home, "status = 'cancelled'"))),
            some("were never stored", len(never_stored)),
        ),
    )


def held(place: Place, size: Size) -> Finding:
    """Takeovers while a 429 holds the answers back."""
    home = place.folder()
    asyncio.run(hold(home, size))
    kept = len(range(0, size.held, LEFT_ALONE))
    sent = len(replies(home, "status = 'sent'"))
    return Finding(
        "The same while a 429 holds the replies back",
        f"{size.held} replies held for {size.seconds:g} s, nine of ten taken over meanwhile",
        (
            none_of("bot sends claimed after the takeover", after_takeover(home, "claimed")),
            some("cancelled unsent", len(replies(home, "status = 'cancelled'"))),
            none_of("of the others held up for good", range(max(0, kept - sent))),
        ),
    )


def run(place: Place, *, quick: bool) -> list[Finding]:
    """Race, then race with the answers held back."""
    size = QUICK if quick else FULL
    return [raced(place, size), held(place, size)]
