"""The page that an installation shows at its own address."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bot.content.sample_home import KEY, mark_as_sample
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import SettingRow

from .accessibility import violations
from .conftest import LiveServer

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


@pytest.mark.parametrize(("locale", "shop"), [("en-GB", "bicycle"), ("zh-CN", "自行车")])
def test_a_company_reads_nothing_of_bicycles_until_the_sample_is_brought_in(
    visit: Visit, live_server: LiveServer, locale: str, shop: str
) -> None:
    page = visit(locale=locale)
    page.goto(live_server.url + "/")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_be_visible()
    expect(page.locator("body")).not_to_contain_text(shop)
    assert violations(page.main_frame) == []
    database = Database.open(Settings.load(live_server.home, {}).database_url)
    try:
        mark_as_sample(database, utc_now())
        page.reload()
        expect(heading).to_contain_text(shop)
    finally:
        with database.write() as session:
            session.delete(session.get_one(SettingRow, KEY))
        database.close()
