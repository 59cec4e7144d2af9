"""The desk's inbox in a real browser: sign in, see, take over, reply, give back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from .agent import Agent
from .conftest import LiveServer
from .customer import Customer

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
Screenshot = Callable[[Page, str], None]
WIDE = {"width": 1440, "height": 900}


def waiting_customer(visit: Visit, server: LiveServer, text: str) -> Customer:
    """A customer who has written ``text`` and asked for a person."""
    customer = Customer(visit(), server.url).arrive().open()
    customer.say(text)
    expect(customer.replies()).to_have_count(2)
    if customer.person.is_visible():
        customer.person.click()
    expect(customer.panel.get_by_role("status").filter(has_text="queue")).to_be_visible()
    return customer


def unique(text: str) -> str:
    """The text, told apart from those of other tests on the same server."""
    return f"{text} {uuid4().hex[:8]}"


def test_a_wrong_password_is_said_in_a_sentence(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    page = visit()
    page.goto(f"{live_server.url}/desk/")
    page.get_by_label("E-mail address").fill("nobody@example.org")
    page.get_by_label("Password").fill("not the password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("is wrong")
    screenshot(page, "desk-sign-in")


def test_an_agent_takes_over_replies_and_gives_back(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    text = unique("my parcel says delivered but it is not here")
    customer = waiting_customer(visit, live_server, text)
    agent.find(text)
    screenshot(agent.page, "desk-inbox")
    agent.press("Take over")
    expect(agent.page.get_by_text("With a person")).to_be_visible()
    agent.reply("I am looking into it.")
    expect(customer.log.locator("article.agent")).to_contain_text("I am looking into it.")
    expect(customer.panel.get_by_text("You are talking with")).to_be_visible()
    replies = customer.replies().count()
    customer.say("thank you")
    expect(agent.log.get_by_text("thank you")).to_be_visible()
    expect(customer.replies()).to_have_count(replies)
    screenshot(agent.page, "desk-conversation")
    screenshot(customer.page, "widget-with-agent")
    agent.press("Give back to the bot")
    expect(customer.person).to_be_visible()


def test_a_waiting_conversation_appears_by_itself(visit: Visit, live_server: LiveServer) -> None:
    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    text = unique("the motor makes a noise")
    agent.page.get_by_label("Search conversations").fill(text)
    expect(agent.page.get_by_text("No conversation matches.")).to_be_visible()
    waiting_customer(visit, live_server, text)
    expect(agent.page.locator("a.row")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_reasons_of_a_reply_are_readable(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot, scheme: str
) -> None:
    text = unique("how do I return an item")
    waiting_customer(visit, live_server, text)
    agent = Agent(visit(viewport=WIDE, color_scheme=scheme), live_server).sign_in()
    agent.find(text)
    agent.log.get_by_role("button", name="Why this answer").first.click()
    reasons = agent.page.get_by_role("complementary", name="Why this answer")
    expect(reasons.get_by_text("In short")).to_be_visible()
    assert "{" not in reasons.inner_text()
    screenshot(agent.page, f"desk-reasons-{scheme}")


def test_who_was_slower_is_told_in_a_sentence(visit: Visit, live_server: LiveServer) -> None:
    text = unique("is anybody there")
    waiting_customer(visit, live_server, text)
    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    agent.find(text)
    agent.page.route("**/takeover", lambda route: route.continue_(post_data='{"epoch": 0}'))
    agent.press("Take over")
    expect(agent.page.get_by_role("alert")).to_contain_text("faster")


def test_a_note_is_for_colleagues_only(visit: Visit, live_server: LiveServer) -> None:
    text = unique("I want to speak to the boss")
    customer = waiting_customer(visit, live_server, text)
    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    agent.find(text)
    field = agent.page.get_by_placeholder("Write a note for colleagues")
    field.fill("A regular of ours.")
    field.press("Enter")
    expect(agent.log.get_by_text("A regular of ours.")).to_be_visible()
    customer.page.reload()
    customer.reopen()
    expect(customer.own(text)).to_have_count(1)
    expect(customer.log.get_by_text("A regular of ours.")).to_have_count(0)


def test_a_closed_conversation_moves_to_its_queue(visit: Visit, live_server: LiveServer) -> None:
    text = unique("all solved by now")
    waiting_customer(visit, live_server, text)
    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    agent.find(text)
    agent.press("Take over")
    agent.press("Close")
    expect(agent.page.get_by_text("This conversation is closed.")).to_be_visible()
    agent.queue("Closed")
    expect(agent.page.locator("a.row")).to_have_count(1)


def test_the_desk_works_on_a_phone(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    text = unique("which lock fits my bike")
    waiting_customer(visit, live_server, text)
    page = visit(viewport={"width": 390, "height": 844})
    agent = Agent(page, live_server).sign_in()
    screenshot(page, "desk-inbox-phone")
    agent.find(text)
    agent.press("Take over")
    agent.reply("The Bolder fits.")
    expect(agent.log.get_by_text("The Bolder fits.")).to_be_visible()
    screenshot(page, "desk-conversation-phone")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_desk_speaks_chinese_where_the_browser_does(
    visit: Visit, live_server: LiveServer
) -> None:
    page = visit(locale="zh-CN")
    page.goto(f"{live_server.url}/desk/")
    expect(page.get_by_role("button", name="登录")).to_be_visible()
