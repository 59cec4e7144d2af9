"""Articles in the database: stored again only where their words changed, and retired.

What an article said before is kept. Knows which of them may answer. Where they come from stands in
``article_sources.py``, under which addresses they are read in ``article_addresses.py``, how people
change them in ``article_editing.py``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote

from sqlalchemy import select as columns_of
from sqlmodel import Session, col, select

from bot.content.article_addresses import claim_address
from bot.content.article_versions import mark_superseded
from bot.content.generation import raise_generation
from bot.store import Database
from bot.store.tables import ArticleRow, ArticleVersionRow
from knowledge import Article, ArticleId
from knowledge.articles.validity import held_until

BATCH = 500
ANSWERING = (
    col(ArticleRow.retired).is_(False),
    col(ArticleRow.superseded_by).is_(None),
    col(ArticleRow.outdated).is_(False),
)
"""What makes an article one that may answer: not retired, no older version, not outdated."""


@dataclass(frozen=True, slots=True)
class Saving:
    """When something is saved, and by whom; None where nobody in particular does, or it is not
    known."""

    at: datetime | None = None
    by: str | None = None


def put_articles(database: Database, articles: Iterable[Article], saving: Saving = Saving()) -> int:
    """Store ``articles`` in one transaction; returns how many are new or changed."""
    articles = list(articles)
    with database.write() as session:
        return len(store_articles(session, articles, saving))


def store_articles(
    session: Session, articles: Sequence[Article], saving: Saving = Saving()
) -> list[ArticleId]:
    """Those of ``articles`` that were new or changed, or are back; stored for the caller."""
    changed = []
    for article in articles:
        row = session.get(ArticleRow, article.id)
        content = content_hash(article)
        same = row is not None and row.content_hash == content and row.url == article.url
        if row is not None and same and row.slug == article.slug and not row.retired:
            continue
        if row is None:
            row = ArticleRow(id=article.id, title="", body="", content_hash="", version=0)
        elif not same:
            keep_version(session, row)
        claim_address(session, row, article.slug)
        row.title, row.body, row.content_hash = article.title, article.body, content
        row.url, row.language, row.updated_at = article.url, article.language, article.updated_at
        row.retired = False
        mark_saved(row, saving)
        session.add(row)
        changed.append(article.id)
    note_change(session, changed)
    return changed


def keep_version(session: Session, row: ArticleRow) -> None:
    """Keep what an article says before it says something else."""
    session.merge(
        ArticleVersionRow(
            article_id=row.id,
            version=row.version,
            title=row.title,
            body=row.body,
            language=row.language,
            saved_at=row.saved_at,
            saved_by=row.saved_by,
        )
    )


def mark_saved(row: ArticleRow, saving: Saving) -> None:
    """Note that an article was changed once more."""
    row.version += 1
    row.saved_at, row.saved_by = saving.at, saving.by


def is_written_by_hand(row: ArticleRow) -> bool:
    """Whether somebody at the desk wrote what an article says: it changed when it was saved.

    What is read from a source, whoever had it read, changed at the time that the source tells.
    """
    return (
        row.saved_by is not None and row.updated_at is not None and row.updated_at == row.saved_at
    )


def retire_articles(session: Session, articles: Collection[str]) -> list[ArticleId]:
    """Those of ``articles`` that answered until now and no longer do: their source is gone."""
    retired = []
    for id in articles:
        row = session.get(ArticleRow, id)
        if row is not None and not row.retired:
            row.retired = True
            mark_saved(row, Saving())
            session.add(row)
            retired.append(ArticleId(id))
    note_change(session, retired)
    return retired


def all_articles(database: Database) -> list[Article]:
    """Every article that may answer, by id."""
    with database.read() as session:
        rows = session.exec(select(ArticleRow).where(*ANSWERING).order_by(col(ArticleRow.id)))
        return [article_of(row) for row in rows]


def get_article(database: Database, article: ArticleId) -> Article | None:
    """One article that has not been retired; None where there is none with this id."""
    with database.read() as session:
        row = session.get(ArticleRow, article)
        return article_of(row) if row and not row.retired else None


def some_articles(database: Database, wanted: Collection[ArticleId]) -> list[Article]:
    """Those of ``wanted`` that may answer."""
    found: list[Article] = []
    ids = sorted(wanted)
    with database.read() as session:
        for start in range(0, len(ids), BATCH):
            some = col(ArticleRow.id).in_(ids[start : start + BATCH])
            rows = session.exec(select(ArticleRow).where(*ANSWERING, some))
            found += [article_of(row) for row in rows]
    return found


def outdated_articles(
    database: Database, wanted: Collection[ArticleId]
) -> Mapping[ArticleId, date]:
    """Those of ``wanted`` that would answer, had their last day not passed, with that day."""
    row = ArticleRow
    of = columns_of(col(row.id), col(row.valid_until)).where(
        col(row.retired).is_(False), col(row.superseded_by).is_(None), col(row.outdated)
    )
    with database.read() as session:
        found = session.connection().execute(of.order_by(col(row.id))).all()
    return {ArticleId(id): until for id, until in found if until and id in wanted}


def article_versions(database: Database) -> Mapping[ArticleId, str]:
    """The state of every article that may answer, the latest changed first.

    It changes with whatever a passage takes from its article.
    """
    row = ArticleRow
    columns = (col(row.id), col(row.content_hash), col(row.url), col(row.slug))
    latest = columns_of(*columns).where(*ANSWERING).order_by(col(row.changed_in).desc(), columns[0])
    with database.read() as session:
        return {
            ArticleId(id): _digest(content, address_of(id, url, slug))
            for id, content, url, slug in session.connection().execute(latest)
        }


def state_of(article: Article) -> str:
    """The state of one article, as in ``article_versions``."""
    return _digest(content_hash(article), article.url or "")


def content_hash(article: Article) -> str:
    """Changes with the words of an article."""
    return _digest(article.title, article.body)


def _digest(first: str, second: str) -> str:
    return hashlib.sha256(f"{first}\0{second}".encode()).hexdigest()


def note_change(session: Session, changed: Sequence[ArticleId]) -> None:
    """Note that these articles, which are there, changed: what serves them is told."""
    if not changed:
        return
    now = raise_generation(session)
    for id in changed:
        row = session.get_one(ArticleRow, id)
        row.changed_in, row.valid_until = now, held_until(row.title, row.body)
    mark_superseded(session)


def article_of(row: ArticleRow) -> Article:
    """The record; its address is that of its help page where it has no other."""
    return Article(
        id=ArticleId(row.id),
        title=row.title,
        body=row.body,
        url=address_of(row.id, row.url, row.slug),
        language=row.language,
        updated_at=row.updated_at,
        slug=row.slug,
    )


def address_of(id: str, url: str | None, slug: str | None) -> str:
    """Where an article is read."""
    return url or f"/help/{quote(slug or id)}"
