"""An agent at work on one conversation: canned answers, mentions, the customer, passing it on."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bot.desk.users import Role, add_user
from bot.services import utc_now
from bot.store import Database
from bot.store.database import sqlite_url

from .agent import Agent
from .conftest import LiveServer
from .test_desk import WIDE, Screenshot, Visit, unique, waiting_customer

pytestmark = pytest.mark.browser
PASSWORD = "two wheels are enough"


@pytest.fixture(scope="module")
def colleague(live_server: LiveServer) -> str:
    """The address of somebody else at the desk."""
    database = Database.open(sqlite_url(live_server.home / "frontdesk.db"))
    add_user(database, "eve@lindewiel.example", PASSWORD, Role.AGENT, utc_now(), "Eve Adams")
    database.close()
    return "eve@lindewiel.example"


def at_work(visit: Visit, server: LiveServer, text: str, **page: object) -> Agent:
    agent = Agent(visit(viewport=WIDE, **page), server).sign_in()
    agent.find(text)
    return agent


def test_a_canned_answer_is_chosen_by_a_slash_and_edited_before_it_is_sent(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    text = unique("about my order")
    customer = waiting_customer(visit, live_server, text)
    agent = at_work(visit, live_server, text)
    agent.press("Take over")
    field = agent.page.get_by_placeholder("Reply to")
    field.press_sequentially("Hello! /warranty")
    answers = agent.page.get_by_role("listbox", name="Canned answers")
    expect(answers.get_by_role("option").first).to_contain_text("warranty", ignore_case=True)
    screenshot(agent.page, "desk-canned")
    field.press("ArrowDown")
    field.press("Enter")
    expect(answers).to_have_count(0)
    assert field.input_value().startswith("Hello! ")
    assert "/warranty" not in field.input_value()
    field.press("Control+End")
    field.press_sequentially(" Kind regards.")
    field.press("Enter")
    expect(customer.log.locator("article.agent")).to_contain_text("Kind regards.")


def test_a_note_calls_a_colleague_who_finds_it(
    visit: Visit, live_server: LiveServer, colleague: str, screenshot: Screenshot
) -> None:
    text = unique("a hard question")
    waiting_customer(visit, live_server, text)
    agent = at_work(visit, live_server, text)
    field = agent.page.get_by_placeholder("Write a note for colleagues")
    field.press_sequentially("@ev")
    agent.page.get_by_role("listbox").get_by_role("option", name="Eve Adams").click()
    field.press_sequentially("do you know?")
    field.press("Enter")
    expect(agent.log.get_by_text("@Eve Adams do you know?")).to_be_visible()
    eve = Agent(visit(viewport=WIDE), live_server)
    eve.sign_in("/desk/inbox/mentions", colleague, PASSWORD)
    expect(eve.page.locator("a.row")).to_have_count(1)
    screenshot(eve.page, "desk-mentions")
    eve.page.locator("a.row").click()
    expect(eve.log.get_by_text("@Eve Adams do you know?")).to_be_visible()
    expect(eve.page.locator("a.row")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_customers_page_shows_history_mood_and_what_was_read(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot, scheme: str
) -> None:
    text = unique("what is the warranty on frames?")
    customer = waiting_customer(visit, live_server, text)
    customer.say("This is terrible, I am very angry!")
    agent = at_work(visit, live_server, text, color_scheme=scheme)
    agent.press("Customer")
    page = agent.page.get_by_role("complementary", name="Customer")
    expect(page.get_by_role("heading", name="Mood over time")).to_be_visible()
    expect(page.locator("circle")).to_have_count(2)
    expect(page.get_by_text("Known since")).to_be_visible()
    expect(page.get_by_text(text)).to_be_visible()
    screenshot(agent.page, f"desk-customer-{scheme}")


def test_what_waits_is_asked_of_a_colleague(
    visit: Visit, live_server: LiveServer, colleague: str
) -> None:
    text = unique("somebody for frames")
    waiting_customer(visit, live_server, text)
    agent = at_work(visit, live_server, text)
    agent.page.get_by_label("Ask somebody to take it").select_option("Eve Adams")
    expect(agent.page.get_by_text("asked of Eve Adams")).to_be_visible()
    eve = Agent(visit(viewport=WIDE), live_server)
    eve.sign_in("/desk/inbox/assigned", colleague, PASSWORD)
    expect(eve.page.locator("a.row")).not_to_have_count(0)


def test_a_conversation_is_put_off_to_any_moment(visit: Visit, live_server: LiveServer) -> None:
    text = unique("call me in march")
    waiting_customer(visit, live_server, text)
    agent = at_work(visit, live_server, text)
    agent.press("Take over")
    agent.page.get_by_label("Snooze until").select_option("own")
    moment = utc_now() + timedelta(days=3)
    agent.page.get_by_label("Snooze until").fill(moment.strftime("%Y-%m-%dT09:30"))
    agent.press("Set")
    expect(agent.page.locator(".conversation-head").get_by_text("Snoozed")).to_be_visible()


def test_the_conversation_is_downloaded_as_text(visit: Visit, live_server: LiveServer) -> None:
    text = unique("write this down")
    waiting_customer(visit, live_server, text)
    agent = at_work(visit, live_server, text)
    agent.page.locator(".download summary").click()
    with agent.page.expect_download() as download:
        agent.page.get_by_role("link", name="Download as text").click()
    assert text in Path(download.value.path()).read_text(encoding="utf-8")


def test_a_wrong_answer_is_put_right_in_two_clicks(visit: Visit, live_server: LiveServer) -> None:
    text = unique("what is the warranty on frames?")
    waiting_customer(visit, live_server, text)
    agent = at_work(visit, live_server, text)
    agent.log.get_by_role("button", name="Wrong?").first.click()
    agent.log.get_by_role("group", name="It should have been").get_by_role("button").first.click()
    expect(agent.log.get_by_text("Noted; it counts from now on.")).to_be_visible()
