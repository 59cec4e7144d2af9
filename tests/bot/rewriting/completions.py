"""A local endpoint that answers like an OpenAI-compatible one: well, badly, slowly, hostilely."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Script = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]


@contextmanager
def endpoint(script: Script, asked: list[dict[str, Any]] | None = None) -> Iterator[str]:
    """The base address of a server that answers every request by ``script``; ``asked`` keeps the
    bodies."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if asked is not None:
                asked.append({**body, "path": self.path, "auth": self.headers["Authorization"]})
            with suppress(ConnectionError):
                script(self, body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads, server.block_on_close = True, False
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()


def begin(handler: BaseHTTPRequestHandler, status: int = 200) -> None:
    """The head of a streamed answer."""
    handler.send_response(status)
    handler.send_header("Content-Type", "text/event-stream")
    handler.end_headers()


def event(handler: BaseHTTPRequestHandler, data: object) -> None:
    """One event of the stream."""
    handler.wfile.write(b"data: " + json.dumps(data).encode() + b"\n\n")
    handler.wfile.flush()


def piece(text: str, finish: str | None = None) -> dict[str, Any]:
    """A part of the completion."""
    return {"choices": [{"delta": {"content": text}, "finish_reason": finish}]}


def saying(text: str, usage: dict[str, int] | None = None) -> Script:
    """Answers ``text``, a word at a time."""

    def script(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
        begin(handler)
        for word in text.split(" "):
            event(handler, piece(f"{word} "))
        event(handler, {**piece("", "stop"), "usage": usage})
        handler.wfile.write(b"data: [DONE]\n\n")

    return script


def failing(status: int) -> Script:
    """Answers with an HTTP error."""
    return lambda handler, _: begin(handler, status)


def raw(data: bytes) -> Script:
    """Answers with these bytes, whatever they are."""

    def script(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
        begin(handler)
        handler.wfile.write(data)

    return script


def dripping(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
    """Never falls silent and never ends."""
    begin(handler)
    for _again in range(200):
        event(handler, piece("and "))
        time.sleep(0.05)
