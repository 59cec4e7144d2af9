"""The chat widget in a real browser, against the real server."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from .conftest import LiveServer
from .customer import Customer

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
Screenshot = Callable[[Page, str], None]
PHONE = {"width": 390, "height": 844}


def unique(text: str) -> str:
    """The text, told apart from those of other tests on the same server."""
    return f"{text} ({uuid4().hex[:8]})"


def test_nothing_is_stored_or_asked_elsewhere_before_the_chat_is_opened(
    visit: Visit, live_server: LiveServer
) -> None:
    page = visit()
    hosts = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    Customer(page, live_server.url).arrive()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []
    assert len(page.frames) == 1
    assert hosts == {urlsplit(live_server.url).netloc}


def test_opening_the_chat_alone_leaves_no_conversation_behind(
    visit: Visit, live_server: LiveServer
) -> None:
    page = visit()
    sent: list[str] = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    customer = Customer(page, live_server.url).arrive().open()
    expect(customer.replies().first).to_be_visible()
    assert sent == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_a_reply_says_that_it_is_automated(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot, scheme: str, device: str
) -> None:
    size = PHONE if device == "phone" else {"width": 1280, "height": 800}
    page = visit(viewport=size, color_scheme=scheme)
    customer = Customer(page, live_server.url).arrive()
    screenshot(page, f"shop-{device}-{scheme}")
    customer.open()
    expect(customer.replies().first).to_contain_text("Automated")
    expect(customer.panel.get_by_text("Automated assistant", exact=True)).to_be_visible()
    screenshot(page, f"widget-greeting-{device}-{scheme}")
    customer.say("Hello, how can I return a bike that is too small for me?")
    expect(customer.replies()).to_have_count(2)
    expect(customer.replies().last).to_contain_text("Automated")
    screenshot(page, f"widget-answer-{device}-{scheme}")


def test_the_panel_fills_a_phone(visit: Visit, live_server: LiveServer) -> None:
    page = visit(viewport=PHONE)
    customer = Customer(page, live_server.url).arrive().open()
    page.wait_for_timeout(300)
    box = page.locator("#frontdesk iframe").bounding_box()
    assert box == {"x": 0, "y": 0, **PHONE}
    expect(customer.launcher).to_be_hidden()


def test_the_conversation_goes_on_after_a_reload(visit: Visit, live_server: LiveServer) -> None:
    page = visit()
    customer = Customer(page, live_server.url).arrive().open()
    text = unique("do you ship to Norway?")
    customer.say(text)
    expect(customer.replies()).to_have_count(2)
    before = customer.log.locator("article").all_inner_texts()
    page.reload()
    customer.reopen()
    expect(customer.replies()).to_have_count(2)
    assert customer.log.locator("article").all_inner_texts() == before


def test_what_is_written_offline_is_sent_once_when_the_network_is_back(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    page = visit()
    customer = Customer(page, live_server.url).arrive().open()
    customer.say("hello")
    expect(customer.replies()).to_have_count(2)
    page.context.set_offline(True)
    first, second = unique("first"), unique("second")
    customer.say(first)
    customer.say(second)
    expect(customer.panel.get_by_text("No connection.")).to_be_visible()
    screenshot(page, "widget-offline")
    page.context.set_offline(False)
    expect(customer.own(second).locator("time")).to_be_visible(timeout=40_000)
    expect(customer.panel.get_by_text("No connection.")).to_be_hidden()
    page.reload()
    customer.reopen()
    for text in (first, second):
        expect(customer.own(text)).to_have_count(1)
    shown = customer.log.locator("article.customer").all_inner_texts()
    assert [first in shown[-2], second in shown[-1]] == [True, True]


def test_what_was_not_confirmed_is_sent_after_a_reload(
    visit: Visit, live_server: LiveServer
) -> None:
    page = visit()
    customer = Customer(page, live_server.url).arrive().open()
    page.route("**/api/chat/sessions", lambda route: route.abort())
    text = unique("kept over the reload")
    customer.say(text)
    expect(customer.panel.get_by_text("No connection.")).to_be_visible()
    page.unroute("**/api/chat/sessions")
    page.reload()
    customer.reopen()
    expect(customer.own(text).locator("time")).to_be_visible()
    expect(customer.own(text)).to_have_count(1)


def test_long_polling_serves_where_websockets_do_not_pass(
    visit: Visit, live_server: LiveServer
) -> None:
    page = visit()
    page.route_web_socket("**/api/chat/ws**", lambda socket: socket.close())
    customer = Customer(page, live_server.url).arrive().open()
    customer.say("do you sell helmets?")
    expect(customer.replies()).to_have_count(2)
    customer.say("and locks?")
    expect(customer.replies()).to_have_count(3)


def test_a_person_can_be_asked_for_at_once(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    page = visit()
    customer = Customer(page, live_server.url).arrive().open()
    customer.person.click()
    expect(customer.panel.get_by_role("status").filter(has_text="queue")).to_be_visible()
    expect(customer.person).to_be_hidden()
    screenshot(page, "widget-waiting")


def test_a_suggested_question_is_asked_by_pressing_it(
    visit: Visit, live_server: LiveServer
) -> None:
    page = visit()
    customer = Customer(page, live_server.url).arrive().open()
    suggestion = customer.panel.get_by_role("group", name="Suggested questions").get_by_role(
        "button"
    )
    text = suggestion.first.inner_text()
    suggestion.first.click()
    expect(customer.own(text)).to_have_count(1)
    expect(customer.replies()).to_have_count(2)
    expect(suggestion).to_have_count(0)


def test_thumbs_are_recorded(visit: Visit, live_server: LiveServer) -> None:
    page = visit()
    customer = Customer(page, live_server.url).arrive().open()
    customer.say("what does shipping cost?")
    expect(customer.replies()).to_have_count(2)
    thumb = customer.replies().last.get_by_role("button", name="This answer helped")
    with page.expect_response("**/api/chat/feedback") as answer:
        thumb.click()
    assert answer.value.ok
    expect(thumb).to_have_attribute("aria-pressed", "true")


def test_what_a_customer_writes_is_never_markup(visit: Visit, live_server: LiveServer) -> None:
    page = visit()
    customer = Customer(page, live_server.url).arrive().open()
    customer.say('<img src=x onerror="document.title=1"> <b>bold</b>')
    expect(customer.own("<b>bold</b>")).to_have_count(1)
    expect(customer.log.locator("img, article.customer b")).to_have_count(0)


def test_escape_closes_and_gives_the_focus_back(visit: Visit, live_server: LiveServer) -> None:
    page = visit()
    customer = Customer(page, live_server.url).arrive().open()
    expect(customer.field).to_be_focused()
    customer.field.press("Escape")
    expect(customer.launcher).to_have_attribute("aria-expanded", "false")
    expect(customer.launcher).to_be_focused()


def test_a_host_page_steers_the_chat(visit: Visit, live_server: LiveServer) -> None:
    page = visit()
    customer = Customer(page, live_server.url).arrive()
    page.evaluate(
        "window.heard = []; Frontdesk.on('open', () => heard.push('open'));"
        "Frontdesk.on('close', () => heard.push('close')); Frontdesk.toggle()"
    )
    expect(customer.field).to_be_visible()
    page.evaluate("Frontdesk.close()")
    assert page.evaluate("heard") == ["open", "close"]


def test_a_chinese_browser_gets_a_chinese_panel(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    page = visit(locale="zh-CN", viewport=PHONE)
    customer = Customer(page, live_server.url).arrive().open()
    expect(customer.panel.get_by_role("button", name="转人工客服")).to_be_visible()
    expect(customer.replies().first).to_contain_text("自动回复")
    screenshot(page, "widget-chinese-phone")
