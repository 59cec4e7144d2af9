"""Searches the help pages as the bot searches them: by meaning and by words."""

from __future__ import annotations

from bot.answering import Release
from bot.content.articles import all_articles, some_articles
from bot.help.pages import Found
from bot.store import Database
from knowledge import Article, ArticleId
from knowledge.passages import split_article
from retrieval import PassageHit, searchable_text
from retrieval.terms import terms_of

MOST = 10
LEAST_SIMILARITY = 0.35
"""Below it a passage without any word of the search is near by chance; people read over a weak
result, so it is low."""


def search_help(database: Database, release: Release, q: str) -> list[Found]:
    """The pages that ``q`` is about, best first, each at its best place."""
    index = release.retriever.index if release.retriever else None
    if release.model is None or index is None:
        return _by_words(database, q)
    encoding = release.model.encoding_for_search(q)
    hits = index.search(q, encoding.vector if encoding.readable else None, 5 * MOST)
    best: dict[ArticleId, PassageHit] = {}
    for hit in hits:
        if hit.lexical > 0 or hit.similarity >= LEAST_SIMILARITY:
            best.setdefault(hit.passage.article, hit)
    articles = {each.id: each for each in some_articles(database, list(best)[:MOST])}
    return [_found(articles[id], hit) for id, hit in best.items() if id in articles]


def _found(article: Article, hit: PassageHit) -> Found:
    passage = hit.passage
    return Found(article, passage.anchor, " › ".join(passage.headings), passage.text)


def _by_words(database: Database, q: str) -> list[Found]:
    """Where no model serves yet: the pages that hold most of the words."""
    wanted = set(terms_of(q))
    scored: list[tuple[float, Found]] = []
    for article in all_articles(database):
        for passage in split_article(article):
            held = wanted & set(terms_of(searchable_text(passage)))
            share = len(held) / max(len(wanted), 1)
            if held:
                heading = " › ".join(passage.headings)
                scored.append((share, Found(article, passage.anchor, heading, passage.text)))
    scored.sort(key=lambda each: -each[0])
    best: dict[str, Found] = {}
    for _, found in scored:
        best.setdefault(found.article.id, found)
    return list(best.values())[:MOST]
