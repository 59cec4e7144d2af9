"""The knowledge base's articles, from files, folders, archives, web pages and sitemaps."""

from __future__ import annotations

from knowledge.articles.reading import read_articles
from knowledge.records import Article

__all__ = ["fetch_article", "read_articles"]


def fetch_article(url: str) -> Article:
    """The article at a public http or https address.

    Raises:
        RefusedAddressError: the address, or one it redirects to, is not a public one.
        FetchFailedError: no answer, an error, too large, too slow, or no article in it.
    """
    from knowledge.articles.fetch import ArticleFetcher

    return ArticleFetcher().fetch(url)
