"""The public help pages under ``/help``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Header, Query
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from bot.content.articles import all_articles, get_article
from bot.help.pages import article_page, list_page
from bot.pages import browser_language
from bot.problems import ProblemError
from bot.services import Services
from bot.store import Database
from knowledge import Article, ArticleId

STYLE = Path(__file__).parent / "style.css"
CSP = (
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)


def help_router(services: Services) -> APIRouter:
    """The list, one article, and the style of both."""
    router = APIRouter(prefix="/help", include_in_schema=False)
    company = services.settings.file.company

    @router.get("")
    async def without_slash() -> Response:
        return RedirectResponse("/help/", status_code=308)

    @router.get("/")
    async def index(
        q: Annotated[str, Query(max_length=200)] = "",
        accept_language: Annotated[str, Header()] = "",
    ) -> Response:
        language = browser_language(accept_language, services.settings.file.locale)
        page = await services.run(found_page, services.database, company, q.strip(), language)
        return _html(page)

    @router.get("/style.css")
    async def style() -> Response:
        return FileResponse(STYLE, media_type="text/css")

    @router.get("/{article_id:path}")
    async def article(article_id: str) -> Response:
        return _html(await services.run(page_of, services.database, company, article_id))

    return router


def found_page(database: Database, company: str, q: str, language: str) -> str:
    """The list of the articles that mention ``q``."""
    found = [each for each in all_articles(database) if _mentions(each, q.casefold())]
    return list_page(found, company, q, language)


def page_of(database: Database, company: str, article_id: str) -> str:
    """One article's page.

    Raises:
        ProblemError: there is no such article.
    """
    found = get_article(database, ArticleId(article_id))
    if found is None:
        raise ProblemError(404, f"there is no help page {article_id!r}")
    return article_page(found, company)


def _mentions(article: Article, q: str) -> bool:
    return q in f"{article.title}\n{article.body}".casefold()


def _html(page: str) -> Response:
    return HTMLResponse(page, headers={"Content-Security-Policy": CSP})
