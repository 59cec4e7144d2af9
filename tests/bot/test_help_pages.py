"""The help pages show the articles, and nothing that an article could smuggle in."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from serving import Shop

from bot.content.article_sources import ReadPlace, keep_places
from bot.content.articles import all_articles, put_articles
from bot.dialog.phrases import PHRASES
from bot.help.labels import LABELS
from bot.help.pages import Reader, article_page
from knowledge import Article, ArticleId, split_article

BODY = """# Returns

## How [long](https://x.example)?

Thirty days.

1. Open **My orders**.
   ## How long?
2. Press *Return*.

> ## How long?

<script>alert(1)</script><details onclick="alert(3)">More <b>words</b></details>

[x](javascript:alert(2)) ![A label](https://elsewhere.example/label.png)
"""
RETURNS = Article(
    ArticleId("returns"), "Returns", BODY, updated_at=datetime(2026, 3, 1, tzinfo=UTC)
)
SHOP = Reader("Shop", "en")


def test_headings_carry_the_fragments_that_sources_link_to() -> None:
    page = article_page(RETURNS, SHOP)
    anchors = {each.anchor for each in split_article(RETURNS) if each.anchor}

    assert anchors == {"how-long", "how-long-1"}
    assert set(re.findall(r'<h\d id="([^"]+)"', page)) == anchors


def test_the_title_stands_once() -> None:
    assert article_page(RETURNS, SHOP).count("<h1") == 1


def test_html_and_scripts_in_articles_do_not_pass() -> None:
    page = article_page(RETURNS, Reader("<b>Shop</b>", "en"))

    assert "<script" not in page
    assert "onclick" not in page
    assert 'href="javascript' not in page
    assert "<b>" not in page


def test_nothing_is_fetched_from_elsewhere() -> None:
    page = article_page(RETURNS, SHOP)

    assert "<img" not in page
    assert "A label" in page


def test_a_long_page_has_a_table_of_contents_and_says_how_old_it_is() -> None:
    body = "## Costs\n\nNone.\n\n## Time\n\nLong.\n\n### By post\n\nLonger."
    page = article_page(Article(ArticleId("a"), "A", body, updated_at=RETURNS.updated_at), SHOP)

    assert re.findall(r'href="#([^"]+)"', page) == ["costs", "time", "by-post"]
    assert "Updated March 1, 2026" in page


def test_search_engines_are_sent_to_the_original() -> None:
    read = Article(ArticleId("a"), "A", "Text.", url="https://docs.example/a")
    ours = article_page(RETURNS, Reader("Shop", "en", "https://help.example/"))

    assert '<link rel="canonical" href="https://docs.example/a">' in article_page(read, SHOP)
    assert '<link rel="canonical" href="https://help.example/help/returns">' in ours


def test_a_result_quotes_words_without_the_marks_of_tables(shop: Shop) -> None:
    table = "| Paid with | Time |\n| --- | --- |\n| Gift card | one day |"
    put_articles(shop.services.database, [Article(ArticleId("a"), "Refunds", table)])
    page = shop.client.get("/help/?q=gift+card").text

    assert "Paid with · Time Gift card · one day" in page
    assert "---" not in page


def test_a_page_reads_in_its_articles_direction() -> None:
    page = article_page(Article(ArticleId("a"), "مرحبا", "نص", language="ar"), SHOP)

    assert '<html lang="ar" dir="rtl">' in page


def test_every_language_of_the_bot_has_the_words_of_the_pages() -> None:
    assert LABELS.keys() == PHRASES.keys()
    assert len({each.contents for each in LABELS.values()}) == len(LABELS)


def test_pages_are_served_found_and_missed(shop: Shop) -> None:
    put_articles(shop.services.database, [RETURNS])

    assert "Thirty days." in shop.client.get("/help/returns").text
    assert "/help/returns#how-long" in shop.client.get("/help/?q=thirty").text
    assert "Nothing found" in shop.client.get("/help/?q=bananas").text
    assert shop.client.get("/help/style.css").headers["content-type"].startswith("text/css")


def test_a_search_without_the_slash_is_led_to_its_results(shop: Shop) -> None:
    led = shop.client.get("/help?q=fees+abroad", follow_redirects=False)

    assert (led.status_code, led.headers["location"]) == (308, "/help/?q=fees+abroad")


def test_a_page_that_never_was_is_missing_and_one_that_was_is_gone(shop: Shop) -> None:
    database = shop.services.database
    keep_places(database, "folder", [ReadPlace("r.md", "1", [RETURNS])])
    keep_places(database, "folder", [], ["r.md"])

    never, gone = shop.client.get("/help/nothing"), shop.client.get("/help/returns")

    assert (never.status_code, gone.status_code) == (404, 410)
    assert "does not exist" in never.text
    assert 'role="search"' in gone.text


def test_an_old_address_leads_to_the_new_one(shop: Shop) -> None:
    database = shop.services.database
    put_articles(database, [Article(RETURNS.id, "Returns", "Text.", slug="send-back")])
    put_articles(database, [Article(RETURNS.id, "Returns", "Text.", slug="returning")])

    for old in ("send-back", "returns"):
        moved = shop.client.get(f"/help/{old}", follow_redirects=False)
        assert (moved.status_code, moved.headers["location"]) == (301, "/help/returning")
    assert "Text." in shop.client.get("/help/returning").text


@pytest.mark.parametrize("old", ["send-back/", "returns/", "returning/"])
def test_a_slash_behind_an_address_leads_to_the_page(shop: Shop, old: str) -> None:
    database = shop.services.database
    put_articles(database, [Article(RETURNS.id, "Returns", "Text.", slug="send-back")])
    put_articles(database, [Article(RETURNS.id, "Returns", "Text.", slug="returning")])

    moved = shop.client.get(f"/help/{old}", follow_redirects=False)

    assert (moved.status_code, moved.headers["location"]) == (301, "/help/returning")
    assert shop.client.get("/help/nothing/").status_code == 404


@pytest.mark.parametrize("path", ["/help/", "/help/returns", "/help/sitemap.xml"])
def test_whoever_checks_links_may_ask_without_the_page(shop: Shop, path: str) -> None:
    put_articles(shop.services.database, [RETURNS])

    asked = shop.client.head(path)

    assert (asked.status_code, asked.content) == (200, b"")
    assert shop.client.head("/help/nothing").status_code == 404


def test_a_link_to_an_articles_file_leads_to_its_page(shop: Shop) -> None:
    put_articles(shop.services.database, [Article(ArticleId("uk-returns"), "UK", "Text.")])

    assert "Text." in shop.client.get("/help/uk/returns.md").text


def test_the_list_speaks_the_readers_language(shop: Shop) -> None:
    page = shop.client.get("/help/?q=bananas", headers={"Accept-Language": "zh-CN,zh;q=0.9"}).text

    assert '<html lang="zh-Hans"' in page
    assert "没有找到相关内容。" in page
    assert "Search" not in page


def test_chinese_is_found_inside_a_sentence(shop: Shop) -> None:
    put_articles(
        shop.services.database, [Article(ArticleId("zh"), "退货", "您可以在三十天内退货。")]
    )

    assert "/help/zh" in shop.client.get("/help/", params={"q": "怎么退货"}).text


def test_the_sitemap_lists_what_answers(shop: Shop) -> None:
    put_articles(shop.services.database, [RETURNS])
    found = shop.client.get("/help/sitemap.xml")

    assert found.headers["content-type"].startswith("application/xml")
    assert "<loc>http://testserver/help/returns</loc><lastmod>2026-03-01</lastmod>" in found.text


@pytest.mark.parametrize("name", ["returns/uk", "why?", "a b", "50% off", "übergröße", "#1"])
def test_an_article_of_any_id_is_found_where_its_address_leads(shop: Shop, name: str) -> None:
    put_articles(shop.services.database, [Article(ArticleId(name), "Odd", "Here it is.")])
    (stored,) = all_articles(shop.services.database)

    assert stored.url is not None
    assert f'href="{stored.url}"' in shop.client.get("/help/").text
    assert "Here it is." in shop.client.get(stored.url).text


@pytest.mark.parametrize("path", ["/help/returns", "/help/", "/help/?q=days", "/help/missing"])
def test_pages_forbid_scripts(shop: Shop, path: str) -> None:
    put_articles(shop.services.database, [RETURNS])

    policy = shop.client.get(path).headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "script-src" not in policy
