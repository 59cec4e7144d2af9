"""How people change articles: written, edited, retired, deleted, and brought back as they were.

Nobody overwrites another unseen: who changes an article names the version that they started from.
An article that comes from a file or a site may be edited too; what its source says next replaces
that, and the edit stays among the versions.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count

from sqlmodel import Session, col, delete, select

from bot.content.article_addresses import claim_address
from bot.content.article_versions import mark_outdated_in, mark_superseded
from bot.content.articles import (
    Saving,
    article_of,
    content_hash,
    is_written_by_hand,
    keep_version,
    mark_saved,
    note_change,
)
from bot.content.generation import raise_generation
from bot.store import Database
from bot.store.tables import (
    ArticleAddressRow,
    ArticleReadingRow,
    ArticleRow,
    ArticleVersionRow,
)
from knowledge import Article, ArticleId
from knowledge.articles.identity import id_of_content

SHOWN = 100


class UnknownArticleError(Exception):
    """There is no such article, or it never had such a version."""

    def __init__(self, article: str, version: int | None = None) -> None:
        of = "" if version is None else f", version {version}"
        super().__init__(f"there is no article {article!r}{of}")


class StaleArticleError(Exception):
    """Somebody else changed the article in between."""

    def __init__(self, article: str, version: int) -> None:
        super().__init__(
            f"{article!r} was changed in between (now version {version}); "
            "load it again and redo the change"
        )


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What an editor writes: Markdown under a title, in a language where that is known."""

    title: str
    body: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as it stands. ``superseded_by`` is the id of the later version of it, if any;
    ``valid_until`` the last day that it says it holds, which passed where it is ``outdated``."""

    article: Article
    version: int
    retired: bool
    superseded_by: str | None
    valid_until: date | None
    outdated: bool
    saving: Saving


@dataclass(frozen=True, slots=True)
class PastVersion:
    """What an article said, who saved it, and when."""

    version: int
    text: ArticleText
    saving: Saving


def stored_article(database: Database, article: ArticleId) -> StoredArticle:
    """One article, retired or not.

    Raises:
        UnknownArticleError: there is none with this id.
    """
    with database.read() as session:
        return _stored(_row(session, article))


def create_article(database: Database, text: ArticleText, now: datetime, by: str) -> StoredArticle:
    """Store a new article under an id made from its title, the first that is free."""
    with database.write() as session:
        row = ArticleRow(id=_free_id(session, text), title="", body="", content_hash="", version=0)
        claim_address(session, row, None)
        _write(session, row, text, now, by)
        return _stored(row)


def update_article(
    database: Database, article: ArticleId, text: ArticleText, version: int, now: datetime, by: str
) -> StoredArticle:
    """Store what the article says from now on; the same words again change nothing.

    Raises:
        UnknownArticleError: there is none.
        StaleArticleError: it is not at ``version`` any more.
    """
    with _changing(database, article, version) as (session, row):
        if _text(row) != text:
            keep_version(session, row)
            _write(session, row, text, now, by)
        return _stored(row)


def retire_article(
    database: Database, article: ArticleId, version: int, now: datetime, by: str, *, retired: bool
) -> StoredArticle:
    """Take an article out of answers, or back into them.

    Raises:
        UnknownArticleError, StaleArticleError: as for an edit.
    """
    with _changing(database, article, version) as (session, row):
        if row.retired != retired:
            row.retired = retired
            if is_written_by_hand(row):
                row.updated_at = now
            mark_saved(row, Saving(now, by))
            session.add(row)
            note_change(session, [article])
        return _stored(row)


def delete_article(database: Database, article: ArticleId, version: int) -> None:
    """Remove an article for good, with all that it ever said.

    Raises:
        UnknownArticleError, StaleArticleError: as for an edit.
    """
    with _changing(database, article, version) as (session, row):
        session.delete(row)
        for table in (ArticleVersionRow, ArticleReadingRow, ArticleAddressRow):
            session.execute(delete(table).where(col(table.article_id) == article))
        raise_generation(session)
        mark_superseded(session)


def past_versions(database: Database, article: ArticleId) -> list[PastVersion]:
    """What the article said before, the latest of these versions first."""
    with database.read() as session:
        rows = session.exec(
            select(ArticleVersionRow)
            .where(ArticleVersionRow.article_id == article)
            .order_by(col(ArticleVersionRow.version).desc())
            .limit(SHOWN)
        )
        return [
            PastVersion(row.version, _text(row), Saving(row.saved_at, row.saved_by)) for row in rows
        ]


def restore_article(
    database: Database, article: ArticleId, past: int, version: int, now: datetime, by: str
) -> StoredArticle:
    """Let the article say again what it said in version ``past``, as a new version.

    Raises:
        UnknownArticleError: there is no such article or version.
        StaleArticleError: it is not at ``version`` any more.
    """
    with database.read() as session:
        row = session.get(ArticleVersionRow, (article, past))
        if row is None:
            raise UnknownArticleError(article, past)
        text = _text(row)
    return update_article(database, article, text, version, now, by)


@contextmanager
def _changing(
    database: Database, article: ArticleId, version: int
) -> Iterator[tuple[Session, ArticleRow]]:
    with database.write() as session:
        row = _row(session, article)
        if row.version != version:
            raise StaleArticleError(article, row.version)
        yield session, row


def _row(session: Session, article: str) -> ArticleRow:
    row = session.get(ArticleRow, article)
    if row is None:
        raise UnknownArticleError(article)
    return row


def _write(session: Session, row: ArticleRow, text: ArticleText, now: datetime, by: str) -> None:
    row.title, row.body, row.language = text.title, text.body, text.language
    row.updated_at = now
    row.content_hash = content_hash(article_of(row))
    mark_saved(row, Saving(now, by))
    session.add(row)
    session.flush()
    note_change(session, [ArticleId(row.id)])
    mark_outdated_in(session, now)


def _free_id(session: Session, text: ArticleText) -> str:
    wanted = id_of_content(text.title, text.body)
    names = (wanted if place == 1 else f"{wanted}-{place}" for place in count(1))
    return next(each for each in names if not _is_taken(session, each))


def _is_taken(session: Session, address: str) -> bool:
    """Whether an article is, or was once, read under this address."""
    by_slug = session.exec(select(ArticleRow.id).where(col(ArticleRow.slug) == address)).first()
    known = session.get(ArticleRow, address) or session.get(ArticleAddressRow, address)
    return known is not None or by_slug is not None


def _text(row: ArticleRow | ArticleVersionRow) -> ArticleText:
    return ArticleText(row.title, row.body, row.language)


def _stored(row: ArticleRow) -> StoredArticle:
    saving = Saving(row.saved_at, row.saved_by)
    return StoredArticle(
        article_of(row),
        row.version,
        row.retired,
        row.superseded_by,
        row.valid_until,
        row.outdated,
        saving,
    )
