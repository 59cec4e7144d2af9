"""A shop of somebody else's with the widget on it: another origin, and a policy of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Final

import jwt
from live import LiveServer, copy_home

IDENTITY_SECRET: Final = "the shop and the desk share this secret"
PAGE: Final = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><h1>Shop</h1><p><a href="/next">Next page</a> <button id="help">Help</button></p>{body}</body>
</html>"""


class Site(ThreadingHTTPServer):
    """A site that answers everything with ``html`` under the content security policy ``policy``.

    A browser takes it for another origin than the widget's, and as ``localhost`` for another site
    too, whose frames may store nothing in a private window.
    """

    html = PAGE
    policy = "default-src 'none'"

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    @property
    def url(self) -> str:
        return f"http://{self.host}/"

    @property
    def foreign_host(self) -> str:
        return f"localhost:{self.server_port}"

    def embed(self, server: LiveServer, attributes: str = "") -> None:
        """The widget on the page: one script and one frame from elsewhere, and nothing else."""
        tag = f'<script src="{server.url}/widget.js" async {attributes}></script>'
        self.html = PAGE.format(body=tag)
        self.policy = f"default-src 'none'; script-src {server.url}; frame-src {server.url}"


class _Answer(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:  # the name that http.server calls
        body = self.server.html.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", self.server.policy)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def site() -> Iterator[Site]:
    """A running site."""
    serving = Site()
    Thread(target=serving.serve_forever, daemon=True).start()
    yield serving
    serving.shutdown()
    serving.server_close()


def widget_server(prepared_home: Path, folder: Path, settings: str) -> LiveServer:
    """A server, not started yet, with ``settings`` beside those of the prepared home."""
    server = LiveServer.over(copy_home(prepared_home, folder / "home"))
    path = server.home / "frontdesk.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{settings}", encoding="utf-8")
    server.environment = {"FRONTDESK_IDENTITY_SECRET": IDENTITY_SECRET}
    return server


def signed(until: float, **claims: str) -> str:
    """A token such as the shop's server signs; ``until`` in seconds since 1970."""
    return jwt.encode({**claims, "exp": int(until)}, IDENTITY_SECRET, "HS256")
