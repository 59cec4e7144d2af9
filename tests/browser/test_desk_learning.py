"""The loop at the desk in a browser: replies corrected by clicks or in words, and the review."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .accessibility import violations
from .agent import Agent, sign_in_wordless
from .conftest import LiveServer
from .customer import Customer
from .test_desk import unique, waiting_customer

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
SLOW_MS = 60_000
"""Gathering reads every conversation first, on a machine that has other things to do."""


def test_a_reply_is_corrected_by_two_clicks_and_counts_as_new(
    visit: Visit, live_server: LiveServer, screenshot: Callable[[Page, str], None]
) -> None:
    customer = Customer(visit(), live_server.url).arrive().open()
    text = "the weather vane on my roof is squeaking"
    customer.say(text)
    expect(customer.replies()).to_have_count(2, timeout=SLOW_MS)
    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    agent.queue("Bot")
    agent.find(text)
    agent.log.get_by_role("button", name="Wrong?").click()
    agent.log.get_by_role("group", name="It should have been").get_by_role(
        "button", name="A person"
    ).click()
    expect(agent.log.get_by_text("Noted; it counts from now on.")).to_be_visible()
    agent.page.get_by_role("link", name="Learning").click()
    expect(agent.page.get_by_role("heading", name="From conversations")).to_be_visible(
        timeout=SLOW_MS
    )
    screenshot(agent.page, "desk-learning")
    agent.page.get_by_role("link", name="Models").click()
    expect(agent.page.get_by_text("examples are new since the last model")).to_be_visible(
        timeout=SLOW_MS
    )


def test_what_nobody_has_written_yet_becomes_a_draft_article(
    visit: Visit, live_server: LiveServer, screenshot: Callable[[Page, str], None]
) -> None:
    text = unique("is there a museum of antique typewriters near you")
    customer = waiting_customer(visit, live_server, text)
    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    agent.find(text)
    agent.press("Take over")
    agent.reply("The typewriter museum in Zutphen opens on Saturdays only.")
    expect(customer.log.locator("article.agent")).to_contain_text("typewriter museum")
    agent.page.get_by_role("link", name="Learning").click()
    gaps = agent.page.locator("section").filter(
        has=agent.page.get_by_role("heading", name="Gaps in the knowledge base")
    )
    gap = gaps.get_by_role("listitem").filter(has_text=text)
    expect(gap.get_by_text("1 person")).to_be_visible(timeout=SLOW_MS)
    expect(gap.get_by_text("Closest articles:")).to_be_visible()
    with agent.page.expect_download() as download:
        gap.get_by_role("button", name="Download a draft article").click()
    draft = download.value.path().read_text("utf-8")
    assert draft.endswith("\n\nThe typewriter museum in Zutphen opens on Saturdays only.\n")
    gap.scroll_into_view_if_needed()
    screenshot(agent.page, "desk-gaps")


def test_words_of_an_agent_are_read_by_an_editor_and_then_the_bot_says_them(
    visit: Visit, live_server: LiveServer, screenshot: Callable[[Page, str], None]
) -> None:
    text = unique("does the sundial in your garden keep summer time")
    said = "Our sundial is right from October to March only."
    customer = waiting_customer(visit, live_server, text)
    agent = Agent(visit(viewport=WIDE), live_server).sign_in()
    agent.find(text)
    agent.log.get_by_role("button", name="Wrong?").last.click()
    agent.log.get_by_label("Or in your own words").fill(said)
    screenshot(agent.page, "desk-own-words")
    assert violations(agent.page.main_frame) == []
    agent.page.keyboard.press("Control+Enter")
    expect(agent.log.get_by_text("Handed in.")).to_be_visible()
    expect(customer.log).not_to_contain_text(said)
    phone = visit(viewport=PHONE, locale="zh-CN", color_scheme="dark")
    sign_in_wordless(phone, live_server, agent.page.url.removeprefix(live_server.url))
    phone.get_by_role("button", name="答错了？").last.click()
    phone.get_by_label("或者自己写出正确的回答").scroll_into_view_if_needed()
    assert violations(phone.main_frame) == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    screenshot(phone, "desk-own-words-phone")
    agent.page.get_by_role("link", name="Learning").click()
    line = agent.page.get_by_role("listitem").filter(has_text=text).filter(has_text=said).first
    expect(line.get_by_text("wrote what it should have said")).to_be_visible(timeout=SLOW_MS)
    line.scroll_into_view_if_needed()
    screenshot(agent.page, "desk-own-words-review")
    line.get_by_role("button", name="Make it a draft answer").click()
    editor = agent.page.locator("form.editor")
    expect(editor.get_by_text("wrote this in place of a reply")).to_be_visible()
    written = editor.locator("textarea").evaluate_all("all => all.map((each) => each.value)")
    assert {text, said} <= set(written)
    screenshot(agent.page, "desk-own-words-draft")
    intents = editor.locator("fieldset.intents")
    assert intents.evaluate("(each) => each.scrollHeight <= each.clientHeight + 1")
    editor.get_by_label("State").select_option("live")
    editor.get_by_role("button", name="Save", exact=True).click()
    expect(editor.get_by_text("wrote this in place of a reply")).to_have_count(0)
    other = Customer(visit(), live_server.url).arrive().open()
    other.say(text)
    expect(other.log).to_contain_text(said, timeout=SLOW_MS)
