"""One customer in several tabs of one browser."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from .conftest import LiveServer
from .customer import Customer

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


def two_tabs(visit: Visit, url: str) -> tuple[Customer, Customer]:
    page = visit()
    first = Customer(page, url).arrive().open()
    second = Customer(page.context.new_page(), url).arrive().open()
    return first, second


def test_a_conversation_begun_in_one_tab_is_there_in_the_other(
    visit: Visit, live_server: LiveServer
) -> None:
    first, second = two_tabs(visit, live_server.url)
    text = f"do you ship to Norway? {uuid4().hex[:8]}"
    first.say(text)
    expect(second.own(text)).to_have_count(1)
    expect(second.replies()).to_have_count(2)
    second.say("and to Iceland?")
    expect(first.own("and to Iceland?")).to_have_count(1)
    first.page.reload()
    expect(first.log.locator("article.customer")).to_have_count(2)


def test_two_tabs_that_write_at_once_share_one_conversation(
    visit: Visit, live_server: LiveServer
) -> None:
    first, second = two_tabs(visit, live_server.url)
    for each, text in ((first, "one"), (second, "two")):
        each.field.fill(text)
    for each in (first, second):
        each.field.evaluate("field => field.form.requestSubmit()")
    for each in (first, second):
        expect(each.log.locator("article.customer time")).to_have_count(2)


def test_what_one_tab_could_not_send_another_sends_once(
    visit: Visit, live_server: LiveServer
) -> None:
    first, second = two_tabs(visit, live_server.url)
    first.say("hello")
    expect(second.replies()).to_have_count(2)
    first.page.context.set_offline(True)
    text = f"left behind {uuid4().hex[:8]}"
    first.say(text)
    expect(second.own(text)).to_have_count(1)
    first.page.close()
    second.page.context.set_offline(False)
    expect(second.own(text).locator("time")).to_be_visible(timeout=40_000)
    expect(second.own(text)).to_have_count(1)


def test_what_was_read_in_one_tab_is_read_in_all(visit: Visit, live_server: LiveServer) -> None:
    first, second = two_tabs(visit, live_server.url)
    second.page.evaluate("Frontdesk.close()")
    first.page.bring_to_front()
    first.say("what is a trade-in?")
    expect(first.replies()).to_have_count(2)
    second.page.bring_to_front()
    expect(second.page.locator("#frontdesk .unread")).to_be_hidden()
