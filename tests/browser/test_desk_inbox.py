"""The inbox in a real browser: search, keys on any layout, alerts, a lost network, ten thousand."""

from __future__ import annotations

import random
import time
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import insert

from bot.services import utc_now
from bot.store import Database
from bot.store.database import sqlite_url
from bot.store.tables import ConversationRow, MessageRow

from .agent import Agent, sign_in_wordless
from .conftest import LiveServer
from .test_desk import WIDE, Screenshot, Visit, unique, waiting_customer

pytestmark = pytest.mark.browser
MANY = 10_000
WORDS = ("parcel", "order", "bike", "return", "refund", "battery", "frame", "late", "warranty")


@pytest.fixture
def crowded(server_of_my_own: LiveServer) -> LiveServer:
    """A server with ten thousand closed conversations of eight messages, and one that waits."""
    database = Database.open(sqlite_url(server_of_my_own.home / "frontdesk.db"))
    chance, now = random.Random(7), utc_now()
    rows, said = [], []
    for number in range(MANY):
        at = now - timedelta(minutes=number)
        waits = number == MANY - 1
        rows.append({
            "id": f"c{number:05}", "channel": "web", "customer": f"Customer {number}",
            "status": "waiting" if waits else "closed", "waiting_since": at if waits else None,
            "next_seq": 9, "created_at": at, "updated_at": at,
        })  # fmt: skip
        for seq in range(1, 9):
            text = " ".join(chance.choices(WORDS, k=12))
            author = "customer" if seq % 2 else "bot"
            said.append({
                "conversation_id": f"c{number:05}", "seq": seq, "author": author, "text": text,
                "sent_at": at + timedelta(seconds=seq),
            })  # fmt: skip
    said[0]["text"] = "the needle in the haystack"
    with database.write() as session:
        session.execute(insert(ConversationRow), rows)
        session.execute(insert(MessageRow), said)
    database.close()
    return server_of_my_own


def press(page: Page, key: str, code: str) -> None:
    """A key as a keyboard of another layout sends it."""
    page.evaluate(
        "([key, code]) => document.body.dispatchEvent("
        "new KeyboardEvent('keydown', {key, code, bubbles: true, cancelable: true}))",
        [key, code],
    )


def test_ten_thousand_conversations_are_searched_and_scrolled_to_the_last(
    visit: Visit, crowded: LiveServer, screenshot: Screenshot
) -> None:
    page = visit(viewport=WIDE)
    agent = Agent(page, crowded).sign_in("/desk/inbox/closed")
    expect(agent.row("Customer 0")).not_to_have_count(0)
    screenshot(page, "desk-inbox-ten-thousand")
    reached = page.evaluate(
        """async () => {
          const list = document.querySelector(".rows"), until = Date.now() + 180000;
          while (Date.now() < until && !list.innerText.includes("Customer 9998")) {
            list.scrollTop = list.scrollHeight;
            await new Promise((done) => setTimeout(done, 20));
          }
          return [list.querySelectorAll("a").length, list.innerText.includes("Customer 9998")];
        }"""
    )
    assert reached[1], "the last one was not reached"
    assert reached[0] < 60, "rows out of sight are in the page"
    page.get_by_label("Search conversations").fill("needle haystack")
    expect(page.locator("a.row")).to_have_count(1)
    expect(agent.row("the needle in the haystack")).to_be_visible()


