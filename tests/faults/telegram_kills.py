"""SIGKILL in front of a Bot API that shuffles and repeats updates, by long polling and webhook."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from fakes.bot_api import running_bot_api
from live import LiveServer

from faults.customers import open_client
from faults.findings import Finding, below, none_of, some, told, typical
from faults.place import Place, rows
from faults.telegram_service import (
    AGAIN_SHARE,
    OUTBOX,
    UnreliableBotApi,
    environment_of,
    inbound_kept,
    outbound_kept,
)

SECRET = "a_Secret-1"
WEBHOOK = {
    "FRONTDESK_TELEGRAM_WEBHOOK_SECRET": SECRET,
    "FRONTDESK_PUBLIC_URL": "https://bot.shop.example",
}
SECONDS_PER_KILL = 7.0
SERVING_AGAIN = 5.0
WIRE_WITHIN = 30.0
LATEST = 0.3
AGAIN_SECONDS = 0.5
UNFINISHED = """
    SELECT (SELECT :expected - COUNT(*) FROM telegram_update WHERE handled_at IS NOT NULL)
         + (SELECT COUNT(*) FROM message WHERE turn = 'pending')
         + (SELECT COUNT(*) FROM outbox WHERE status IN ('pending', 'sending')) AS number
"""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is done, in each of the two ways that updates come."""

    chats: int
    messages: int
    kills: int


FULL = Size(200, 20, 50)
QUICK = Size(10, 5, 2)


@dataclass
class Traffic:
    """Chats that write while the server is killed, and Telegram bringing what they write."""

    api: UnreliableBotApi
    server: LiveServer
    client: httpx.AsyncClient
    size: Size
    webhook: bool
    chance: random.Random = field(default_factory=lambda: random.Random(2))
    said: dict[int, list[str]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    in_flight: int = 0
    _bringing: set[asyncio.Task[None]] = field(default_factory=set)

    async def run(self) -> None:
        """Write everything and kill as often as asked; returns once nothing is left to do."""
        async with asyncio.TaskGroup() as tasks:
            for chat in range(1, self.size.chats + 1):
                tasks.create_task(self._write(chat))
            tasks.create_task(self._kill())
        await asyncio.gather(*self._bringing)
        expected = sum(map(len, self.said.values()))
        await finished(self.server.home, self.api, expected)

    async def _write(self, chat: int) -> None:
        longest = 4 * self.size.kills * SECONDS_PER_KILL / self.size.messages
        self.said[chat] = []
        for number in range(self.size.messages):
            await asyncio.sleep(self.chance.choice((0.01, self.chance.uniform(0, longest))))
            text = f"question {number} of chat {chat}"
            self.said[chat].append(text)
            update_id = self.api.text(chat, text)
            if self.webhook:
                self._bring(self.api.update(update_id))

    def _bring(self, update: dict[str, Any]) -> None:
        for _ in range(2 if self.chance.random() < AGAIN_SHARE else 1):
            task = asyncio.create_task(self._deliver(update, self.chance.uniform(0, LATEST)))
            self._bringing.add(task)

    async def _deliver(self, update: dict[str, Any], after: float) -> None:
        address = f"{self.server.url}/api/telegram/webhook"
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        await asyncio.sleep(after)
        while True:
            try:
                answer = await self.client.post(address, json=update, headers=headers)
                if answer.status_code == httpx.codes.OK:
                    return
            except httpx.TransportError:
                pass
            await asyncio.sleep(AGAIN_SECONDS)

    async def _kill(self) -> None:
        for _ in range(self.size.kills):
            await asyncio.sleep(self.chance.uniform(0.5, 3.0))
            await self._something_on_the_wire()
            began = time.monotonic()
            self.server.kill()
            await asyncio.to_thread(self.server.start)
            self.seconds.append(time.monotonic() - began)

    async def _something_on_the_wire(self) -> None:
        until = time.monotonic() + WIRE_WITHIN
        while not self.api.on_the_wire and time.monotonic() < until:  # noqa: ASYNC110
            await asyncio.sleep(0.002)
        self.in_flight += self.api.on_the_wire > 0


async def finished(home: Path, api: UnreliableBotApi, expected: int, seconds: float = 300) -> None:
    """Wait until so many updates are worked off, all are answered and everything is settled."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        (left,) = rows(home, UNFINISHED, expected)
        if not left["number"] and not api.on_the_wire:
            return
        await asyncio.sleep(0.2)


async def converse(api: UnreliableBotApi, server: LiveServer, size: Size, webhook: bool) -> Traffic:
    """The traffic, once it is over."""
    async with open_client() as client:
        traffic = Traffic(api, server, client, size, webhook)
        await traffic.run()
        await asyncio.sleep(1.0)  # what would be sent twice by itself is sent by now
    return traffic


def kill_under(place: Place, size: Size, *, webhook: bool) -> Finding:
    """Kill, start again, and compare what was written with what is stored and what arrived."""
    home = place.bare_home()
    api = UnreliableBotApi(latency=0.05, untidy=random.Random(3))
    with running_bot_api(api):
        environment = environment_of(api, **(WEBHOOK if webhook else {}))
        with place.serving(home, "--telegram", environment=environment) as server:
            traffic = asyncio.run(converse(api, server, size, webhook))
    outbox = rows(home, OUTBOX)
    way = "webhook" if webhook else "long polling"
    return Finding(
        f"The server is killed (Telegram, {way})",
        f"SIGKILL × {size.kills} during {size.chats} chats × {size.messages} messages; updates "
        "come shuffled and every fifth twice",
        (
            *inbound_kept(home, traffic.said),
            none_of("replies tried again", [row for row in outbox if row["attempts"] > 1]),
            *outbound_kept(home, api),
            some("shown as delivery unknown", sum(row["status"] == "unknown" for row in outbox)),
            below("until serving again, at most", traffic.seconds, SERVING_AGAIN * place.patience),
            typical("in the median", traffic.seconds),
            some("kills with a reply on the wire", traffic.in_flight),
            told("replies", len(outbox)),
        ),
    )


def run(place: Place, *, quick: bool) -> list[Finding]:
    """Both ways in which updates come."""
    size = QUICK if quick else FULL
    return [kill_under(place, size, webhook=webhook) for webhook in (False, True)]
