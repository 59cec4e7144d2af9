"""The widget for those who do not see it, do not use a mouse, or want nothing to move."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Page, expect

from .accessibility import small_targets, violations
from .conftest import LiveServer
from .customer import Customer

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}


def panel_of(customer: Customer) -> Frame:
    return next(frame for frame in customer.page.frames if "/widget/" in frame.url)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en", "zh-CN", "ar"])
def test_axe_finds_nothing_in_any_state(
    visit: Visit, live_server: LiveServer, scheme: str, locale: str
) -> None:
    page = visit(
        color_scheme=scheme, locale=locale, viewport=PHONE if scheme == "dark" else DESKTOP
    )
    customer = Customer(page, live_server.url).arrive().open()
    panel = panel_of(customer)
    assert violations(panel) == []
    customer.say("How can I return a bike that is too small for me?")
    expect(customer.replies()).to_have_count(2)
    page.wait_for_timeout(300)
    assert violations(panel) == []
    assert small_targets(panel) == []
    customer.panel.locator(".menu-place .round").click()
    assert violations(panel) == []
    customer.panel.locator(".menu .danger").click()
    assert violations(panel) == []
    assert small_targets(panel) == []


def test_axe_finds_nothing_on_the_host_page(visit: Visit, live_server: LiveServer) -> None:
    page = visit()
    Customer(page, live_server.url).arrive()
    about_ours = [each for each in violations(page.main_frame) if "frontdesk" in each]
    assert about_ours == []


def test_replies_are_announced_and_everything_is_reached_by_keyboard(
    visit: Visit, live_server: LiveServer
) -> None:
    page = visit()
    customer = Customer(page, live_server.url).arrive()
    customer.launcher.focus()
    page.keyboard.press("Enter")
    expect(customer.field).to_be_focused()
    page.keyboard.type("what is a trade-in?")
    page.keyboard.press("Enter")
    expect(customer.replies()).to_have_count(2)
    expect(customer.log).to_have_attribute("role", "log")
    reached = set()
    for _ in range(16):
        page.keyboard.press("Shift+Tab")
        reached.add(
            panel_of(customer).evaluate(
                "document.activeElement.getAttribute('aria-label')"
                " || document.activeElement.textContent"
            )
        )
    assert {"Talk to a person", "This answer helped", "More", "Close chat"} <= reached


def test_nothing_moves_where_that_is_not_wanted(visit: Visit, live_server: LiveServer) -> None:
    page = visit(reduced_motion="reduce")
    customer = Customer(page, live_server.url).arrive().open()
    moving = "e => getComputedStyle(e).transitionDuration"
    assert page.locator("#frontdesk .panel").evaluate(moving) == "0s"
    assert customer.field.evaluate(moving) == "0s"


def test_a_menu_gives_the_focus_back(visit: Visit, live_server: LiveServer) -> None:
    page = visit()
    customer = Customer(page, live_server.url).arrive().open()
    customer.say("hello")
    expect(customer.replies()).to_have_count(2)
    more = customer.panel.get_by_role("button", name="More")
    more.focus()
    page.keyboard.press("Enter")
    expect(customer.panel.get_by_role("button", name="Download transcript")).to_be_focused()
    page.keyboard.press("Escape")
    expect(more).to_be_focused()
    expect(customer.field).to_be_visible()