def test_filters_narrow_a_search_over_all_queues(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    text = unique("do you sell unicycles")
    waiting_customer(visit, live_server, text)
    agent = Agent(visit(viewport=WIDE), live_server).sign_in("/desk/inbox/closed")
    agent.page.get_by_label("Search conversations").fill(text)
    expect(agent.page.locator("a.row")).to_have_count(1)
    agent.page.get_by_role("button", name="Filters", exact=True).click()
    agent.page.get_by_label("State", exact=True).select_option("closed")
    expect(agent.page.get_by_text("No conversation matches.")).to_be_visible()
    agent.page.get_by_label("State", exact=True).select_option("")
    agent.page.get_by_label("From", exact=True).fill("2030-01-01")
    expect(agent.page.get_by_text("No conversation matches.")).to_be_visible()
    screenshot(agent.page, "desk-inbox-filters")
    agent.press("Clear search and filters")
    expect(agent.page.get_by_label("Search conversations")).to_have_value("")


@pytest.mark.parametrize(
    ("layout", "next_key", "take"),
    [
        ("QWERTY", ("j", "KeyJ"), ("t", "KeyT")),
        ("Dvorak", ("j", "KeyC"), ("t", "KeyK")),
        ("Russian", ("о", "KeyJ"), ("е", "KeyT")),
    ],
)
def test_keys_drive_the_inbox_on_any_layout(
    visit: Visit,
    live_server: LiveServer,
    layout: str,
    next_key: tuple[str, str],
    take: tuple[str, str],
) -> None:
    text = unique(f"keys of {layout}")
    waiting_customer(visit, live_server, text)
    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    agent.page.get_by_label("Search conversations").fill(text)
    expect(agent.page.locator("a.row")).to_have_count(1)
    agent.page.get_by_label("Search conversations").blur()
    press(agent.page, *next_key)
    expect(agent.log.get_by_text(text).first).to_be_visible()
    press(agent.page, *take)
    expect(agent.page.get_by_placeholder("Reply to")).to_be_visible()


def test_the_keys_are_listed_and_can_be_switched_off(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    page = visit(viewport=WIDE)
    Agent(page, live_server).sign_in()
    page.keyboard.press("?")
    listed = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(listed).to_be_visible()
    screenshot(page, "desk-keys")
    listed.get_by_label("Single keys do something").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("5")
    expect(page.get_by_role("link", name="Closed")).not_to_have_attribute("aria-current", "page")


def test_who_looks_elsewhere_is_called_by_title_sound_and_notification(
    visit: Visit, live_server: LiveServer
) -> None:
    page = visit(viewport=WIDE)
    page.context.grant_permissions(["notifications"])
    page.add_init_script(
        """window.heard = [];
        document.hasFocus = () => false;
        window.Notification = class { static permission = "granted";
          constructor(title) { window.heard.push(title); } };
        window.AudioContext = class extends AudioContext {
          createOscillator() { window.heard.push("sound"); return super.createOscillator(); } };"""
    )
    Agent(page, live_server).sign_in()
    page.wait_for_timeout(2_500)
    waiting_customer(visit, live_server, unique("is anybody there"))
    until = time.monotonic() + 15
    while len(heard := page.evaluate("window.heard")) < 3 and time.monotonic() < until:
        page.wait_for_timeout(100)
    assert "sound" in heard
    assert any(each.endswith("is waiting") for each in heard)
    assert page.title().startswith("(")


def test_a_lost_network_is_shown_and_costs_no_word(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    text = unique("my bell does not ring")
    customer = waiting_customer(visit, live_server, text)
    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    agent.find(text)
    agent.press("Take over")
    field = agent.page.get_by_placeholder("Reply to")
    field.fill("I send you another one.")
    agent.page.context.set_offline(True)
    expect(agent.page.get_by_text("Live updates are interrupted")).to_be_visible()
    field.press("Enter")
    refused = agent.page.locator("section.conversation").get_by_role("alert")
    expect(refused).to_contain_text("could not be reached")
    screenshot(agent.page, "desk-offline")
    agent.page.context.set_offline(False)
    expect(agent.page.get_by_text("Live updates are interrupted")).to_have_count(0)
    agent.page.reload()
    expect(field).to_have_value("I send you another one.")
    field.press("Enter")
    expect(customer.log.locator("article.agent")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en", "zh-CN"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_inbox_fits_every_screen(
    visit: Visit,
    live_server: LiveServer,
    screenshot: Screenshot,
    scheme: str,
    locale: str,
    width: int,
) -> None:
    waiting_customer(visit, live_server, unique("where is my parcel?"))
    page = visit(viewport={"width": width, "height": 900}, color_scheme=scheme, locale=locale)
    sign_in_wordless(page, live_server, "/desk/")
    expect(page.locator("a.row").first).to_be_visible()
    screenshot(page, f"desk-inbox-{scheme}-{locale}-{width}")
    page.locator("a.row").first.click()
    expect(page.get_by_role("log")).to_be_visible()
    page.wait_for_timeout(600)
    screenshot(page, f"desk-conversation-{scheme}-{locale}-{width}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
