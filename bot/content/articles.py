"""Articles in the database: stored again only where their words changed, retired, never deleted.

Knows which of them may answer. Where they come from stands in ``article_sources.py``, under which
addresses they are read in ``article_addresses.py``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from urllib.parse import quote

from sqlalchemy import select as columns_of
from sqlmodel import Session, col, select

from bot.content.article_addresses import claim_address
from bot.content.article_versions import mark_superseded
from bot.content.generation import raise_generation
from bot.store import Database
from bot.store.tables import ArticleRow
from knowledge import Article, ArticleId

BATCH = 500
ANSWERING = (col(ArticleRow.retired).is_(False), col(ArticleRow.superseded_by).is_(None))
"""What makes an article one that may answer: neither retired nor an older version."""


def put_articles(database: Database, articles: Iterable[Article]) -> int:
    """Store ``articles`` in one transaction; returns how many are new or changed."""
    articles = list(articles)
    with database.write() as session:
        return len(store_articles(session, articles))


def store_articles(session: Session, articles: Sequence[Article]) -> list[ArticleId]:
    """Those of ``articles`` that were new or changed, or are back; stored for the caller."""
    changed = []
    for article in articles:
        row = session.get(ArticleRow, article.id)
        content = content_hash(article)
        same = row is not None and row.content_hash == content and row.url == article.url
        if row is not None and same and row.slug == article.slug and not row.retired:
            continue
        row = row or ArticleRow(id=article.id, title="", body="", content_hash="")
        claim_address(session, row, article.slug)
        row.title, row.body, row.content_hash = article.title, article.body, content
        row.url, row.language, row.updated_at = article.url, article.language, article.updated_at
        row.retired = False
        session.add(row)
        changed.append(article.id)
    _note_change(session, changed)
    return changed


def retire_articles(session: Session, articles: Collection[str]) -> list[ArticleId]:
    """Those of ``articles`` that answered until now and no longer do: their source is gone."""
    retired = []
    for id in articles:
        row = session.get(ArticleRow, id)
        if row is not None and not row.retired:
            row.retired = True
            session.add(row)
            retired.append(ArticleId(id))
    _note_change(session, retired)
    return retired


def all_articles(database: Database) -> list[Article]:
    """Every article that may answer, by id."""
    with database.read() as session:
        rows = session.exec(select(ArticleRow).where(*ANSWERING).order_by(col(ArticleRow.id)))
        return [_article(row) for row in rows]


def get_article(database: Database, article: ArticleId) -> Article | None:
    """One article that has not been retired; None where there is none with this id."""
    with database.read() as session:
        row = session.get(ArticleRow, article)
        return _article(row) if row and not row.retired else None


def some_articles(database: Database, wanted: Collection[ArticleId]) -> list[Article]:
    """Those of ``wanted`` that may answer."""
    found: list[Article] = []
    ids = sorted(wanted)
    with database.read() as session:
        for start in range(0, len(ids), BATCH):
            some = col(ArticleRow.id).in_(ids[start : start + BATCH])
            rows = session.exec(select(ArticleRow).where(*ANSWERING, some))
            found += [_article(row) for row in rows]
    return found


def article_versions(database: Database) -> Mapping[ArticleId, str]:
    """The state of every article that may answer, the latest changed first.

    It changes with whatever a passage takes from its article.
    """
    row = ArticleRow
    columns = (col(row.id), col(row.content_hash), col(row.url), col(row.slug))
    latest = columns_of(*columns).where(*ANSWERING).order_by(col(row.changed_in).desc(), columns[0])
    with database.read() as session:
        return {
            ArticleId(id): _digest(content, _address(id, url, slug))
            for id, content, url, slug in session.connection().execute(latest)
        }


def content_hash(article: Article) -> str:
    """Changes with the words of an article."""
    return _digest(article.title, article.body)


def _digest(first: str, second: str) -> str:
    return hashlib.sha256(f"{first}\0{second}".encode()).hexdigest()


def _note_change(session: Session, changed: Sequence[ArticleId]) -> None:
    if not changed:
        return
    now = raise_generation(session)
    for id in changed:
        session.get_one(ArticleRow, id).changed_in = now
    mark_superseded(session)


def _article(row: ArticleRow) -> Article:
    return Article(
        id=ArticleId(row.id),
        title=row.title,
        body=row.body,
        url=_address(row.id, row.url, row.slug),
        language=row.language,
        updated_at=row.updated_at,
        slug=row.slug,
    )


def _address(id: str, url: str | None, slug: str | None) -> str:
    return url or f"/help/{quote(slug or id)}"
