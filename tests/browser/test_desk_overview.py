"""What an agent reads first, drafts of the bot, and the switch that silences it, in a browser."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import expect

from .agent import Agent
from .conftest import LiveServer
from .customer import Customer
from .test_desk import WIDE, Screenshot, Visit, unique, waiting_customer

pytestmark = pytest.mark.browser


@pytest.fixture
def drafting(server_of_my_own: LiveServer) -> LiveServer:
    """A server that learns, while it runs, that its bot only drafts on the web."""
    with (server_of_my_own.home / "frontdesk.yaml").open("a") as file:
        file.write("\ntrust:\n  channels:\n    web: draft\n")
    time.sleep(1.5)
    return server_of_my_own


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_overview_offers_replies_that_go_into_the_reply_box(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot, scheme: str
) -> None:
    text = unique("how long do I have to return an item?")
    customer = waiting_customer(visit, live_server, text)
    agent = Agent(visit(viewport=WIDE, color_scheme=scheme), live_server).sign_in()
    agent.find(text)
    overview = agent.page.get_by_role("complementary", name="Overview")
    expect(overview.get_by_text("how long do I have to return an item?")).to_be_visible()
    suggestions = overview.get_by_role("button").filter(has_text="Template")
    expect(suggestions.first).to_be_visible()
    agent.press("Take over")
    screenshot(agent.page, f"desk-overview-{scheme}")
    field = agent.page.get_by_placeholder("Reply to")
    expect(field).to_be_visible()
    field.press("Alt+1")
    expect(field).not_to_have_value("")
    field.press("End")
    field.type(" Kind regards.")
    field.press("Enter")
    expect(customer.log.locator("article.agent")).to_contain_text("Kind regards.")


def test_what_the_bot_only_drafts_an_agent_sees_and_may_use(
    visit: Visit, drafting: LiveServer, screenshot: Screenshot
) -> None:
    customer = Customer(visit(), drafting.url).arrive().open()
    customer.say("how do I return an item?")
    expect(customer.panel.get_by_role("status").filter(has_text="queue")).to_be_visible()
    agent = Agent(visit(viewport=WIDE), drafting).sign_in()
    agent.page.locator("a.row").first.click()
    draft = agent.log.locator("article.draft")
    expect(draft).to_be_visible()
    said = draft.locator(".bubble").inner_text().split()[0]
    expect(customer.log.locator("article").filter(has_text="draft")).to_have_count(0)
    agent.press("Take over")
    agent.press("Use this draft")
    field = agent.page.get_by_placeholder("Reply to")
    expect(field).to_have_value(re.compile(re.escape(said)))
    screenshot(agent.page, "desk-draft")
    field.press("Enter")
    expect(customer.log.locator("article.agent")).to_contain_text(said)


def test_the_switch_silences_the_bot_and_lets_it_speak_again(
    visit: Visit, server_of_my_own: LiveServer, screenshot: Screenshot
) -> None:
    agent = Agent(visit(viewport=WIDE), server_of_my_own).sign_in()
    agent.page.once("dialog", lambda dialog: dialog.accept())
    agent.press("Switch the bot off everywhere")
    banner = agent.page.get_by_role("status").filter(has_text="switched off")
    expect(banner).to_be_visible()
    customer = Customer(visit(), server_of_my_own.url).arrive().open()
    customer.say("how do I return an item?")
    expect(customer.log.get_by_text("The automated assistant is switched off")).to_be_visible()
    expect(agent.page.locator("a.row")).to_have_count(1)
    screenshot(agent.page, "desk-switched-off")
    screenshot(customer.page, "widget-switched-off")
    agent.press("Switch it on again")
    expect(banner).to_have_count(0)


def test_on_a_narrow_window_the_overview_lies_over_the_conversation(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    text = unique("which lock fits?")
    waiting_customer(visit, live_server, text)
    agent = Agent(visit(viewport={"width": 900, "height": 800}), live_server).sign_in()
    agent.find(text)
    overview = agent.page.get_by_role("complementary")
    expect(overview).to_be_hidden()
    agent.page.locator("button.narrow-only").click()
    expect(overview.get_by_text("which lock fits?")).to_be_visible()
    screenshot(agent.page, "desk-overview-narrow")
    overview.get_by_role("button", name="Close the panel").click()
    expect(overview).to_be_hidden()
