"""What comes before and after a conversation: the form, the hours, the transcript, forgetting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from live import LiveServer
from playwright.sync_api import Page, expect

from .agent import Agent
from .customer import Customer
from .host_page import widget_server

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
Screenshot = Callable[[Page, str], None]
PHONE = {"width": 390, "height": 844}
ASKING = """
widget:
  pre_chat:
    fields: [order_number, email, damaged_part]
    optional: [order_number]
    opening: {en: So that we find your order, zh-Hans: 以便我们查找您的订单}
  consent:
    en: We keep what you write here for a year.
    zh-Hans: 您在此写下的内容会保存一年。
  privacy_url: https://lindewiel.example/privacy
hours: {time_zone: Europe/Amsterdam, week: {}}
"""


@pytest.fixture(scope="module")
def asking(prepared_home, tmp_path_factory) -> Iterator[LiveServer]:
    """A server that asks for details and consent before the first message."""
    server = widget_server(prepared_home, tmp_path_factory.mktemp("asking"), ASKING)
    server.start()
    yield server
    server.stop()


def arrive(page: Page, server: LiveServer) -> Customer:
    customer = Customer(page, server.url).arrive()
    customer.launcher.click()
    return customer


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_was_asked_before_the_chat_reaches_the_agent(
    visit: Visit, asking: LiveServer, screenshot: Screenshot, scheme: str
) -> None:
    page = visit(color_scheme=scheme)
    customer = arrive(page, asking)
    start = customer.panel.get_by_role("button", name="Start the chat")
    expect(start).to_be_visible()
    screenshot(page, f"widget-form-{scheme}")
    start.click()
    expect(customer.panel.get_by_text("Please fill this in.")).to_have_count(3)
    address = customer.panel.get_by_label("E-mail")
    address.fill("eve at home")
    customer.panel.get_by_label("Damaged").select_option(label="Wheel or brake")
    customer.panel.get_by_role("checkbox").check()
    start.click()
    expect(customer.panel.get_by_text("Which e-mail address did you order with?")).to_be_visible()
    screenshot(page, f"widget-form-refused-{scheme}")
    address.fill("eve@home.example")
    start.click()
    expect(start).to_be_hidden(timeout=20_000)
    expect(customer.field).to_be_focused()
    text = f"my wheel broke, {scheme}"
    customer.say(text)
    expect(customer.own(text)).to_have_count(1)
    customer.person.click()
    expect(customer.panel.get_by_role("status").filter(has_text="queue")).to_be_visible()
    agent = Agent(visit(viewport={"width": 1440, "height": 900}), asking).sign_in()
    agent.find(text)
    expect(agent.page.get_by_text("eve@home.example")).to_be_visible()


def test_what_a_form_holds_is_kept_when_it_cannot_be_sent(visit: Visit, asking: LiveServer) -> None:
    page = visit(viewport=PHONE)
    customer = arrive(page, asking)
    customer.panel.get_by_label("E-mail").fill("eve@home.example")
    customer.panel.get_by_label("Damaged").select_option(label="Wheel or brake")
    customer.panel.get_by_role("checkbox").check()
    page.context.set_offline(True)
    customer.panel.get_by_role("button", name="Start the chat").click()
    expect(customer.panel.get_by_text("The chat could not be started.")).to_be_visible()
    expect(customer.panel.get_by_label("E-mail")).to_have_value("eve@home.example")
    page.context.set_offline(False)
    customer.panel.get_by_role("button", name="Talk to a person").click()
    expect(customer.panel.get_by_role("status").filter(has_text="queue")).to_be_visible()


def test_the_form_speaks_chinese_on_a_phone(
    visit: Visit, asking: LiveServer, screenshot: Screenshot
) -> None:
    page = visit(viewport=PHONE, locale="zh-CN")
    customer = arrive(page, asking)
    expect(customer.panel.get_by_text("以便我们查找您的订单")).to_be_visible()
    screenshot(page, "widget-form-chinese-phone")


def test_an_arabic_customer_reads_from_right_to_left(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    page = visit(locale="ar")
    customer = Customer(page, live_server.url).arrive().open()
    expect(customer.panel.locator("html")).to_have_attribute("dir", "rtl")
    customer.say("كيف يمكنني إرجاع دراجة؟")
    expect(customer.replies()).to_have_count(2)
    own = customer.log.locator("article.customer .bubble").bounding_box()
    reply = customer.replies().last.locator(".bubble").bounding_box()
    assert own is not None
    assert reply is not None
    assert own["x"] < reply["x"]
    box = customer.launcher.bounding_box()
    assert box is not None
    assert box["x"] == 20
    screenshot(page, "widget-arabic")


def test_closed_hours_are_said_where_a_person_is_asked_for(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    page = visit()
    away = {"open": False, "opens_at": "2027-01-07T09:00:00+01:00", "expected_wait_seconds": None}

    def closed(route) -> None:
        config = route.fetch().json()
        route.fulfill(json={**config, "team": away})

    page.context.route("**/api/widget/config**", closed)
    customer = Customer(page, live_server.url).arrive().open()
    expect(customer.panel.get_by_text("People are back Thu")).to_be_visible()
    screenshot(page, "widget-closed-hours")


def test_the_conversation_can_be_taken_along(visit: Visit, live_server: LiveServer) -> None:
    customer = Customer(visit(), live_server.url).arrive().open()
    customer.say("what does shipping cost?")
    expect(customer.replies()).to_have_count(2)
    customer.panel.get_by_role("button", name="More").click()
    with customer.page.expect_download() as download:
        customer.panel.get_by_role("button", name="Download transcript").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert download.value.suggested_filename.startswith("Lindewiel-")
    assert "You\nwhat does shipping cost?" in text
    assert "Lindewiel (Automated)" in text


def test_a_customer_has_everything_deleted(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    page = visit()
    customer = Customer(page, live_server.url).arrive().open()
    customer.say("forget that I asked")
    expect(customer.replies()).to_have_count(2)
    customer.panel.get_by_role("button", name="More").click()
    customer.panel.get_by_role("button", name="Delete this conversation").click()
    expect(customer.panel.get_by_role("dialog")).to_be_visible()
    screenshot(page, "widget-forget")
    with page.expect_response("**/api/chat/conversation") as erased:
        customer.panel.get_by_role("button", name="Delete for good").click()
    assert erased.value.json()["erased"]["conversations"] == 1
    expect(customer.panel.get_by_text("Deleted. Nothing of the conversation")).to_be_visible()
    expect(customer.own("forget that I asked")).to_have_count(0)
    assert customer.panel.locator("html").evaluate("() => localStorage.length") == 0
    assert page.evaluate("localStorage.length") == 0


def test_an_emoji_goes_where_the_cursor_is(visit: Visit, live_server: LiveServer) -> None:
    customer = Customer(visit(), live_server.url).arrive().open()
    customer.field.fill("thank you")
    customer.field.press("Home")
    customer.panel.get_by_role("button", name="Insert an emoji").click()
    customer.page.keyboard.press("ArrowRight")
    customer.page.keyboard.press("Enter")
    expect(customer.field).to_have_value("😀thank you")
    expect(customer.field).to_be_focused()
