"""How a message is on its way, and how a conversation with a person is rated at its end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .agent import Agent
from .conftest import LiveServer
from .customer import Customer
from .test_desk import WIDE, unique, waiting_customer

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
Screenshot = Callable[[Page, str], None]


def test_a_message_says_how_far_it_has_come(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    customer = Customer(visit(), live_server.url).arrive().open()
    first, second = unique("is it in stock?"), unique("and in blue?")
    customer.say(first)
    expect(customer.own(first)).to_contain_text("Sent")
    customer.page.context.set_offline(True)
    expect(customer.panel.get_by_text("No connection.")).to_be_visible()
    customer.say(second)
    expect(customer.own(second)).to_contain_text("Waiting for the connection")
    screenshot(customer.page, "widget-waiting-to-be-sent")
    customer.page.context.set_offline(False)
    expect(customer.own(second)).to_contain_text("Sent")
    expect(customer.own(second)).to_have_count(1)


def test_the_last_rating_counts_and_reaches_the_desk(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    text = unique("my saddle wobbles")
    customer = waiting_customer(visit, live_server, text)
    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    agent.find(text)
    agent.press("Take over")
    agent.reply("Please tighten the bolt under it.")
    expect(customer.log.locator("article.agent")).to_have_count(1)
    agent.press("Close")
    five = customer.log.get_by_role("button", name="5", exact=True)
    expect(five).to_be_visible()
    screenshot(customer.page, "widget-rating")
    customer.log.get_by_role("button", name="2", exact=True).click()
    expect(customer.log.get_by_text("Thank you for your rating.")).to_have_count(1)
    customer.say("5")
    expect(customer.log.get_by_text("Thank you for your rating.")).to_have_count(2)
    agent.page.reload()
    agent.find(text)
    rated = agent.page.get_by_role("complementary").get_by_text("rated 5 of 5")
    expect(rated.first).to_be_visible()
    screenshot(agent.page, "desk-rated")
