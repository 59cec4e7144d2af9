"""The public help pages under ``/help``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from bot.content.article_addresses import HelpPlace, find_place
from bot.content.articles import all_articles, get_article
from bot.help.pages import (
    Reader,
    article_page,
    list_page,
    missing_page,
    results_page,
    sitemap,
)
from bot.help.searching import search_help
from bot.pages import browser_language
from bot.services import Services
from bot.store import Database
from knowledge import ArticleId
from knowledge.articles.identity import id_of_file

STYLE = Path(__file__).parent / "style.css"
CSP = (
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
FILE_ENDINGS = (".md", ".markdown", ".html", ".htm")
"""Articles that were files link to each other by their files' names."""

Accepted = Annotated[str, Header(alias="accept-language")]
Browser = Annotated[str, Header(alias="user-agent")]


def help_router(services: Services) -> APIRouter:
    """The list, a search, one article, the style of all, and the sitemap."""
    router = APIRouter(prefix="/help", include_in_schema=False)

    def reader(accepted: str) -> Reader:
        language = browser_language(accepted, services.settings.file.locale)
        return Reader(services.settings.file.company, language, services.settings.public_url)

    @router.get("")
    async def without_slash(request: Request) -> Response:
        asked = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/help/{asked}", status_code=308)

    @router.head("/")
    @router.get("/")
    async def index(
        q: Annotated[str, Query(max_length=200)] = "", accepted: Accepted = ""
    ) -> Response:
        if not q.strip():
            found = await services.look(all_articles, services.database)
            return _html(list_page(found, reader(accepted)))
        results = await services.look(search_help, services.database, services.release(), q.strip())
        return _html(results_page(results, reader(accepted), q.strip()))

    @router.head("/style.css")
    @router.get("/style.css")
    async def style() -> Response:
        return FileResponse(STYLE, media_type="text/css")

    @router.head("/sitemap.xml")
    @router.get("/sitemap.xml")
    async def site_map(request: Request) -> Response:
        base = (services.settings.public_url or str(request.base_url)).rstrip("/")
        found = await services.look(all_articles, services.database)
        return Response(sitemap(found, base), media_type="application/xml")

    @router.head("/{address:path}")
    @router.get("/{address:path}")
    async def article(
        request: Request, address: str, accepted: Accepted = "", reader_name: Browser = ""
    ) -> Response:
        place = await services.look(place_at, services.database, address)
        if place.moved_to is not None:
            return RedirectResponse(f"/help/{quote(place.moved_to)}", status_code=301)
        found = None
        if place.article is not None:
            wanted = ArticleId(place.article)
            found = await services.look(get_article, services.database, wanted)
        if found is None:
            return _html(missing_page(reader(accepted)), 410 if place.gone else 404)
        if request.method == "GET":
            services.readings.note(found.id, reader_name)
        return _html(article_page(found, reader(accepted)))

    return router


def place_at(database: Database, address: str) -> HelpPlace:
    """What stands at ``/help/ADDRESS``, also where it names the file that an article was.

    A slash behind it, which many sites' old addresses have, leads to the address without.
    """
    place = find_place(database, address)
    if place == HelpPlace() and address.endswith("/"):
        bare = address.rstrip("/")
        found = place_at(database, bare)
        return HelpPlace(moved_to=bare) if found.article else found
    if place == HelpPlace() and address.endswith(FILE_ENDINGS):
        named = find_place(database, id_of_file(address))
        return HelpPlace(moved_to=named.article) if named.article else named
    return place


def _html(page: str, status: int = 200) -> Response:
    return HTMLResponse(page, status, headers={"Content-Security-Policy": CSP})
