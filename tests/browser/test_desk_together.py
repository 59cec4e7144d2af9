"""Two agents at one desk: who looks, who types, who has put it off, who is banned."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bot.desk.users import Role, add_user
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database

from .agent import Agent
from .conftest import LiveServer
from .test_desk import WIDE, Screenshot, Visit, unique, waiting_customer

pytestmark = pytest.mark.browser
PASSWORD = "correct horse battery staple"


@pytest.fixture
def colleague(live_server: LiveServer) -> str:
    """The address of somebody else who may sign in."""
    settings = Settings.load(live_server.home, {})
    database = Database.open(settings.database_url)
    email = unique("ben").replace(" ", ".") + "@shop.example"
    add_user(database, email, PASSWORD, Role.AGENT, utc_now(), "Ben")
    database.close()
    return email


def test_two_who_open_the_same_conversation_see_each_other(
    visit: Visit, live_server: LiveServer, colleague: str, screenshot: Screenshot
) -> None:
    text = unique("the motor makes a noise")
    customer = waiting_customer(visit, live_server, text)
    robin = Agent(visit(viewport=WIDE), live_server).sign_in()
    robin.find(text)
    ben = Agent(visit(viewport=WIDE), live_server).sign_in(email=colleague, password=PASSWORD)
    ben.find(text)
    expect(ben.page.get_by_text("Robin is looking at this too")).to_be_visible()
    expect(robin.page.get_by_text("Ben is looking at this too")).to_be_visible()
    ben.press("Take over")
    ben.page.get_by_placeholder("Reply to").press_sequentially("I will")
    expect(robin.page.get_by_text("Ben is typing")).to_be_visible()
    expect(customer.panel.get_by_text("typing", exact=False).first).to_be_visible()
    screenshot(robin.page, "desk-together")
    customer.field.press_sequentially("thank")
    expect(ben.page.get_by_text("The customer is typing")).to_be_visible()


def test_a_conversation_is_put_off_and_comes_back_when_the_customer_writes(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    text = unique("please order the part for me")
    customer = waiting_customer(visit, live_server, text)
    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    agent.find(text)
    agent.press("Take over")
    agent.page.get_by_label("Snooze until").select_option("tomorrow")
    expect(agent.page.locator(".conversation-head").get_by_text("Snoozed")).to_be_visible()
    agent.queue("Snoozed")
    expect(agent.row("").first).to_be_visible()
    screenshot(agent.page, "desk-snoozed")
    agent.row("").first.click()
    customer.say("any news?")
    expect(agent.page.locator(".conversation-head").get_by_text("With a person")).to_be_visible()


def test_a_banned_customer_is_marked_and_let_in_again(
    visit: Visit, live_server: LiveServer
) -> None:
    text = unique("you will hear from me every minute")
    waiting_customer(visit, live_server, text)
    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    agent.find(text)
    agent.page.once("dialog", lambda dialog: dialog.accept())
    agent.press("Ban this customer")
    expect(agent.page.locator(".conversation-head").get_by_text("Banned")).to_be_visible()
    agent.press("Let this customer in again")
    expect(agent.page.locator(".conversation-head").get_by_text("Banned")).to_have_count(0)
