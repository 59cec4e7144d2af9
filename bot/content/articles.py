"""Articles in the database. An article is stored again only where its words changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from urllib.parse import quote

from sqlmodel import col, select

from bot.content.generation import raise_generation
from bot.store import Database
from bot.store.tables import ArticleRow
from knowledge import Article, ArticleId


def put_articles(database: Database, articles: Iterable[Article]) -> int:
    """Store ``articles`` in one transaction; returns how many are new or changed."""
    changed = 0
    with database.write() as session:
        for article in articles:
            content = hashlib.sha256(f"{article.title}\0{article.body}".encode()).hexdigest()
            row = session.get(ArticleRow, article.id)
            if row is not None and row.content_hash == content and row.url == article.url:
                continue
            changed += 1
            session.merge(
                ArticleRow(
                    id=article.id,
                    title=article.title,
                    body=article.body,
                    url=article.url,
                    language=article.language,
                    content_hash=content,
                    updated_at=article.updated_at,
                )
            )
        if changed:
            raise_generation(session)
    return changed


def all_articles(database: Database) -> list[Article]:
    """Every article, by id."""
    with database.read() as session:
        rows = session.exec(select(ArticleRow).order_by(col(ArticleRow.id)))
        return [_article(row) for row in rows]


def get_article(database: Database, article: ArticleId) -> Article | None:
    """One article; None where there is none with this id."""
    with database.read() as session:
        row = session.get(ArticleRow, article)
        return _article(row) if row else None


def _article(row: ArticleRow) -> Article:
    return Article(
        id=ArticleId(row.id),
        title=row.title,
        body=row.body,
        url=row.url or f"/help/{quote(row.id)}",
        language=row.language,
        updated_at=row.updated_at,
    )
