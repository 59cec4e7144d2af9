"""The help pages show the articles, and nothing that an article could smuggle in."""

from __future__ import annotations

import pytest
from serving import Shop

from bot.content.articles import all_articles, put_articles
from bot.help.pages import article_page
from knowledge import Article, ArticleId

BODY = """# Returns

## How long?

Thirty days.

<script>alert(1)</script>

[x](javascript:alert(2))
"""
RETURNS = Article(ArticleId("returns"), "Returns", BODY)


def test_headings_carry_the_fragments_that_sources_link_to() -> None:
    assert '<h2 id="how-long">' in article_page(RETURNS, "Shop")


def test_the_title_stands_once() -> None:
    assert article_page(RETURNS, "Shop").count("<h1") == 1


def test_html_and_scripts_in_articles_do_not_pass() -> None:
    page = article_page(RETURNS, "<b>Shop</b>")

    assert "<script" not in page
    assert 'href="javascript' not in page
    assert "<b>" not in page


def test_pages_are_served_found_and_missed(shop: Shop) -> None:
    put_articles(shop.services.database, [RETURNS])

    assert "Thirty days." in shop.client.get("/help/returns").text
    assert "/help/returns" in shop.client.get("/help/?q=thirty").text
    assert "Nothing found" in shop.client.get("/help/?q=bananas").text
    assert shop.client.get("/help/nothing").status_code == 404
    assert shop.client.get("/help/style.css").headers["content-type"].startswith("text/css")


def test_the_list_speaks_the_readers_language(shop: Shop) -> None:
    page = shop.client.get("/help/?q=bananas", headers={"Accept-Language": "zh-CN,zh;q=0.9"}).text

    assert '<html lang="zh-Hans">' in page
    assert "没有找到相关内容。" in page
    assert "Search" not in page


@pytest.mark.parametrize("name", ["returns/uk", "why?", "a b", "50% off", "übergröße", "#1"])
def test_an_article_of_any_id_is_found_where_its_address_leads(shop: Shop, name: str) -> None:
    put_articles(shop.services.database, [Article(ArticleId(name), "Odd", "Here it is.")])
    (stored,) = all_articles(shop.services.database)

    assert stored.url is not None
    assert f'href="{stored.url}"' in shop.client.get("/help/").text
    assert "Here it is." in shop.client.get(stored.url).text


@pytest.mark.parametrize("path", ["/help/returns", "/help/"])
def test_pages_forbid_scripts(shop: Shop, path: str) -> None:
    put_articles(shop.services.database, [RETURNS])

    policy = shop.client.get(path).headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "script-src" not in policy
