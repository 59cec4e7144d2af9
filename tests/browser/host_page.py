"""A shop of somebody else's with the widget on it: another origin, and a policy of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import jwt
from live import LiveServer, copy_home
from playwright.sync_api import Page, Route

SHOP: Final = "http://shop.test"
IDENTITY_SECRET: Final = "the shop and the desk share this secret"
PAGE: Final = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><h1>Shop</h1><p><a href="/next">Next page</a> <button id="help">Help</button></p>{tag}</body>
</html>"""


def host_server(prepared_home: Path, folder: Path, settings: str = "") -> LiveServer:
    """A server, not started yet, that lets the shop embed its widget; ``settings`` are added."""
    server = LiveServer.over(copy_home(prepared_home, folder / "home"))
    path = server.home / "frontdesk.yaml"
    written = path.read_text(encoding="utf-8")
    path.write_text(f"{written}\nembed_hosts: [{SHOP}]\n{settings}", encoding="utf-8")
    server.environment = {"FRONTDESK_IDENTITY_SECRET": IDENTITY_SECRET}
    return server


def open_shop(page: Page, server: LiveServer, attributes: str = "", origin: str = SHOP) -> Page:
    """The shop's page, which allows one script and one frame from elsewhere and nothing else."""
    tag = f'<script src="{server.url}/widget.js" async {attributes}></script>'
    policy = f"default-src 'none'; script-src {server.url}; frame-src {server.url}"
    serve_at(page, origin, PAGE.format(tag=tag), policy)
    page.goto(f"{origin}/")
    return page


def serve_at(page: Page, origin: str, html: str, policy: str) -> None:
    """Let ``origin`` answer with ``html`` under this content security policy."""

    def answer(route: Route) -> None:
        headers = {"Content-Type": "text/html", "Content-Security-Policy": policy}
        route.fulfill(status=200, headers=headers, body=html)

    page.context.route(f"{origin}/**", answer)


def signed(until: float, **claims: str) -> str:
    """A token such as the shop's server signs; ``until`` in seconds since 1970."""
    return jwt.encode({**claims, "exp": int(until)}, IDENTITY_SECRET, "HS256")
