"""Customers who repeat each message until it is acknowledged, over HTTP or a WebSocket.

They know the published contract alone, and keep what they were told to compare it afterwards.
"""

from __future__ import annotations

import asyncio
import json
import time
from abc import ABC, abstractmethod
from collections import Counter
from dataclasses import dataclass
from typing import Any, cast

import httpx
import websockets
from live import LiveServer

from faults.findings import Figure, all_of, none_of

Message = dict[str, Any]
BROKEN = (OSError, httpx.TransportError, websockets.WebSocketException)
AGAIN_SECONDS = 0.05
PAGE = 200


class NotAcceptedError(Exception):
    """The server said that it did not take the message, and why."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(f"{status}: {detail}")
        self.status = status
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back for one attempt: 200 for an acknowledgement, and the seconds it took."""

    status: int
    detail: str
    seconds: float


class Customer(ABC):
    """One conversation. ``acknowledged`` has the ``seq`` of each text by its key."""

    def __init__(self, server: LiveServer, client: httpx.AsyncClient) -> None:
        self.server = server
        self.client = client
        self.said: dict[str, str] = {}
        self.acknowledged: dict[str, int] = {}
        self.answers: list[Answered] = []
        self.token = ""
        self.id = ""

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def begin(self) -> None:
        begun = await self.client.post(f"{self.server.url}/api/chat/sessions", json={})
        document = begun.raise_for_status().json()
        self.token, self.id = document["token"], document["conversation_id"]

    async def say(self, text: str, key: str | None = None) -> int:
        """Send ``text`` until it is acknowledged; the ``seq``."""
        key = key or f"m{len(self.said)}"
        self.said[key] = text
        while key not in self.acknowledged:
            await self.try_to_say(key)
        return self.acknowledged[key]

    async def try_to_say(self, key: str) -> None:
        """Send once; what is not acknowledged leaves a trace in ``answers``."""
        began = time.monotonic()
        try:
            self.acknowledged[key] = await self.send(key, self.said[key])
            self.answers.append(Answered(200, "", time.monotonic() - began))
        except NotAcceptedError as error:
            self.answers.append(Answered(error.status, error.detail, time.monotonic() - began))
            await asyncio.sleep(AGAIN_SECONDS)
        except BROKEN:
            await asyncio.sleep(AGAIN_SECONDS)

    async def messages(self) -> list[Message]:
        """The whole conversation as the server shows it."""
        found: list[Message] = []
        while True:
            after = found[-1]["seq"] if found else 0
            address = f"{self.server.url}/api/chat/messages"
            page = await self.client.get(address, params={"after": after}, headers=self.headers)
            messages = page.raise_for_status().json()["messages"]
            found += messages
            if len(messages) < PAGE:
                return found

    async def ask(self, text: str) -> tuple[Message, float]:
        """The reply to ``text``, and the seconds until it was heard.

        Raises:
            TimeoutError: there was none within half a minute.
        """
        began = time.monotonic()
        async with asyncio.timeout(30):
            after = seq = await self.say(text)
            while True:
                given = {"after": after, "wait": 5}
                address = f"{self.server.url}/api/chat/messages"
                page = await self.client.get(address, params=given, headers=self.headers)
                for each in page.raise_for_status().json()["messages"]:
                    after = each["seq"]
                    if seq in each["reply_to"]:
                        return each, time.monotonic() - began

    async def settled(self, seconds: float = 120) -> list[Message]:
        """The conversation once every message of the customer is answered, or time is up."""
        until = time.monotonic() + seconds
        while True:
            messages = await self.messages()
            asked = {each["seq"] for each in messages if each["author"] == "customer"}
            answered = {seq for each in messages for seq in each["reply_to"]}
            if asked <= answered or time.monotonic() > until:
                return messages
            await asyncio.sleep(0.2)

    @abstractmethod
    async def send(self, key: str, text: str) -> int:
        """Send once and return the ``seq`` of the acknowledgement.

        Raises:
            NotAcceptedError: the server refused it.
        """

    @abstractmethod
    async def end(self) -> None:
        """Hang up."""


