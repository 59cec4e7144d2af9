"""What the team knows: articles with what they said before, where they come from, and who reads."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from bot.store.columns import UtcDateTime


class ArticleRow(SQLModel, table=True):
    """An article of the knowledge base.

    ``slug`` is its help page's address, the id where it is None. ``changed_in`` is the generation
    of the last change. A ``retired`` one has gone from its source, and one that is
    ``superseded_by`` another is an older version of it: neither answers, nor does one that is
    ``outdated``, because ``valid_until``, the last day that it says it holds, has passed.
    ``version`` rises with every change; who made the last one, and when, is unknown of what was
    imported before it was kept.
    """

    __tablename__ = "article"

    id: str = Field(primary_key=True)
    title: str
    body: str
    url: str | None = None
    language: str | None = None
    content_hash: str
    updated_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    slug: str | None = Field(default=None, index=True)
    changed_in: int = 0
    retired: bool = False
    superseded_by: str | None = None
    valid_until: date | None = Field(default=None, index=True)
    outdated: bool = Field(default=False, index=True)
    version: int = 1
    saved_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    saved_by: str | None = None


class ArticleVersionRow(SQLModel, table=True):
    """What an article said before; what it says now stands in ``article`` alone."""

    __tablename__ = "article_version"

    article_id: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    title: str
    body: str
    language: str | None = None
    saved_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    saved_by: str | None = None


class ArticleReadingRow(SQLModel, table=True):
    """How often an article's help page was opened on a day (ISO, UTC); by whom is not kept."""

    __tablename__ = "article_reading"

    article_id: str = Field(primary_key=True)
    day: str = Field(primary_key=True)
    times: int = 0


class ArticleImportRow(SQLModel, table=True):
    """A file, a page or a site that was read at the desk, how far it is, and what came of it.

    ``kind``: file, page, site. ``state``: waiting, running, done, refused (``problem`` says why),
    interrupted. ``skipped`` are the first that were left out, ``left_out`` counts all.
    """

    __tablename__ = "article_import"

    id: str = Field(primary_key=True)
    kind: str
    name: str
    state: str = "waiting"
    done: int = 0
    total: int = 0
    articles: int = 0
    changed: int = 0
    retired: int = 0
    left_out: int = 0
    skipped: list[dict[str, str]] = Field(default_factory=list, sa_type=JSON)
    problem: str | None = None
    started_by: str
    started_at: datetime = Field(sa_type=UtcDateTime, index=True)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ArticleAddressRow(SQLModel, table=True):
    """An address that an article's help page had once, and the article it leads to now."""

    __tablename__ = "article_address"

    slug: str = Field(primary_key=True)
    article_id: str


class ArticlePlaceRow(SQLModel, table=True):
    """A file of a folder, or a page of a site, as it was read last, and which articles it gave.

    ``source`` is the folder's path or the sitemap's address.
    """

    __tablename__ = "article_place"

    source: str = Field(primary_key=True)
    place: str = Field(primary_key=True)
    digest: str
    etag: str | None = None
    last_modified: str | None = None
    articles: list[str] = Field(sa_type=JSON)
