"""Customers write before, while and after nothing can be stored; what they may expect of that."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

import httpx
from live import LiveServer

from faults.customers import Customer, begin_all, kept_promises, open_client
from faults.findings import Figure, below, none_of, some

HONEST_WITHIN = 5.0
HEALTHY_WITHIN = 5.0
LAST_ANSWER_WITHIN = 35.0
UNAVAILABLE = 503

Outage = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Size:
    """So many customers write through an outage of so many seconds."""

    customers: int
    seconds: float


async def write(customer: Customer, over: asyncio.Event) -> None:
    """One message before, one after the other while it lasts, one afterwards."""
    while not over.is_set():
        await customer.say(f"Where is my order? ({len(customer.said)})")
        await asyncio.sleep(0.5)
    await customer.say("Are you there again?")


async def healthy(server: LiveServer, client: httpx.AsyncClient) -> float:
    """Seconds until the server says that it can store again."""
    began = time.monotonic()
    while time.monotonic() - began < 60:
        if (await client.get(f"{server.url}/readyz")).status_code == httpx.codes.OK:
            break
        await asyncio.sleep(0.05)
    return time.monotonic() - began


async def endured(
    server: LiveServer, outage: Outage, size: Size, patience: float
) -> tuple[Figure, ...]:
    """The figures of customers who write through an ``outage``."""
    over = asyncio.Event()
    async with open_client() as client:
        customers = await begin_all(server, client, size.customers)
        async with asyncio.TaskGroup() as tasks:
            for each in customers:
                tasks.create_task(write(each, over))
            await asyncio.sleep(2.0)
            with outage():
                await asyncio.sleep(size.seconds)
                readiness = (await client.get(f"{server.url}/readyz")).status_code
            recovery = await healthy(server, client)
            over.set()
        began = time.monotonic()
        threads = [await each.settled(60) for each in customers]
        settling = time.monotonic() - began
        for each in customers:
            await each.end()
    return (
        *refused_honestly(customers, patience),
        *kept_promises(customers, threads),
        Figure("of readyz meanwhile", str(readiness), readiness == UNAVAILABLE),
        below("until it can store again", [recovery], HEALTHY_WITHIN * patience),
        below("until all is answered", [settling], LAST_ANSWER_WITHIN * patience),
    )


def refused_honestly(customers: list[Customer], patience: float) -> tuple[Figure, ...]:
    """Whether every sender was told in time that nothing was accepted."""
    answers = [answer for each in customers for answer in each.answers]
    refused = [each for each in answers if each.status == UNAVAILABLE]
    return (
        some("senders told with 503", len(refused)),
        none_of("other refusals", [a for a in answers if a.status not in (200, UNAVAILABLE)]),
        none_of("refusals without a reason", [a for a in refused if not a.detail]),
        below(
            "until a sender knew, at most", [a.seconds for a in answers], HONEST_WITHIN * patience
        ),
    )
