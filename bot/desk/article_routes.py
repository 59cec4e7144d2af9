"""The desk's API for articles: the list, one article, changes with versions, and trying them."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import timedelta
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Header, Path, Query, Response

from bot.answering.article_trial import try_articles
from bot.channels.rendering import markdown_as_read, markdown_to_html
from bot.content import article_editing as editing
from bot.content.article_list import ArticleQuery, ArticleState, list_articles, source_of
from bot.content.article_use import article_uses, quotations
from bot.content.articles import state_of
from bot.conversations.serialised import reasons_to_json
from bot.desk.access import signed_in
from bot.desk.article_bodies import (
    UNSAVED,
    ArticleBody,
    ArticleTrialBody,
    DraftBody,
    article_json,
    hit_json,
    listed_json,
    past_json,
)
from bot.desk.inbox import UnreadablePlaceError
from bot.desk.users import Role, User
from bot.desk.version_tags import etag, version_of
from bot.desk.wording import WordedRoute
from bot.help.markup import article_markup
from bot.services import Services
from knowledge import Article, ArticleId
from knowledge.passages import split_article
from knowledge.passages.words import count_words

USED_FOR: Final = timedelta(days=90)
"""How far back it is counted what articles did."""
IfMatch = Annotated[str | None, Header()]


def article_router(services: Services) -> APIRouter:
    """The routes under ``/api/desk/articles``, and those under ``/api/desk/knowledge`` that are
    about no stored article in particular: an article may have any id."""
    router = APIRouter(prefix="/api/desk", tags=["articles"], route_class=WordedRoute)
    add_looking_routes(router, services)
    add_trying_routes(router, services)
    add_past_routes(router, services)
    add_editing_routes(router, services)
    return router


def add_looking_routes(router: APIRouter, services: Services) -> None:
    """The list, and what articles did."""
    guarded = [Depends(signed_in(services))]

    @router.get("/articles", dependencies=guarded)
    async def articles(
        q: Annotated[str, Query(max_length=200)] = "",
        language: Annotated[str | None, Query(max_length=35)] = None,
        state: ArticleState | None = None,
        after: Annotated[str | None, Query(max_length=1_000)] = None,
    ) -> dict[str, Any]:
        query = ArticleQuery(q.strip(), language, state, _place(after))
        page = await services.look(list_articles, services.database, query)
        return {
            "articles": [listed_json(each) for each in page.articles],
            "next": json.dumps(page.next) if page.next else None,
            "matching": page.matching,
            "languages": page.languages,
            "states": page.states,
        }

    @router.get("/knowledge/usage", dependencies=guarded)
    async def usage() -> dict[str, Any]:
        since = services.clock() - USED_FOR
        uses = await services.look(article_uses, services.database, since)
        return {"days": USED_FOR.days, "articles": {id: asdict(each) for id, each in uses.items()}}

    @router.get("/articles/{article_id:path}/answers", dependencies=guarded)
    async def answers(article_id: str) -> dict[str, Any]:
        since = services.clock() - USED_FOR
        found = await services.look(quotations, services.database, article_id, since)
        return {"answers": [{**asdict(each), "at": each.at.isoformat()} for each in found]}


def add_trying_routes(router: APIRouter, services: Services) -> None:
    """What a draft will look like, how it is cut up, and which questions find it."""
    guarded = [Depends(signed_in(services))]

    @router.post("/knowledge/preview", dependencies=guarded)
    async def preview(body: DraftBody) -> dict[str, Any]:
        return await services.look(preview_json, body.article())

    @router.post("/knowledge/try", dependencies=guarded)
    async def attempt(body: ArticleTrialBody) -> dict[str, Any]:
        return await services.look(trial_json, services, body)


def add_past_routes(router: APIRouter, services: Services) -> None:
    """Older versions, and bringing one back."""
    editor = signed_in(services, Role.EDITOR)

    @router.get("/articles/{article_id:path}/versions", dependencies=[Depends(signed_in(services))])
    async def versions(article_id: str) -> dict[str, Any]:
        found = await services.look(editing.past_versions, services.database, ArticleId(article_id))
        return {"versions": [past_json(each) for each in found]}

    @router.post("/articles/{article_id:path}/versions/{past}/restore")
    async def restore(
        article_id: str,
        past: Annotated[int, Path(ge=1, lt=2**31)],
        response: Response,
        if_match: IfMatch = None,
        user: User = Depends(editor),
    ) -> dict[str, Any]:
        stored = await services.run(
            editing.restore_article,
            services.database,
            ArticleId(article_id),
            past,
            version_of(if_match),
            services.clock(),
            user.email,
        )
        return await _saved(services, stored, response)


def add_editing_routes(router: APIRouter, services: Services) -> None:
    """Changes; each is served from the next message on. The widest paths come last."""
    editor = signed_in(services, Role.EDITOR)

    @router.post("/articles", status_code=201)
    async def create(
        body: ArticleBody, response: Response, user: User = Depends(editor)
    ) -> dict[str, Any]:
        stored = await services.run(
            editing.create_article, services.database, body.text(), services.clock(), user.email
        )
        return await _saved(services, stored, response)

    @router.post("/articles/{article_id:path}/retire")
    async def retire(
        article_id: str,
        response: Response,
        if_match: IfMatch = None,
        user: User = Depends(editor),
    ) -> dict[str, Any]:
        return await _retire(services, article_id, response, if_match, user, retired=True)

    @router.post("/articles/{article_id:path}/revive")
    async def revive(
        article_id: str,
        response: Response,
        if_match: IfMatch = None,
        user: User = Depends(editor),
    ) -> dict[str, Any]:
        return await _retire(services, article_id, response, if_match, user, retired=False)

    @router.get("/articles/{article_id:path}", dependencies=[Depends(signed_in(services))])
    async def article(article_id: str, response: Response) -> dict[str, Any]:
        stored = await services.look(
            editing.stored_article, services.database, ArticleId(article_id)
        )
        return await _shown(services, stored, response)

    @router.put("/articles/{article_id:path}")
    async def update(
        article_id: str,
        body: ArticleBody,
        response: Response,
        if_match: IfMatch = None,
        user: User = Depends(editor),
    ) -> dict[str, Any]:
        stored = await services.run(
            editing.update_article,
            services.database,
            ArticleId(article_id),
            body.text(),
            version_of(if_match),
            services.clock(),
            user.email,
        )
        return await _saved(services, stored, response)

    @router.delete("/articles/{article_id:path}", status_code=204, dependencies=[Depends(editor)])
    async def delete(article_id: str, if_match: IfMatch = None) -> None:
        await services.run(
            editing.delete_article,
            services.database,
            ArticleId(article_id),
            version_of(if_match),
        )
        await services.content_changed()


def preview_json(article: Article) -> dict[str, Any]:
    """The help page's text, and the passages that the bot quotes from."""
    return {
        "html": article_markup(article).html,
        "passages": [
            {
                "headings": list(each.headings),
                "text": each.text,
                "words": round(count_words(each.text)),
            }
            for each in split_article(article)
        ],
    }


