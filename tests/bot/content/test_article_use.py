"""What articles did is read from the replies that quoted them."""

from __future__ import annotations

from datetime import timedelta

from situations import NOON

from bot.content.article_use import article_uses, quotations
from bot.content.articles import put_articles
from bot.store.tables import ConversationRow, FeedbackRow, MessageRow
from knowledge import Article, ArticleId


def quoting(database, *urls: str, helpful: bool | None = None) -> None:
    """A conversation in which a question was answered from what stands at ``urls``."""
    sources = [{"title": "x", "url": url, "quote": f"quote of {url}"} for url in urls]
    with database.write() as session:
        session.add(ConversationRow(id="c", channel="web", created_at=NOON, updated_at=NOON))
        session.flush()
        said = {"conversation_id": "c", "sent_at": NOON}
        session.add(MessageRow(seq=1, author="customer", text="How long?", **said))
        session.add(
            MessageRow(seq=2, author="bot", text="30 days.", reply_to=[1], sources=sources, **said)
        )
        if helpful is not None:
            session.add(FeedbackRow(conversation_id="c", seq=2, helpful=helpful, at=NOON))


def test_a_reply_counts_once_for_each_article_that_it_quotes(database):
    put_articles(database, [Article(ArticleId("a"), "A", "x"), Article(ArticleId("b"), "B", "y")])
    quoting(database, "/help/a#how", "/help/a#long", "/help/b", "/help/gone", helpful=True)
    uses = article_uses(database, NOON - timedelta(days=1))
    assert {id: (use.answered, use.helpful) for id, use in uses.items()} == {
        "a": (1, 1),
        "b": (1, 1),
    }


def test_old_replies_do_not_count(database):
    put_articles(database, [Article(ArticleId("a"), "A", "x")])
    quoting(database, "/help/a")
    assert article_uses(database, NOON + timedelta(days=1)) == {}


def test_a_quotation_leads_to_the_question_and_its_conversation(database):
    put_articles(database, [Article(ArticleId("a"), "A", "x", url="https://shop.example/a")])
    quoting(database, "https://shop.example/a#how", helpful=False)
    [found] = quotations(database, "a", NOON - timedelta(days=1))
    assert (found.conversation, found.seq, found.asked) == ("c", 2, "How long?")
    assert (found.quote, found.helpful) == ("quote of https://shop.example/a#how", False)
