"""The page to try the chat on: the sample company's shop is shown for the sample company alone."""

from __future__ import annotations

from bot.content.sample_home import mark_as_sample
from bot.services import utc_now


def test_a_company_of_its_own_is_not_taken_for_the_sample(shop):
    assert shop.client.get("/api/widget/config").json()["sample"] is False


def test_the_sample_company_is_known_by_its_mark(shop):
    mark_as_sample(shop.services.database, utc_now())
    assert shop.client.get("/api/widget/config").json()["sample"] is True
