"""A link from a mail in a real browser: that conversation opens, and nothing else is disturbed."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import Page, expect

from bot.conversations.links import Links
from bot.services import utc_now

from .conftest import LiveServer

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
Screenshot = Callable[[Page, str], None]


def conversation_with(server: LiveServer, text: str) -> str:
    """A conversation in which the customer has said ``text`` from another browser."""
    begun = httpx.post(f"{server.url}/api/chat/sessions", json={}).json()
    headers = {"Authorization": f"Bearer {begun['token']}"}
    said = {"client_msg_id": "k", "text": text}
    httpx.post(f"{server.url}/api/chat/messages", json=said, headers=headers).raise_for_status()
    return str(begun["conversation_id"])


def link_to(server: LiveServer, conversation: str) -> str:
    return Links(server.home).address(server.url, conversation, utc_now())


def test_a_link_continues_its_conversation_and_survives_a_reload(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    conversation = conversation_with(live_server, "Where is order LW-26-12345?")
    page = visit()
    page.goto(link_to(live_server, conversation))
    log = page.get_by_role("log")
    expect(log).to_contain_text("Where is order LW-26-12345?")
    page.get_by_role("textbox").fill("and the invoice?")
    page.get_by_role("textbox").press("Enter")
    expect(log.locator("article.customer").filter(has_text="and the invoice?")).to_be_visible()
    screenshot(page, "link-back")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.reload()
    expect(log).to_contain_text("and the invoice?")
    assert not [url for url in sent if url.endswith("/resume")]


def test_the_browsers_own_conversation_stays_as_it_is(
    visit: Visit, live_server: LiveServer
) -> None:
    page = visit()
    page.goto(f"{live_server.url}/widget/")
    page.get_by_role("textbox").fill("my own words")
    page.get_by_role("textbox").press("Enter")
    expect(page.locator("article.bot").nth(1)).to_be_visible()
    own = page.evaluate("localStorage.getItem('frontdesk.session')")
    page.goto(link_to(live_server, conversation_with(live_server, "words of the link")))
    expect(page.get_by_role("log")).to_contain_text("words of the link")
    expect(page.get_by_role("log")).not_to_contain_text("my own words")
    assert page.evaluate("localStorage.getItem('frontdesk.session')") == own


def test_a_link_that_is_cut_off_says_so(visit: Visit, live_server: LiveServer) -> None:
    page = visit(locale="de-DE")
    page.goto(link_to(live_server, "c1")[:-5])
    expect(page.locator("body")).to_contain_text("Dieser Link ist nicht gültig.")


def test_what_is_said_in_sight_counts_as_read(visit: Visit, live_server: LiveServer) -> None:
    conversation = conversation_with(live_server, "hello")
    page = visit()
    frames: list[str] = []
    page.on("websocket", lambda line: line.on("framesent", lambda sent: frames.append(str(sent))))
    page.goto(link_to(live_server, conversation))
    expect(page.locator("article.bot").nth(1)).to_be_visible()
    page.wait_for_timeout(200)
    assert any('"read"' in frame for frame in frames)
