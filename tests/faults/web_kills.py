"""SIGKILL while customers write over HTTP and WebSockets: nothing acknowledged may be lost."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field

from live import LiveServer

from faults.customers import Customer, Message, begin_all, kept_promises, open_client
from faults.findings import Finding, below, told, typical
from faults.place import Place

SECONDS_PER_KILL = 4.0
SERVING_AGAIN = 5.0
QUESTIONS = (
    "Where is my order?",
    "How do I return an item?",
    "thanks",
    "What does the warranty of the frame cover?",
    "Can you ship a bike to Norway?",
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much is done."""

    conversations: int
    messages: int
    kills: int


FULL = Size(200, 20, 50)
QUICK = Size(16, 5, 3)


@dataclass
class Kills:
    """A server that is killed whenever another share of all messages is acknowledged."""

    server: LiveServer
    customers: list[Customer]
    size: Size
    chance: random.Random
    seconds: list[float] = field(default_factory=list)

    async def run(self) -> None:
        every = self.size.conversations * self.size.messages / (self.size.kills + 1)
        for number in range(1, self.size.kills + 1):
            while self._acknowledged() < number * every:  # noqa: ASYNC110
                await asyncio.sleep(0.005)
            await asyncio.sleep(self.chance.uniform(0, 0.5))
            began = time.monotonic()
            self.server.kill()
            await asyncio.to_thread(self.server.start)
            self.seconds.append(time.monotonic() - began)

    def _acknowledged(self) -> int:
        return sum(len(each.acknowledged) for each in self.customers)


async def write(customer: Customer, size: Size, chance: random.Random) -> None:
    """Write all messages of one conversation, now quickly and now slowly."""
    longest = 4 * size.kills * SECONDS_PER_KILL / size.messages
    for number in range(size.messages):
        await asyncio.sleep(chance.choice((0.01, chance.uniform(0, longest))))
        await customer.say(f"{chance.choice(QUESTIONS)} ({number})")


async def converse(
    server: LiveServer, size: Size
) -> tuple[list[Customer], list[list[Message]], list[float]]:
    """The customers, their conversations as they stand in the end, and how long restarts took."""
    async with open_client() as client:
        customers = await begin_all(server, client, size.conversations)
        kills = Kills(server, customers, size, random.Random(1))
        async with asyncio.TaskGroup() as tasks:
            for number, each in enumerate(customers):
                tasks.create_task(write(each, size, random.Random(number)))
            tasks.create_task(kills.run())
        threads = [await each.settled() for each in customers]
        await asyncio.sleep(1.0)  # what would be said twice by itself is said by now
        threads = [await each.messages() for each in customers]
        for each in customers:
            await each.end()
    return customers, threads, kills.seconds


def run(place: Place, *, quick: bool) -> list[Finding]:
    """Kill, start again, and compare what was told with what stands there."""
    size = QUICK if quick else FULL
    with place.serving(place.trained_home()) as server:
        customers, threads, seconds = asyncio.run(converse(server, size))
    figures = (
        *kept_promises(customers, threads),
        below("until serving again, at most", seconds, SERVING_AGAIN * place.patience),
        typical("in the median", seconds),
        told("messages acknowledged", sum(len(each.acknowledged) for each in customers)),
    )
    done = (
        f"SIGKILL × {len(seconds)} during {size.conversations} conversations × {size.messages} "
        "messages, half over HTTP, half over WebSockets"
    )
    return [Finding("The server is killed (web)", done, figures)]
