"""Keeps the articles in step with where they come from: what a source no longer has is retired.

A source is a folder or a site. For each of its places (a file, a page) it is remembered how it was
read last and which articles it gave, so that only what changed is read again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from bot.content.article_addresses import lead_on
from bot.content.articles import Saving, is_written_by_hand, retire_articles, store_articles
from bot.store import Database
from bot.store.tables import ArticlePlaceRow, ArticleRow
from knowledge import Article


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """How a place was read last: the hash of its content, marks of its site, and its articles."""

    digest: str
    etag: str | None = None
    last_modified: str | None = None
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """A place that was read just now, and the articles in it.

    ``kept`` are ids of articles that it gave before and that may be among what was damaged in it.
    """

    place: str
    digest: str
    articles: Sequence[Article]
    etag: str | None = None
    last_modified: str | None = None
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """How many articles are new or changed, and how many were retired."""

    changed: int = 0
    retired: int = 0


def known_places(database: Database, source: str) -> Mapping[str, KnownPlace]:
    """Every place of a source that was read before."""
    with database.read() as session:
        rows = session.exec(select(ArticlePlaceRow).where(ArticlePlaceRow.source == source))
        return {
            row.place: KnownPlace(row.digest, row.etag, row.last_modified, tuple(row.articles))
            for row in rows
        }


def keep_places(
    database: Database,
    source: str,
    read: Sequence[ReadPlace],
    gone: Collection[str] = (),
    saving: Saving = Saving(),
) -> Kept:
    """Store what was read and retire what is ``gone``, in one transaction.

    An article that only moved, to another place or id, keeps its old address as one that leads on.
    """
    with database.write() as session:
        before = _articles_of(session, source, {*gone, *(each.place for each in read)})
        given = [article for each in read for article in each.articles]
        changed = store_articles(session, given, saving)
        for each in read:
            session.merge(_row(source, each))
        for place in gone:
            row = session.get(ArticlePlaceRow, (source, place))
            if row is not None:
                session.delete(row)
        session.flush()
        lost = {id for ids in before.values() for id in ids} - _still_given(session)
        retired = retire_articles(session, sorted(lost))
        for old, new in _moves(session, retired, changed, before, read).items():
            lead_on(session, old, new)
    return Kept(len(changed), len(retired))


def read_again(database: Database, sources: Collection[str]) -> list[str]:
    """Have the places of ``sources`` read at the next look though they did not change.

    Returns the places that are left alone, because an article of theirs was edited at the desk.
    """
    left = []
    with database.write() as session:
        of_these = col(ArticlePlaceRow.source).in_(sources)
        for row in session.exec(select(ArticlePlaceRow).where(of_these)).all():
            if _edited(session, row.articles):
                left.append(row.place)
                continue
            row.digest, row.etag, row.last_modified = "", None, None
            session.add(row)
    return sorted(left)


def edited_at_desk(database: Database, articles: Collection[str]) -> set[str]:
    """Those of ``articles`` that somebody at the desk wrote anew, or retired."""
    with database.read() as session:
        return _edited(session, articles)


def _edited(session: Session, articles: Collection[str]) -> set[str]:
    found = session.exec(select(ArticleRow).where(col(ArticleRow.id).in_(articles)))
    return {row.id for row in found if is_written_by_hand(row) or _is_put_away(row)}


def _is_put_away(row: ArticleRow) -> bool:
    """Whether somebody at the desk retired it; what a source lost was retired by nobody."""
    return row.retired and row.saved_by is not None


def _row(source: str, read: ReadPlace) -> ArticlePlaceRow:
    return ArticlePlaceRow(
        source=source,
        place=read.place,
        digest=read.digest,
        etag=read.etag,
        last_modified=read.last_modified,
        articles=[*(article.id for article in read.articles), *read.kept],
    )


def _articles_of(
    session: Session, source: str, places: Collection[str]
) -> dict[str, tuple[str, ...]]:
    rows = session.exec(select(ArticlePlaceRow).where(ArticlePlaceRow.source == source))
    return {row.place: tuple(row.articles) for row in rows if row.place in places}


def _still_given(session: Session) -> set[str]:
    """The articles that some place of some source gives now."""
    return {id for ids in session.exec(select(ArticlePlaceRow.articles)) for id in ids}


def _moves(
    session: Session,
    retired: Sequence[str],
    changed: Sequence[str],
    before: Mapping[str, Sequence[str]],
    read: Sequence[ReadPlace],
) -> dict[str, str]:
    """The retired articles that live on, by id: in the same place, or with the same words."""
    if not retired:
        return {}
    rows = [session.get_one(ArticleRow, id) for id in changed]
    by_words = {row.content_hash: row.id for row in rows}
    moves: dict[str, str] = {}
    for id in retired:
        same_words = by_words.get(session.get_one(ArticleRow, id).content_hash)
        if same_words is not None:
            moves[id] = same_words
    for each in read:
        earlier = before.get(each.place, ())
        if len(earlier) == len(each.articles) == 1 and earlier[0] in retired:
            moves.setdefault(earlier[0], each.articles[0].id)
    return moves
