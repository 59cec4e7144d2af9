"""The desk's insights in a real browser: figures, where they lead, what they save, every screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from eventful import Desk, fill
from playwright.sync_api import Page, expect

from bot.services import utc_now
from bot.store import Database
from bot.store.database import sqlite_url

from .accessibility import violations
from .agent import Agent, sign_in_wordless
from .conftest import LiveServer
from .test_desk import WIDE, Screenshot, Visit

pytestmark = pytest.mark.browser
FIGURES = 10
PATIENCE_MS = 60_000


@pytest.fixture(scope="module")
def eventful(live_server: LiveServer) -> LiveServer:
    """A server at whose desk much has happened in the last two months."""
    database, now = Database.open(sqlite_url(live_server.home / "frontdesk.db")), utc_now()
    fill(database, Desk.over(database, now), now, many=500, days=60)
    database.close()
    return live_server


def at_insights(page: Page, server: LiveServer) -> Agent:
    agent = Agent(page, server).sign_in("/desk/insights")
    all_drawn(page)
    return agent


def all_drawn(page: Page) -> None:
    """Waits until every figure has come."""
    expect(page.locator(".figure[aria-busy=false]")).to_have_count(FIGURES, timeout=PATIENCE_MS)
    expect(page.locator(".of-contacts canvas")).to_be_visible(timeout=PATIENCE_MS)


def test_a_number_leads_to_its_conversations_and_these_into_the_inbox(
    visit: Visit, eventful: LiveServer, screenshot: Screenshot
) -> None:
    page = visit(viewport=WIDE)
    at_insights(page, eventful)
    contacts = page.get_by_role("region", name="What customers ask about")
    contacts.get_by_role("button", name="Where is my order?", exact=True).first.click()
    listed = page.get_by_role("dialog")
    expect(listed.locator("a.row").first).to_be_visible(timeout=PATIENCE_MS)
    counted = contacts.locator(".kinds li").first.locator(".tabular").inner_text()
    expect(listed.get_by_role("status")).to_have_text(f"{counted} conversations")
    screenshot(page, "desk-insights-behind")
    listed.locator("a.row").first.click()
    expect(page.get_by_role("log")).to_be_visible(timeout=PATIENCE_MS)
    page.go_back()
    all_drawn(page)


def test_days_and_filters_are_kept_and_change_every_figure(
    visit: Visit, eventful: LiveServer
) -> None:
    page = visit(viewport=WIDE)
    agent = at_insights(page, eventful)
    headline = page.locator(".of-contacts .headline strong")
    month = int(headline.inner_text())
    agent.press("7 days")
    expect(headline).not_to_have_text(str(month), timeout=PATIENCE_MS)
    page.get_by_label("Channel").select_option("telegram")
    agent.press("Dates")
    expect(page.get_by_label("From", exact=True)).to_be_visible()
    page.get_by_role("link", name="Templates").first.click()
    page.get_by_role("link", name="Insights").click()
    expect(page.get_by_label("Channel")).to_have_value("telegram")


def test_a_figure_is_read_and_saved_as_a_table_and_as_a_picture(
    visit: Visit, eventful: LiveServer
) -> None:
    page = visit(viewport=WIDE)
    at_insights(page, eventful)
    ratings = page.get_by_role("region", name="Ratings", exact=True)
    ratings.get_by_text("As a table").click()
    expect(ratings.get_by_role("rowheader", name="5 of 5")).to_be_visible()
    with page.expect_download() as saved:
        ratings.get_by_role("button", name="as CSV").click()
    text = Path(saved.value.path()).read_text(encoding="utf-8-sig")
    assert text.startswith("From,")
    assert "5 of 5" in text.splitlines()[0]
    with page.expect_download() as saved:
        ratings.get_by_role("button", name="as a picture").click()
    assert Path(saved.value.path()).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en", "zh-CN"])
@pytest.mark.parametrize("width", [1440, 390])
def test_insights_fit_every_screen(
    visit: Visit,
    eventful: LiveServer,
    screenshot: Screenshot,
    scheme: str,
    locale: str,
    width: int,
) -> None:
    page = visit(viewport={"width": width, "height": 900}, color_scheme=scheme, locale=locale)
    sign_in_wordless(page, eventful, "/desk/insights")
    all_drawn(page)
    screenshot(page, f"desk-insights-{scheme}-{locale}-{width}")
    page.locator(".of-templates").scroll_into_view_if_needed()
    screenshot(page, f"desk-insights-below-{scheme}-{locale}-{width}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page.main_frame) == []
