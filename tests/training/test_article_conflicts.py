"""A draft that says otherwise than an article is held back for a person."""

from __future__ import annotations

import pytest
from word_vectors import encode

from knowledge.records import Article, ArticleId
from training.article_conflicts import ArticleStatements
from training.contradictions import marks

ARTICLE = Article(
    ArticleId("returns"),
    "Returns",
    "You can return a jacket within 30 days of delivery.\n\n"
    "Worn shoes from the summer sale cannot be sent back.",
)


def conflicts(draft: str) -> list[tuple[str, str]]:
    statements = ArticleStatements.of([ARTICLE], encode)
    return [(each.ours, each.theirs) for each in statements.conflicts(draft, encode)]


def test_another_figure_than_the_article_conflicts() -> None:
    assert conflicts("You can return a jacket within 14 days of delivery.") == [
        ("14 days", "30 days")
    ]


def test_yes_where_the_article_says_no_conflicts() -> None:
    draft = "Worn shoes from the summer sale can be sent back."
    ((ours, theirs),) = conflicts(draft)
    assert (ours, "cannot" in theirs) == (draft, True)


@pytest.mark.parametrize(
    "draft",
    [
        "You can return a jacket within 30 days of delivery.",
        "A battery holds its charge for 700 days.",
        "Worn shoes from the summer sale cannot be sent back.",
        "",
    ],
)
def test_what_agrees_or_speaks_of_something_else_does_not(draft: str) -> None:
    assert conflicts(draft) == []


def test_without_articles_nothing_conflicts() -> None:
    assert ArticleStatements.of([], encode).conflicts("Within 14 days.", encode) == ()


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("We will refund the postage.", "We will refund"),
        ("You'll receive a new one.", "You'll receive"),
        ("Send it back by Friday.", "by Friday"),
        ("The offer ends on 31 March.", "31 March"),
        ("Write to help@shop.example.", "help@shop.example"),
        ("See shop.example/returns for more.", "shop.example/returns"),
        ("It is repaired at no cost.", "at no cost"),
        ("Das ist für Sie kostenlos.", "kostenlos"),
        ("我们保证退款。", "保证"),
        ("It costs 20 €.", "20 €"),
    ],
)
def test_prices_deadlines_links_and_promises_are_marked(text: str, marked: str) -> None:
    assert marked in marks(text)
