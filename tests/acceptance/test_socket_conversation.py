"""A conversation over a real WebSocket to the running server."""

from __future__ import annotations

import asyncio
import json

import pytest
import websockets
from live import LiveServer


def connect(server: LiveServer, token: str, *, after: int = 0, origin: str | None = ""):
    return websockets.connect(
        f"{server.websocket_url}?after={after}",
        subprotocols=["frontdesk.v1", f"frontdesk.{token}"],
        origin=server.url if origin == "" else origin,
        proxy=None,
    )


async def until(socket, kind: str, **holding) -> dict:
    """The next frame of ``kind`` that holds these values."""
    async with asyncio.timeout(30):
        while True:
            frame = json.loads(await socket.recv())
            if frame["type"] == kind and holding.items() <= frame.items():
                return dict(frame)


async def test_a_conversation_over_a_websocket_from_greeting_to_person(live_server, agent, chat):
    begun = chat()
    async with connect(live_server, begun.token) as socket:
        greeting = await until(socket, "message")
        assert greeting["author"] == "bot"
        assert (await until(socket, "state"))["owner"] == "bot"
        frame = {"type": "message", "client_msg_id": "k", "text": "can I speak to a person"}
        for _ in range(3):
            await socket.send(json.dumps(frame))
        seqs = {(await until(socket, "ack", client_msg_id="k"))["seq"] for _ in range(3)}
        assert len(seqs) == 1
        assert (await until(socket, "state", owner="queue"))["position"] >= 1
        await asyncio.to_thread(agent.act, begun, "takeover")
        assert (await until(socket, "state", owner="agent"))["name"] == "Robin"
        await asyncio.to_thread(agent.reply, begun, "Hello from Robin.")
        assert (await until(socket, "message", author="agent"))["text"] == "Hello from Robin."


async def test_what_happened_while_away_comes_after_resuming(live_server, chat):
    begun = chat()
    async with connect(live_server, begun.token) as socket:
        last = (await until(socket, "message"))["seq"]
    seq = await asyncio.to_thread(begun.say, "hi")
    reply = await asyncio.to_thread(begun.answer_to, seq)
    async with connect(live_server, begun.token, after=last) as socket:
        assert [(await until(socket, "message"))["seq"] for _ in range(2)] == [seq, reply["seq"]]


@pytest.mark.parametrize("origin", ["https://evil.example", "null", None])
async def test_a_foreign_or_absent_origin_is_refused(live_server, chat, origin):
    with pytest.raises(websockets.InvalidStatus, match="403"):
        async with connect(live_server, chat().token, origin=origin):
            pass


async def test_a_wrong_token_is_refused(live_server):
    with pytest.raises(websockets.InvalidStatus, match="403"):
        async with connect(live_server, "wrong"):
            pass