class HttpCustomer(Customer):
    """Over plain HTTP."""

    async def send(self, key: str, text: str) -> int:
        body = {"client_msg_id": key, "text": text}
        address = f"{self.server.url}/api/chat/messages"
        sent = await self.client.post(address, json=body, headers=self.headers)
        if sent.status_code != httpx.codes.OK:
            raise NotAcceptedError(sent.status_code, sent.json()["detail"])
        return int(sent.json()["seq"])

    async def end(self) -> None:
        """Nothing is kept open."""


class SocketCustomer(Customer):
    """Over a WebSocket, opened again whenever it breaks."""

    socket: websockets.ClientConnection | None = None

    async def send(self, key: str, text: str) -> int:
        frame = {"type": "message", "client_msg_id": key, "text": text}
        try:
            socket = self.socket = self.socket or await self._connect()
            await socket.send(json.dumps(frame))
            while True:
                heard = json.loads(await socket.recv())
                if heard.get("client_msg_id") == key:
                    break
        except BROKEN:
            await self.end()
            raise
        if heard["type"] == "error":
            raise NotAcceptedError(heard["problem"]["status"], heard["problem"]["detail"])
        return int(heard["seq"])

    async def _connect(self) -> websockets.ClientConnection:
        protocols = ["frontdesk.v1", f"frontdesk.{self.token}"]
        return await websockets.connect(
            self.server.websocket_url,
            subprotocols=cast(list[websockets.Subprotocol], protocols),
            origin=cast(websockets.Origin, self.server.url),
            proxy=None,
        )

    async def end(self) -> None:
        if self.socket is not None:
            await self.socket.close()
        self.socket = None


KINDS: tuple[type[Customer], ...] = (HttpCustomer, SocketCustomer)


def open_client(timeout: float = 30) -> httpx.AsyncClient:
    """A client for any number of customers, each request over a connection of its own."""
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=0)
    return httpx.AsyncClient(timeout=timeout, limits=limits)


async def begin_all(server: LiveServer, client: httpx.AsyncClient, number: int) -> list[Customer]:
    """So many customers, half over HTTP and half over WebSockets, with conversations begun."""
    customers = [KINDS[n % len(KINDS)](server, client) for n in range(number)]
    for each in customers:
        await each.begin()
    return customers


def kept_promises(customers: list[Customer], threads: list[list[Message]]) -> tuple[Figure, ...]:
    """The figures that every fault on the web is measured by."""
    lost, repeated, twice, unanswered, ordered = [], [], [], [], 0
    for customer, thread in zip(customers, threads, strict=True):
        asked = {each["seq"]: each["text"] for each in thread if each["author"] == "customer"}
        lost += [
            key
            for key, seq in customer.acknowledged.items()
            if asked.get(seq) != customer.said[key]
        ]
        repeated += [text for text, n in Counter(asked.values()).items() if n > 1]
        replied = Counter(seq for each in thread for seq in each["reply_to"])
        twice += [seq for seq, n in replied.items() if n > 1]
        unanswered += [seq for seq in asked if seq not in replied]
        ordered += in_order(customer, thread)
    return (
        none_of("acknowledged messages lost", lost),
        none_of("stored twice", repeated),
        none_of("answered twice", twice),
        none_of("left unanswered", unanswered),
        all_of("of conversations in order", ordered, len(customers)),
    )


def in_order(customer: Customer, thread: list[Message]) -> bool:
    """Whether numbers rise, messages stand as they were written, and replies after them."""
    numbers = [each["seq"] for each in thread]
    said = [each["text"] for each in thread if each["author"] == "customer"]
    after = all(seq < each["seq"] for each in thread for seq in each["reply_to"])
    return numbers == sorted(set(numbers)) and said == list(customer.said.values()) and after
