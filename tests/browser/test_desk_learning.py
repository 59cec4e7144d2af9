"""The loop at the desk in a real browser: a reply corrected by two clicks, and the review page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .agent import Agent
from .conftest import LiveServer
from .customer import Customer

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
WIDE = {"width": 1440, "height": 900}


def test_a_reply_is_corrected_by_two_clicks_and_counts_as_new(
    visit: Visit, live_server: LiveServer, screenshot: Callable[[Page, str], None]
) -> None:
    customer = Customer(visit(), live_server.url).arrive().open()
    text = "the weather vane on my roof is squeaking"
    customer.say(text)
    expect(customer.replies()).to_have_count(2)
    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    agent.queue("Bot")
    agent.find(text)
    agent.log.get_by_role("button", name="Wrong?").click()
    agent.log.get_by_role("group", name="It should have been").get_by_role(
        "button", name="A person"
    ).click()
    expect(agent.log.get_by_text("Noted; it counts from now on.")).to_be_visible()
    agent.page.get_by_role("link", name="Review").click()
    expect(agent.page.get_by_role("heading", name="Learning")).to_be_visible()
    expect(agent.page.get_by_text("examples are new since the last model")).to_be_visible()
    expect(agent.page.get_by_role("heading", name="From conversations")).to_be_visible()
    screenshot(agent.page, "desk-learning")
