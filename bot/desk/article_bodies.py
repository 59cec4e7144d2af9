"""An article as the desk's editor sends it, and as the desk shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any
from urllib.parse import quote

from pydantic import Field

from bot.channels.web.payloads import MAX_TEXT, StoredText, Strict
from bot.content.article_editing import ArticleText, PastVersion, StoredArticle
from bot.content.article_list import ListedArticle, state_in
from bot.content.articles import Saving
from bot.store.tables import ArticleImportRow
from knowledge import Article, ArticleId
from knowledge.articles.document import title_for
from retrieval import PassageHit

LONGEST_BODY = 400_000
"""Characters that are written at the desk; longer articles come as files."""
UNSAVED = ArticleId("(unsaved)")
Address = Annotated[StoredText, Field(min_length=8, max_length=2_000, pattern=r"^\s*https?://")]


class ArticleBody(Strict):
    """What an article says."""

    title: Annotated[StoredText, Field(min_length=1, max_length=300, pattern=r"\S")]
    body: Annotated[StoredText, Field(min_length=1, max_length=LONGEST_BODY, pattern=r"\S")]
    language: Annotated[str | None, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = None

    def text(self) -> ArticleText:
        """The record."""
        return ArticleText(self.title.strip(), self.body.strip(), self.language)


class DraftBody(Strict):
    """An article that is being written: it may be empty still."""

    id: StoredText | None = None
    title: Annotated[StoredText, Field(max_length=300)] = ""
    body: Annotated[StoredText, Field(max_length=LONGEST_BODY)] = ""
    language: Annotated[str | None, Field(max_length=35)] = None

    def article(self, url: str | None = None) -> Article:
        """The record, as it would be stored."""
        id = ArticleId(self.id) if self.id else UNSAVED
        title = self.title.strip() or title_for(self.body, "")
        return Article(id, title, self.body, url=url, language=self.language)


class ArticleTrialBody(Strict):
    """A customer's question; ``draft`` stands in for the article with its id."""

    text: Annotated[StoredText, Field(min_length=1, max_length=MAX_TEXT, pattern=r"\S")]
    draft: DraftBody | None = None


class CrawlBody(Strict):
    """The address of a page, or of a sitemap (ending in .xml)."""

    url: Address


def article_json(stored: StoredArticle, source: str | None, *, findable: bool) -> dict[str, Any]:
    """An article whole. ``findable``: the search that answers has taken this version in."""
    article = stored.article
    state = state_in(
        retired=stored.retired, superseded_by=stored.superseded_by, outdated=stored.outdated
    )
    return {
        "id": article.id,
        "title": article.title,
        "body": article.body,
        "language": article.language,
        "url": article.url,
        "help": f"/help/{quote(article.slug or article.id)}",
        "version": stored.version,
        "state": state.value,
        "superseded_by": stored.superseded_by,
        "valid_until": stored.valid_until.isoformat() if stored.valid_until else None,
        "source": source,
        "updated_at": article.updated_at.isoformat() if article.updated_at else None,
        **saving_json(stored.saving),
        "findable": findable,
    }


def listed_json(listed: ListedArticle) -> dict[str, Any]:
    """An article in a list."""
    times = {"updated_at": listed.updated_at, "saved_at": listed.saved_at}
    shown = {name: at.isoformat() if at else None for name, at in times.items()}
    return {**asdict(listed), "state": listed.state.value, **shown}


def past_json(past: PastVersion) -> dict[str, Any]:
    """An older version."""
    return {"version": past.version, **asdict(past.text), **saving_json(past.saving)}


def saving_json(saving: Saving) -> dict[str, str | None]:
    """When something was saved, and by whom."""
    return {"saved_at": saving.at.isoformat() if saving.at else None, "saved_by": saving.by}


def hit_json(hit: PassageHit, draft: ArticleId | None) -> dict[str, Any]:
    """A passage that a question found; ``of_draft``: it is of the article being written."""
    passage = hit.passage
    return {
        "article": passage.article,
        "title": passage.title,
        "url": f"{passage.url}#{passage.anchor}" if passage.anchor else passage.url,
        "headings": list(passage.headings),
        "position": passage.position,
        "text": passage.text,
        "similarity": round(hit.similarity, 4),
        "lexical": round(hit.lexical, 4),
        "of_draft": passage.article == draft,
    }


def import_json(row: ArticleImportRow) -> Mapping[str, Any]:
    """An import as it stands."""
    ended = row.ended_at.isoformat() if row.ended_at else None
    return {**row.model_dump(), "started_at": row.started_at.isoformat(), "ended_at": ended}
