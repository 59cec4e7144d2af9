"""The articles as a list that people look through: searched, filtered, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, or_, tuple_
from sqlalchemy import select as columns_of
from sqlmodel import Session, col, func, select

from bot.content.articles import ANSWERING, address_of
from bot.content.text_search import holds_words
from bot.store import Database
from bot.store.tables import ArticlePlaceRow, ArticleRow

PAGE = 100


class ArticleState(StrEnum):
    """Whether an article answers, or why it does not."""

    ANSWERING = "answering"
    OLDER = "older"
    OUTDATED = "outdated"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles: those that hold all words of ``q``; None filters nothing.

    ``after`` is the title, in lower case, and the id where the page before ended.
    """

    q: str = ""
    language: str | None = None
    state: ArticleState | None = None
    after: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article without its text. ``source`` is the folder or site that it comes from."""

    id: str
    title: str
    url: str
    language: str | None
    state: ArticleState
    source: str | None
    updated_at: datetime | None
    saved_at: datetime | None
    saved_by: str | None


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """``matching`` counts over all pages; ``languages`` and ``states`` over all articles."""

    articles: tuple[ListedArticle, ...]
    next: tuple[str, str] | None
    matching: int
    languages: Mapping[str, int]
    states: Mapping[str, int]


def list_articles(database: Database, query: ArticleQuery) -> ArticlePage:
    """A page of articles by title."""
    row = ArticleRow
    key = (func.lower(row.title), col(row.id))
    columns = (
        col(row.id), col(row.title), col(row.url), col(row.slug), col(row.language),
        col(row.retired), col(row.superseded_by), col(row.outdated), col(row.updated_at),
        col(row.saved_at), col(row.saved_by), key[0],
    )  # fmt: skip
    wanted = list(_conditions(query))
    page = columns_of(*columns).where(*wanted).order_by(*key).limit(PAGE + 1)
    if query.after is not None:
        page = page.where(tuple_(*key) > query.after)
    with database.read() as session:
        found = session.connection().execute(page).all()
        matching = session.exec(select(func.count()).select_from(row).where(*wanted)).one()
        sources = _sources(session)
        counted = _counts(session)
    shown = found[:PAGE]
    articles = tuple(
        ListedArticle(
            id,
            title,
            address_of(id, url, slug),
            language,
            state_in(retired=retired, superseded_by=older, outdated=outdated),
            sources.get(id),
            updated,
            saved,
            by,
        )
        for id, title, url, slug, language, retired, older, outdated, updated, saved, by, _ in shown
    )
    following = (found[PAGE - 1][-1], found[PAGE - 1][0]) if len(found) > PAGE else None
    return ArticlePage(articles, following, matching, *counted)


def source_of(database: Database, article: str) -> str | None:
    """The folder or site that gives an article; None where it was written or brought by hand."""
    with database.read() as session:
        return _sources(session).get(article)


def state_in(*, retired: bool, superseded_by: str | None, outdated: bool) -> ArticleState:
    """The state of an article with these marks."""
    if retired:
        return ArticleState.RETIRED
    if superseded_by is not None:
        return ArticleState.OLDER
    return ArticleState.OUTDATED if outdated else ArticleState.ANSWERING


_IN_STATE: Mapping[ArticleState, ColumnElement[bool]] = {
    ArticleState.ANSWERING: and_(*ANSWERING),
    ArticleState.OLDER: and_(
        col(ArticleRow.retired).is_(False), col(ArticleRow.superseded_by).is_not(None)
    ),
    ArticleState.OUTDATED: and_(
        col(ArticleRow.retired).is_(False),
        col(ArticleRow.superseded_by).is_(None),
        col(ArticleRow.outdated),
    ),
    ArticleState.RETIRED: col(ArticleRow.retired).is_(True),
}


def _conditions(query: ArticleQuery) -> list[ColumnElement[bool]]:
    found = list(
        holds_words(query.q, lambda like: or_(like(ArticleRow.title), like(ArticleRow.body)))
    )
    if query.language is not None:
        found.append(func.coalesce(ArticleRow.language, "") == query.language)
    if query.state is not None:
        found.append(_IN_STATE[query.state])
    return found


def _counts(session: Session) -> tuple[Mapping[str, int], Mapping[str, int]]:
    language = func.coalesce(ArticleRow.language, "")
    by_language = session.exec(select(language, func.count()).group_by(language)).all()
    states = {
        state.value: session.exec(select(func.count()).select_from(ArticleRow).where(one)).one()
        for state, one in _IN_STATE.items()
    }
    return dict(by_language), states


def _sources(session: Session) -> dict[str, str]:
    rows = session.exec(select(ArticlePlaceRow.source, ArticlePlaceRow.articles))
    return {article: source for source, articles in rows for article in articles}
