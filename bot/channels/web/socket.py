"""The chat API over WebSocket: the same messages, pushed. HTTP stays the fall-back.

The token travels as a subprotocol, because browsers cannot set headers here; the origin is checked
by hand, because CORS does not guard WebSockets.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from urllib.parse import urlsplit

import anyio
from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.web.payloads import (
    ClientFrame,
    MessageRequest,
    TextTooLongError,
    message_json,
    state_json,
)
from bot.channels.web.positions import Position
from bot.conversations.errors import ConversationError, UnknownConversationError
from bot.conversations.reading import PAGE, OwnerView, customer_view
from bot.conversations.tokens import conversation_of_token
from bot.limits import TooManyError
from bot.problems import STATUS
from bot.services import Services

log = logging.getLogger(__name__)
PROTOCOL = "frontdesk.v1"
TOKEN_PREFIX = "frontdesk."  # noqa: S105
MAX_FRAME = 128 * 1024
POLICY_VIOLATION = 1008
REFRESH_SECONDS = 20.0
TYPISTS = ("bot", "agent")
CUSTOMER_TYPES = "typing:"
"""What the bus calls that a customer types; the conversation's id follows."""


def socket_router(services: Services) -> APIRouter:
    """The route ``/api/chat/ws``."""
    router = APIRouter()

    @router.websocket("/api/chat/ws")
    async def chat(socket: WebSocket, after: Position = 0) -> None:
        conversation = await _admit(socket, services)
        if conversation is None:
            await socket.close(POLICY_VIOLATION)
            return
        await socket.accept(subprotocol=PROTOCOL)
        await _serve(socket, services, conversation, after)

    return router


async def _admit(socket: WebSocket, services: Services) -> str | None:
    offered = socket.scope.get("subprotocols", [])
    tokens = [
        each.removeprefix(TOKEN_PREFIX)
        for each in offered
        if each.startswith(TOKEN_PREFIX) and each != PROTOCOL
    ]
    if PROTOCOL not in offered or len(tokens) != 1 or not origin_allowed(socket, services):
        return None
    try:
        return await services.look(
            conversation_of_token, services.database, tokens[0], services.clock()
        )
    except UnknownConversationError:
        return None


def origin_allowed(socket: WebSocket, services: Services) -> bool:
    """Whether the page that connects is ours or a listed host's. An absent origin is refused."""
    origin = socket.headers.get("origin")
    if not origin:
        return False
    host = _host(origin)
    own = {socket.headers.get("host", "").lower(), _host(services.settings.public_url or "")}
    listed = {each.lower() for each in services.settings.file.embed_hosts}
    return host != "" and host in own | listed


def _host(url: str) -> str:
    """Host and port of an http(s) address; "" where it is none, such as the origin ``null``."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return parts.netloc.lower() if parts.scheme in ("http", "https") else ""


async def _serve(socket: WebSocket, services: Services, conversation: str, after: int) -> None:
    lock = asyncio.Lock()

    async def write() -> None:
        try:
            await _write(socket, services, conversation, after, lock)
        except (WebSocketDisconnect, RuntimeError):
            tasks.cancel_scope.cancel()

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(write)
        with contextlib.suppress(WebSocketDisconnect, RuntimeError):
            await _read(socket, services, conversation, lock)
        tasks.cancel_scope.cancel()


async def _write(
    socket: WebSocket, services: Services, conversation: str, after: int, lock: asyncio.Lock
) -> None:
    shown: OwnerView | None = None
    with services.bus.subscribe(conversation) as news:
        while True:
            _, typing = news.take()
            view = await services.look(customer_view, services.database, conversation, after)
            async with lock:
                for row in view.messages:
                    files = view.attachments.get(row.seq, ())
                    shown_row = message_json(row, files, services.file_addresses.customers)
                    await socket.send_json({"type": "message", **shown_row})
                    after = row.seq
                if view.state != shown:
                    await socket.send_json({"type": "state", **state_json(view.state)})
                    shown = view.state
                if typing and not view.messages and view.state.owner in TYPISTS:
                    await socket.send_json({"type": "typing", "author": view.state.owner})
            if len(view.messages) < PAGE:
                await news.wait(REFRESH_SECONDS)


async def _read(
    socket: WebSocket, services: Services, conversation: str, lock: asyncio.Lock
) -> None:
    while True:
        raw = await _text_of(socket)
        answer = await _handle(raw, services, conversation)
        if answer is not None:
            async with lock:
                await socket.send_json(answer)


async def _text_of(socket: WebSocket) -> str:
    """The next frame's text; one that is binary is read as UTF-8."""
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1000))
    text = message.get("text")
    return str(text) if text is not None else message.get("bytes", b"").decode(errors="replace")


async def _handle(raw: str, services: Services, conversation: str) -> dict[str, object] | None:
    client_msg_id = None
    try:
        if len(raw) > MAX_FRAME:
            raise ValueError(f"the frame is longer than {MAX_FRAME} characters")
        frame = json.loads(raw)
        if not isinstance(frame, dict):
            raise ValueError("a frame is a JSON object with a `type`")
        kind = frame.get("type")
        if kind != "message":
            told = ClientFrame.model_validate(frame)
            if told.type == "read" and told.seq is not None:
                await services.keep_read_mark(conversation, told.seq)
            if told.type == "typing":
                services.bus.publish(CUSTOMER_TYPES + conversation)
            return None
        client_msg_id = frame.get("client_msg_id")
        request = MessageRequest.model_validate({k: v for k, v in frame.items() if k != "type"})
        inbound = request.inbound()
        services.limits.message(conversation)
        accepted = await services.accept(conversation, inbound)
    except SQLAlchemyError:
        log.exception("conversation %s: a message could not be stored", conversation)
        return _error(client_msg_id, RuntimeError("it could not be stored; send it again"), 503)
    except TooManyError as error:
        return _error(client_msg_id, error, 429)
    except TextTooLongError as error:
        return _error(client_msg_id, error, 413)
    except ConversationError as error:
        return _error(client_msg_id, error, STATUS.get(type(error), 422))
    except (ValidationError, ValueError, RecursionError) as error:
        return _error(client_msg_id, error, 422)
    return {"type": "ack", "client_msg_id": request.client_msg_id, "seq": accepted.seq}


def _error(client_msg_id: object, error: Exception, status: int) -> dict[str, object]:
    detail = str(error)
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        detail = f"{place}: {first['msg']}" if place else first["msg"]
    problem = {"type": "about:blank", "title": "Not accepted", "status": status, "detail": detail}
    frame: dict[str, object] = {"type": "error", "problem": problem}
    if isinstance(client_msg_id, str) and client_msg_id.isprintable():
        frame["client_msg_id"] = client_msg_id
    return frame
