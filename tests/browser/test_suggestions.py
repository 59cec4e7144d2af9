"""What the widget suggests after an answer, and who decides whether it may be personal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import LiveServer
from .customer import Customer

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


def test_after_an_answer_one_press_asks_what_comes_next(
    live_server: LiveServer, visit: Visit, screenshot: Callable[[Page, str], None]
) -> None:
    page = visit(locale="en-GB")
    customer = Customer(page, live_server.url).arrive().open()
    customer.say("how do i send this lock back")
    suggested = customer.log.get_by_role("region", name="Suggested questions")
    question = suggested.get_by_role("button").first
    expect(suggested.get_by_text("You may also want to know")).to_be_visible()
    screenshot(page, "widget-suggestions")
    asked = question.locator("span").first.inner_text()
    question.click()
    expect(customer.own(asked)).to_be_visible()


def test_suggestions_become_personal_only_by_choice_and_can_be_switched_off(
    live_server: LiveServer, visit: Visit
) -> None:
    customer = Customer(visit(locale="en-GB"), live_server.url).arrive().open()
    customer.say("how do i send this lock back")
    suggested = customer.log.get_by_role("region", name="Suggested questions")
    suggested.get_by_text("About these suggestions").click()
    choices = suggested.get_by_role("group", name="About these suggestions")
    general = choices.get_by_role("button", name="General")
    expect(general).to_have_attribute("aria-pressed", "true")
    choices.get_by_role("button", name="Personal").click()
    expect(choices.get_by_role("button", name="Personal")).to_have_attribute("aria-pressed", "true")
    choices.get_by_role("button", name="Off").click()
    expect(suggested.get_by_text("You may also want to know")).to_have_count(0)
