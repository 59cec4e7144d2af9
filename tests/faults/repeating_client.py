"""A client that sends each frame three times and whose line breaks whenever it likes.

A Hypothesis state machine: after every step what the client was shown is a beginning of what the
server has, and in the end it is all of it.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from typing import Any, ClassVar

from fastapi.testclient import TestClient
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from starlette.testclient import WebSocketTestSession

from bot.app import create_app
from bot.conversations.runner import TurnTiming
from bot.settings import Settings
from faults.findings import Finding, none_of, told
from faults.place import Place

TIMES = 3
STEPS_OF_ONE = 50
FULL_STEPS = 10_000
QUICK_STEPS = 300
PATIENCE = 20.0
PAGE = 200


class Conversation:
    """One conversation, and what its client was told and shown."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        begun = client.post("/api/chat/sessions", json={}).json()
        self.token: str = begun["token"]
        self.said: dict[str, str] = {}
        self.acknowledged: dict[str, set[int]] = {}
        self.shown: list[dict[str, Any]] = []
        self.socket: WebSocketTestSession | None = None

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    @property
    def newest(self) -> int:
        """The number of the last message that the client was shown."""
        return int(self.shown[-1]["seq"]) if self.shown else 0

    def connect(self) -> WebSocketTestSession:
        """The open line; a new one asks for what comes after the last message shown."""
        if self.socket is None:
            protocols = ["frontdesk.v1", f"frontdesk.{self.token}"]
            address = f"/api/chat/ws?after={self.newest}"
            headers = {"origin": "http://testserver"}
            self.socket = self.client.websocket_connect(
                address, subprotocols=protocols, headers=headers
            )
            self.socket.__enter__()
        return self.socket

    def hang_up(self) -> None:
        """Break the line, whatever was on it."""
        if self.socket is not None:
            self.socket.__exit__(None, None, None)
            self.socket = None

    def frame(self, text: str) -> dict[str, str]:
        """A new message under a key of its own."""
        key = f"k{len(self.said)}"
        self.said[key] = text
        return {"client_msg_id": key, "text": text}

    def hear_until(self, key: str, times: int) -> None:
        """Take frames in until so many acknowledgements of ``key`` came."""
        while times:
            times -= self.hear().get("client_msg_id") == key

    def hear(self) -> dict[str, Any]:
        """Take one frame in."""
        heard: dict[str, Any] = self.connect().receive_json()
        if heard["type"] == "ack":
            self.acknowledged.setdefault(heard["client_msg_id"], set()).add(heard["seq"])
        if heard.pop("type") == "message":
            self.shown.append(heard)
        return heard

    def server(self) -> list[dict[str, Any]]:
        """The conversation as the server has it."""
        found: list[dict[str, Any]] = []
        while True:
            after = {"after": found[-1]["seq"] if found else 0}
            page = self.client.get("/api/chat/messages", params=after, headers=self.headers)
            messages = page.json()["messages"]
            found += messages
            if len(messages) < PAGE:
                return found

    def settle(self) -> list[dict[str, Any]]:
        """Wait for every answer, show the client everything, and return what the server has."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            server = self.server()
            asked = {each["seq"] for each in server if each["author"] == "customer"}
            if asked <= {seq for each in server for seq in each["reply_to"]}:
                break
            time.sleep(0.02)
        while self.newest < server[-1]["seq"]:
            self.hear()
        self.hang_up()
        return server


class Tally:
    """What all conversations of a run showed."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.steps = 0
        self.messages = 0
        self.breaks = 0
        self.stored_otherwise: list[str] = []
        self.several_numbers: list[str] = []
        self.views_that_differ: list[str] = []

    def add(self, each: Conversation) -> None:
        """Judge one conversation."""
        server = each.settle()
        stored = Counter(m["text"] for m in server if m["author"] == "customer")
        self.messages += len(each.said)
        self.stored_otherwise += [text for text in each.said.values() if stored[text] != 1]
        self.several_numbers += [key for key, seqs in each.acknowledged.items() if len(seqs) != 1]
        if each.shown != server:
            self.views_that_differ.append(each.token)


class Client(RuleBasedStateMachine):
    """Random acts of one client."""

    tally: ClassVar[Tally]

    def __init__(self) -> None:
        super().__init__()
        self.conversation = Conversation(self.tally.client)

    @rule(text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
    def sends_three_times(self, text: str) -> None:
        self.tally.steps += 1
        frame = self.conversation.frame(f"{len(self.conversation.said)}: {text}")
        for _ in range(TIMES):
            self.conversation.connect().send_text(json.dumps({"type": "message", **frame}))
        self.conversation.hear_until(frame["client_msg_id"], TIMES)

    @rule(heard=st.integers(0, TIMES - 1))
    def loses_the_line_while_sending(self, heard: int) -> None:
        self.tally.steps += 1
        self.tally.breaks += 1
        frame = self.conversation.frame(f"{len(self.conversation.said)}: lost")
        for _ in range(TIMES):
            self.conversation.connect().send_text(json.dumps({"type": "message", **frame}))
        self.conversation.hear_until(frame["client_msg_id"], heard)
        self.conversation.hang_up()
        self.conversation.connect().send_text(json.dumps({"type": "message", **frame}))
        self.conversation.hear_until(frame["client_msg_id"], 1)

    @rule()
    def sends_over_http_three_times(self) -> None:
        self.tally.steps += 1
        conversation = self.conversation
        frame = conversation.frame(f"{len(conversation.said)}: by post")
        for _ in range(TIMES):
            sent = self.tally.client.post(
                "/api/chat/messages", json=frame, headers=conversation.headers
            )
            numbers = conversation.acknowledged.setdefault(frame["client_msg_id"], set())
            numbers.add(sent.json()["seq"])

    @rule()
    def hangs_up(self) -> None:
        self.tally.steps += 1
        self.tally.breaks += self.conversation.socket is not None
        self.conversation.hang_up()

    @rule()
    def looks(self) -> None:
        self.tally.steps += 1
        newest = self.conversation.server()[-1]["seq"]
        while self.conversation.newest < newest:
            self.conversation.hear()

    def teardown(self) -> None:
        self.tally.add(self.conversation)


def run(place: Place, *, quick: bool) -> list[Finding]:
    """Let clients act until there were enough steps."""
    steps = QUICK_STEPS if quick else FULL_STEPS
    app = create_app(Settings.load(place.bare_home(), {}), timing=TurnTiming(quiet=0.02))
    with TestClient(app) as client:
        Client.tally = tally = Tally(client)
        machine = settings(
            max_examples=steps // STEPS_OF_ONE,
            stateful_step_count=STEPS_OF_ONE,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
        while tally.steps < steps:
            run_state_machine_as_test(Client, settings=machine)
    return [
        Finding(
            "A client repeats itself and loses its line",
            f"{tally.steps:,} random steps: frames {TIMES} times each, {tally.breaks:,} lost lines",
            (
                none_of("messages not stored exactly once", tally.stored_otherwise),
                none_of("messages acknowledged under two numbers", tally.several_numbers),
                none_of("client's views that differ from the server's", tally.views_that_differ),
                told("messages", tally.messages),
            ),
        )
    ]
