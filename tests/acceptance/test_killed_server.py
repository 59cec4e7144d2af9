"""SIGKILL in the middle of twenty conversations: nothing lost, nothing answered twice."""

from __future__ import annotations

import asyncio
import json
from abc import ABC, abstractmethod

import httpx
import pytest
import websockets
from live import LiveServer

CONVERSATIONS = 20
MESSAGES = 6
KILLS_AT = (20, 70)
PATIENCE = 120


class Writer(ABC):
    """A customer who repeats every message until it is acknowledged, then writes the next."""

    def __init__(self, server: LiveServer, number: int) -> None:
        self.server = server
        self.texts = [f"question {n} of customer {number}" for n in range(MESSAGES)]
        self.acknowledged: dict[str, int] = {}
        self.token = ""

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def begin(self, client: httpx.AsyncClient) -> None:
        begun = await client.post(f"{self.server.url}/api/chat/sessions", json={})
        self.token = begun.json()["token"]

    async def write(self, client: httpx.AsyncClient) -> None:
        for text in self.texts[:-1]:
            await self.say(client, text)
            await asyncio.sleep(0.3)

    async def say(self, client: httpx.AsyncClient, text: str) -> None:
        while text not in self.acknowledged:
            try:
                self.acknowledged[text] = await self.send(client, text)
            except (OSError, httpx.TransportError, websockets.WebSocketException):
                await asyncio.sleep(0.05)

    @abstractmethod
    async def end(self) -> None:
        """Hang up."""

    @abstractmethod
    async def send(self, client: httpx.AsyncClient, text: str) -> int:
        """Send once and return the ``seq`` of the acknowledgement."""


class HttpWriter(Writer):
    """Over plain HTTP."""

    async def send(self, client: httpx.AsyncClient, text: str) -> int:
        sent = await client.post(
            f"{self.server.url}/api/chat/messages",
            json={"client_msg_id": text, "text": text},
            headers=self.headers,
        )
        sent.raise_for_status()
        return int(sent.json()["seq"])

    async def end(self) -> None:
        """Nothing is kept open."""


class SocketWriter(Writer):
    """Over a WebSocket, opened again whenever it breaks."""

    socket: websockets.ClientConnection | None = None

    async def send(self, client: httpx.AsyncClient, text: str) -> int:
        if self.socket is None:
            self.socket = await websockets.connect(
                self.server.websocket_url,
                subprotocols=["frontdesk.v1", f"frontdesk.{self.token}"],  # type: ignore[list-item]
                origin=self.server.url,  # type: ignore[arg-type]
                proxy=None,
            )
        frame = {"type": "message", "client_msg_id": text, "text": text}
        try:
            await self.socket.send(json.dumps(frame))
            while True:
                heard = json.loads(await self.socket.recv())
                if heard["type"] == "ack" and heard["client_msg_id"] == text:
                    return int(heard["seq"])
        except websockets.WebSocketException:
            await self.end()
            raise

    async def end(self) -> None:
        if self.socket is not None:
            await self.socket.close()
        self.socket = None


async def all_messages(client: httpx.AsyncClient, writer: Writer) -> list[dict]:
    found = await client.get(f"{writer.server.url}/api/chat/messages", headers=writer.headers)
    return list(found.raise_for_status().json()["messages"])


async def answered(client: httpx.AsyncClient, writer: Writer) -> list[dict]:
    """The conversation once the bot owes it nothing."""
    while True:
        messages = await all_messages(client, writer)
        customers = {m["seq"] for m in messages if m["author"] == "customer"}
        if customers <= {seq for m in messages for seq in m["reply_to"]}:
            return messages
        await asyncio.sleep(0.2)


async def kill_when(server: LiveServer, writers: list[Writer], count: int) -> None:
    while sum(len(writer.acknowledged) for writer in writers) < count:  # noqa: ASYNC110
        await asyncio.sleep(0.005)
    server.kill()
    await asyncio.sleep(0.2)
    await asyncio.to_thread(server.start)


@pytest.mark.slow
async def test_no_accepted_message_is_lost_and_none_is_answered_twice(server_of_my_own):
    server = server_of_my_own
    kinds = (HttpWriter, SocketWriter)
    writers: list[Writer] = [kinds[n % 2](server, n) for n in range(CONVERSATIONS)]
    limits = httpx.Limits(max_keepalive_connections=0)
    async with asyncio.timeout(PATIENCE), httpx.AsyncClient(timeout=30, limits=limits) as client:
        for writer in writers:
            await writer.begin(client)
        async with asyncio.TaskGroup() as tasks:
            for writer in writers:
                tasks.create_task(writer.write(client))
            for count in KILLS_AT:
                await kill_when(server, writers, count)
        await asyncio.gather(*(writer.say(client, writer.texts[-1]) for writer in writers))
        await kill_when(server, writers, CONVERSATIONS * MESSAGES)
        threads = [await answered(client, writer) for writer in writers]
        await asyncio.sleep(1.0)
        assert threads == [await all_messages(client, writer) for writer in writers]
        for writer in writers:
            await writer.end()
    for writer, messages in zip(writers, threads, strict=True):
        check_conversation(writer, messages)


def check_conversation(writer: Writer, messages: list[dict]) -> None:
    """Everything acknowledged stands there once, in order, and is answered exactly once."""
    assert [m["seq"] for m in messages] == sorted({m["seq"] for m in messages})
    said = [m for m in messages if m["author"] == "customer"]
    assert [m["text"] for m in said] == writer.texts
    assert {m["text"]: m["seq"] for m in said} == writer.acknowledged
    replied = [seq for m in messages for seq in m["reply_to"]]
    assert sorted(replied) == [m["seq"] for m in said]
    assert all(seq < m["seq"] for m in messages for seq in m["reply_to"])
