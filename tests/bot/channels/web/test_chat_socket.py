"""The chat API over WebSocket: who may connect, what is pushed, and what is refused."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress

import pytest
from fastapi.testclient import TestClient
from serving import Shop
from starlette.testclient import WebSocketDenialResponse
from starlette.websockets import WebSocketDisconnect

from bot.app import create_app
from bot.conversations.intake import Inbound
from bot.settings import Settings


def frames(socket, count: int) -> list[dict]:
    return [socket.receive_json() for _ in range(count)]


def until(socket, kind: str) -> dict:
    """The next frame of ``kind``."""
    while True:
        frame = socket.receive_json()
        if frame["type"] == kind:
            return dict(frame)


def refused(customer, **given) -> bool:
    with (
        pytest.raises((WebSocketDisconnect, WebSocketDenialResponse)),
        customer.socket(**given) as socket,
    ):
        socket.receive_json()
    return True


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://testserver.evil.example",
        "http://evil@testserver",
        "null",
        "",
        "testserver",
        "file://",
        "http://[",
    ],
)
def test_a_foreign_origin_is_refused(shop, origin):
    assert refused(shop.customer(), headers={"origin": origin})


def test_an_absent_origin_is_refused(shop):
    assert refused(shop.customer(), headers={})


@pytest.mark.parametrize("listed", ["https://blog.example", "https://help.shop.example"])
def test_listed_hosts_and_the_public_address_are_let_in(tmp_path, listed):
    (tmp_path / "frontdesk.yaml").write_text("embed_hosts: [blog.example]")
    settings = Settings.load(tmp_path, {"FRONTDESK_PUBLIC_URL": "https://help.shop.example"})
    app = create_app(settings)
    with TestClient(app) as client:
        customer = Shop(app, client).customer()
        with customer.socket(headers={"origin": listed}) as socket:
            assert until(socket, "state")["owner"] == "bot"
        assert refused(customer, headers={"origin": "https://evil.example"})


def test_a_public_address_without_a_scheme_lets_nobody_else_in(tmp_path):
    settings = Settings.load(tmp_path, {"FRONTDESK_PUBLIC_URL": "help.shop.example"})
    app = create_app(settings)
    with TestClient(app) as client:
        assert refused(Shop(app, client).customer(), headers={"origin": "null"})


@pytest.mark.parametrize(
    "protocols",
    [
        [],
        ["frontdesk.v1"],
        ["frontdesk.v1", "frontdesk.wrong"],
        ["frontdesk.v1", "frontdesk.a", "frontdesk.b"],
    ],
)
def test_without_the_right_token_nobody_gets_in(shop, protocols):
    assert refused(shop.customer(), subprotocols=protocols)


def test_a_token_alone_does_not_speak_the_protocol(shop):
    customer = shop.customer()
    assert refused(customer, subprotocols=[f"frontdesk.{customer.token}"])


@pytest.mark.parametrize("after", [-1, "x", "9" * 30])
def test_a_place_to_resume_from_that_cannot_be_is_refused(shop, after):
    assert refused(shop.customer(), after=after)


def test_the_server_selects_the_protocol_and_never_echoes_the_token(shop):
    with shop.customer().socket() as socket:
        assert socket.accepted_subprotocol == "frontdesk.v1"


def test_what_was_said_before_comes_first_then_who_answers(shop):
    with shop.customer().socket() as socket:
        greeting, state = frames(socket, 2)
    assert (greeting["type"], greeting["author"]) == ("message", "bot")
    assert state == {
        "type": "state",
        "owner": "bot",
        "name": None,
        "position": None,
        "expected_wait_seconds": None,
    }


def test_a_message_is_acknowledged_and_answered(shop):
    with shop.customer().socket(after=1) as socket:
        until(socket, "state")
        socket.send_json({"type": "message", "client_msg_id": "k", "text": "hello"})
        seen: dict[str, dict] = {}
        while "bot" not in seen or "ack" not in seen:
            frame = socket.receive_json()
            if frame["type"] in ("message", "ack"):
                seen[frame.get("author", "ack")] = frame
    assert seen["ack"] == {"type": "ack", "client_msg_id": "k", "seq": 2}
    assert seen["customer"]["seq"] == 2
    assert seen["bot"]["reply_to"] == [2]


def test_the_same_message_sent_three_times_is_acknowledged_three_times_with_one_seq(shop):
    customer = shop.customer()
    with customer.socket(after=1) as socket:
        for _ in range(3):
            socket.send_json({"type": "message", "client_msg_id": "k", "text": "hello"})
        acks = [until(socket, "ack") for _ in range(3)]
    assert acks == [{"type": "ack", "client_msg_id": "k", "seq": 2}] * 3
    customer.reply_to(2)
    assert len(customer.page()["messages"]) == 3


def test_what_was_missed_while_away_comes_after_resuming(shop):
    customer = shop.customer()
    with customer.socket() as socket:
        last = until(socket, "message")["seq"]
    seq = customer.says("said over HTTP")
    reply = customer.reply_to(seq)
    with customer.socket(after=last) as socket:
        missed = [until(socket, "message")["seq"] for _ in range(2)]
    assert missed == [seq, reply["seq"]]


def test_two_windows_see_the_same(shop):
    customer = shop.customer()
    with customer.socket(after=1) as one, customer.socket(after=1) as other:
        one.send_json({"type": "message", "client_msg_id": "k", "text": "hello"})
        assert until(other, "message")["text"] == "hello"


def test_a_change_of_owner_is_told(shop):
    customer = shop.customer()
    with customer.socket(after=1) as socket:
        until(socket, "state")
        customer.post("handoff", {})
        assert until(socket, "state") == {
            "type": "state",
            "owner": "queue",
            "name": None,
            "position": 1,
            "expected_wait_seconds": None,
        }


@pytest.mark.parametrize(
    ("frame", "status", "reason"),
    [
        ({"type": "message", "client_msg_id": "k", "text": "x" * 8_001}, 413, "8,001"),
        (
            {"type": "message", "client_msg_id": "k", "text": " "},
            422,
            "a button or an attachment",
        ),
        ({"type": "message", "client_msg_id": "k", "button": "9.9"}, 422, "no button"),
        ({"type": "message", "client_msg_id": "k", "text": "x", "html": "x"}, 422, "html"),
        ({"type": "message", "text": "x"}, 422, "client_msg_id"),
        ({"type": "message", "client_msg_id": "k", "text": "a\x00b"}, 422, "NUL"),
        ({"type": "message", "client_msg_id": ["k"], "text": "x"}, 422, "client_msg_id"),
        ({"type": "shout"}, 422, "type"),
        ({}, 422, "type"),
        ([], 422, "JSON object"),
        ("x", 422, "JSON object"),
    ],
)
def test_a_frame_that_cannot_be_taken_is_answered_with_a_problem(shop, frame, status, reason):
    with shop.customer().socket(after=1) as socket:
        socket.send_json(frame)
        error = until(socket, "error")
        assert error["problem"]["status"] == status
        assert reason in error["problem"]["detail"]
        if isinstance(frame, dict) and frame.get("client_msg_id") == "k":
            assert error["client_msg_id"] == "k"
        socket.send_json({"type": "message", "client_msg_id": "after", "text": "still here"})
        assert until(socket, "ack")["seq"] == 2


@pytest.mark.parametrize(
    "raw",
    [
        "not json",
        '{"type": "message", "client_msg_id": "k", "text": "half \\ud83d"}',
        '{"type": "message", "client_msg_id": "\\ud83d", "text": "x"}',
        "[" * 100_000,
        "x" * 130_000,
        '{"type": "read", "seq": 1e999}',
    ],
)
def test_a_frame_that_cannot_be_read_breaks_nothing(shop, raw):
    with shop.customer().socket(after=1) as socket:
        socket.send_text(raw)
        assert until(socket, "error")["problem"]["status"] == 422
        socket.send_json({"type": "message", "client_msg_id": "after", "text": "still here"})
        assert until(socket, "ack")["seq"] == 2


def test_a_binary_frame_is_read_as_text(shop):
    with shop.customer().socket(after=1) as socket:
        frame = {"type": "message", "client_msg_id": "k", "text": "über"}
        socket.send_bytes(json.dumps(frame).encode())
        assert until(socket, "message")["text"] == "über"


def test_a_conflict_over_the_socket_is_a_409(shop):
    customer = shop.customer()
    customer.says("hello", key="k")
    with customer.socket(after=1) as socket:
        socket.send_json({"type": "message", "client_msg_id": "k", "text": "bye"})
        assert until(socket, "error")["problem"]["status"] == 409


def test_typing_and_reading_are_taken_without_an_answer(shop):
    with shop.customer().socket(after=1) as socket:
        until(socket, "state")
        socket.send_json({"type": "typing"})
        socket.send_json({"type": "read", "seq": 1})
        socket.send_json({"type": "message", "client_msg_id": "k", "text": "x"})
        assert socket.receive_json()["type"] in ("ack", "message")


def test_listeners_are_forgotten_when_their_line_closes(shop):
    customer = shop.customer()
    with customer.socket() as socket:
        until(socket, "state")
    customer.page(wait=0)
    assert shop.services.bus._listeners == {}


async def test_a_message_whose_senders_line_breaks_meanwhile_is_still_answered(shop):
    customer = shop.customer()
    services = shop.services

    async def cut_off() -> None:
        with services.database.write() as session:
            session.connection()
            taking = asyncio.create_task(services.accept(customer.id, Inbound("k", "hello")))
            await asyncio.sleep(0.2)
            taking.cancel()
            with suppress(asyncio.CancelledError):
                await taking

    portal = shop.client.portal
    assert portal is not None
    await asyncio.to_thread(portal.call, cut_off)
    reply = await asyncio.to_thread(customer.reply_to, 2)
    assert reply["reply_to"] == [2]


def next_of(socket, kind: str, most: int = 12) -> dict:
    """The next frame of this kind."""
    for _ in range(most):
        heard = socket.receive_json()
        if heard["type"] == kind:
            return dict(heard)
    raise AssertionError(f"no frame of kind {kind}")


def test_a_customer_sees_that_the_agent_who_answers_is_typing(shop):
    customer, ada = shop.customer(), shop.person()
    ada.act(customer.id, "takeover")
    with customer.socket() as socket:
        next_of(socket, "state")
        ada.act(customer.id, "presence", typing=True)
        assert next_of(socket, "typing") == {"type": "typing", "author": "agent"}


def test_a_colleague_who_types_without_holding_it_is_not_shown(shop):
    customer, ada, bob = shop.customer(), shop.person("Ada"), shop.person("Bob")
    ada.act(customer.id, "takeover")
    with customer.socket() as socket:
        next_of(socket, "state")
        bob.act(customer.id, "presence", typing=True)
        ada.act(customer.id, "reply", client_msg_id="k", text="hello")
        assert next_of(socket, "message", 1)["text"] == "hello"


def test_the_desk_hears_that_a_customer_types(shop):
    customer = shop.customer()
    with shop.services.bus.subscribe() as news, customer.socket() as socket:
        socket.send_json({"type": "typing"})
        socket.send_json({"type": "message", "client_msg_id": "k", "text": "hi"})
        next_of(socket, "ack")
        assert f"typing:{customer.id}" in news.take()[0]