def trial_json(services: Services, body: ArticleTrialBody) -> dict[str, Any]:
    """What a question finds and what the bot would say; ``served`` is false without a model."""
    draft = body.draft.article(url=_address_of(body.draft)) if body.draft else None
    release = services.release()
    trial = try_articles(services.database, release, body.text, draft, services.clock)
    if trial is None:
        return {"served": False, "hits": [], "reply": None}
    reply = trial.decided.decision.reply
    reasons = reasons_to_json(reply.reasons, trial.decided.release, trial.decided.template_titles)
    return {
        "served": True,
        "hits": [hit_json(each, draft.id if draft else None) for each in trial.hits],
        "reply": {
            "kind": reply.kind.value,
            "html": markdown_to_html(reply.text),
            "text": reply.text,
            "because": reasons["because"],
            "sources": [
                {**asdict(each), "quote": markdown_as_read(each.quote)} for each in reply.sources
            ],
        },
    }


def _address_of(draft: DraftBody) -> str:
    return f"/help/{draft.id or UNSAVED}"


def _place(after: str | None) -> tuple[str, str] | None:
    """Where the page before ended, as it was given with that page."""
    if after is None:
        return None
    try:
        title, id = json.loads(after)
    except (ValueError, TypeError):
        raise UnreadablePlaceError from None
    return str(title), str(id)


async def _retire(
    services: Services,
    article_id: str,
    response: Response,
    if_match: str | None,
    user: User,
    *,
    retired: bool,
) -> dict[str, Any]:
    stored = await services.run(
        editing.retire_article,
        services.database,
        ArticleId(article_id),
        version_of(if_match),
        services.clock(),
        user.email,
        retired=retired,
    )
    return await _saved(services, stored, response)


async def _saved(
    services: Services, stored: editing.StoredArticle, response: Response
) -> dict[str, Any]:
    await services.content_changed()
    return await _shown(services, stored, response)


async def _shown(
    services: Services, stored: editing.StoredArticle, response: Response
) -> dict[str, Any]:
    response.headers["ETag"] = etag(stored.version)
    source = await services.look(source_of, services.database, str(stored.article.id))
    return article_json(stored, source, findable=_is_findable(services, stored))


def _is_findable(services: Services, stored: editing.StoredArticle) -> bool:
    """Whether the search that serves has taken in what the article says now."""
    retriever = services.release().retriever
    known = retriever.index.versions if retriever and retriever.index else {}
    return known.get(stored.article.id) == state_of(stored.article)
