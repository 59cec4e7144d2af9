"""Files between a customer and an agent, in real browsers."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect
from sample_files import PDF, picture, wav

from bot.content.attachments import expect_attachment
from bot.conversations.expected_files import Problem, due, give_up
from bot.conversations.intake import Inbound, accept_within
from bot.conversations.opening import conversation_of_channel
from bot.services import utc_now
from bot.store import Database
from bot.store.database import sqlite_url

from .agent import Agent
from .conftest import LiveServer
from .customer import Customer

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
Screenshot = Callable[[Page, str], None]
WIDE = {"width": 1440, "height": 900}
LOADED = "image => image.complete && image.naturalWidth > 0"


def attach(customer: Customer, name: str, data: bytes, media_type: str) -> None:
    """Chooses a file with the paper-clip."""
    given = {"name": name, "mimeType": media_type, "buffer": data}
    customer.panel.locator("input[type=file]").set_input_files(given)


def test_a_picture_reaches_the_agent_and_a_plan_comes_back(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    customer = Customer(visit(), live_server.url).arrive().open()
    attach(customer, "my bike.png", picture(480, 320), "image/png")
    expect(customer.panel.get_by_text("Ready to send")).to_be_visible()
    screenshot(customer.page, "widget-file-chosen")
    text = f"the frame is cracked {uuid4().hex[:8]}"
    customer.say(text)
    shown = customer.log.get_by_role("img", name="my bike.png")
    expect(shown).to_be_visible()
    expect(customer.replies().last).to_contain_text("can't look at the picture myself")
    assert shown.evaluate(LOADED)
    screenshot(customer.page, "widget-file-sent")
    if customer.person.is_visible():
        customer.person.click()

    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    agent.find(text)
    seen = agent.log.get_by_role("img", name="my bike.png")
    expect(seen).to_be_visible()
    agent.page.wait_for_function(
        "() => [...document.querySelectorAll('.messages img')].every(i => i.naturalWidth > 0)"
    )
    agent.press("Take over")
    plan = {"name": "repair plan.pdf", "mimeType": "application/pdf", "buffer": PDF}
    agent.page.locator("input[type=file]").set_input_files(plan)
    expect(agent.page.get_by_text("Ready to send")).to_be_visible()
    screenshot(agent.page, "desk-file-chosen")
    agent.press("Send")
    expect(agent.log.get_by_role("link", name="repair plan.pdf")).to_be_visible()
    screenshot(agent.page, "desk-files")
    link = customer.log.get_by_role("link", name="repair plan.pdf")
    expect(link).to_be_visible()
    screenshot(customer.page, "widget-file-received")
    with customer.page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == "repair plan.pdf"


def test_files_without_words_go_one_message_each_and_a_recording_can_be_played(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    page = visit(viewport={"width": 390, "height": 844}, color_scheme="dark")
    customer = Customer(page, live_server.url).arrive().open()
    attach(customer, "noise.wav", wav(2), "audio/wav")
    attach(customer, "half a page of terms with a rather long name.txt", b"Terms", "text/plain")
    expect(customer.panel.get_by_text("Ready to send")).to_have_count(2)
    screenshot(page, "widget-files-chosen-phone")
    customer.panel.get_by_role("button", name="Send", exact=True).click()
    expect(customer.log.locator("article.customer")).to_have_count(2)
    expect(customer.replies().last).to_contain_text("can't look into files myself")
    sound = customer.log.locator("audio")
    expect(sound).to_have_count(1)
    assert sound.evaluate(
        "player => player.readyState > 0 || new Promise(done => {"
        "player.onloadedmetadata = () => done(true); player.onerror = () => done(false);})"
    )
    screenshot(page, "widget-files-phone")


def test_what_is_not_taken_is_said_in_words(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    customer = Customer(visit(), live_server.url).arrive().open()
    attach(customer, "film.mp4", bytes(11 * 2**20), "video/mp4")
    expect(customer.panel.get_by_text("Too large: 10 MB at most")).to_be_visible()
    attach(customer, "page.html", b"<script>alert(1)</script>", "text/html")
    expect(customer.panel.get_by_text("This kind of file is not taken")).to_be_visible()
    screenshot(customer.page, "widget-files-refused")
    send = customer.panel.get_by_role("button", name="Send", exact=True)
    expect(send).to_be_disabled()
    for name in ("film.mp4", "page.html"):
        customer.panel.get_by_role("button", name=f"Remove {name}").click()
    customer.field.fill("never mind")
    expect(send).to_be_enabled()


def test_a_picture_can_be_dropped_and_pasted(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    customer = Customer(visit(), live_server.url).arrive().open()
    panel = customer.panel.locator("main")
    carried = panel.evaluate_handle(
        "(_, bytes) => { const data = new DataTransfer(); data.items.add(new File("
        "[new Uint8Array(bytes)], 'drop.png', {type: 'image/png'})); return data; }",
        list(picture(8, 8)),
    )
    panel.dispatch_event("dragenter", {"dataTransfer": carried})
    expect(customer.panel.get_by_text("Drop the file")).to_be_visible()
    screenshot(customer.page, "widget-file-dropping")
    panel.dispatch_event("drop", {"dataTransfer": carried})
    expect(customer.panel.get_by_text("Drop the file")).to_be_hidden()
    expect(customer.panel.get_by_text("drop.png")).to_be_visible()
    customer.field.evaluate(
        "(field, clipboardData) => field.dispatchEvent("
        "new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}))",
        carried,
    )
    expect(customer.panel.get_by_text("Ready to send")).to_have_count(2)


def test_the_desk_says_of_a_file_that_it_is_on_its_way_or_why_not(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    text = f"two files {uuid4().hex[:8]}"
    telegram_message(live_server, text)
    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    agent.queue("Bot")
    agent.find(text)
    expect(agent.log.get_by_text("Being fetched…")).to_be_visible()
    expect(agent.log.get_by_text("Not kept: too large")).to_be_visible()
    screenshot(agent.page, "desk-files-expected")


def telegram_message(server: LiveServer, text: str) -> None:
    """A message with two files whose bytes Telegram still has; one is too large."""
    now = utc_now()
    database = Database.open(sqlite_url(server.home / "frontdesk.db"))
    with database.write() as session:
        chat = conversation_of_channel(session, "telegram", text, now, customer="Kim")
        files = tuple(
            expect_attachment(
                session, chat.id, source=name, name=name, media_type=None, size=1, now=now
            )
            for name in ("voice.ogg", "film.mp4")
        )
        accept_within(session, chat.id, Inbound(text, text, attachments=files), now)
    late = next(each for each in due(database, "telegram", now) if each.source == "film.mp4")
    give_up(database, late, Problem.TOO_LARGE, now)
    database.close()
