"""The desk's API for bringing articles in: uploaded files, and pages and sites that are read."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from fastapi import APIRouter, Depends, Request

from bot.channels.web.uploads import MULTIPART, uploaded
from bot.content.article_imports import import_file, latest_imports
from bot.content.file_names import shown_name
from bot.desk.access import signed_in
from bot.desk.article_bodies import CrawlBody, import_json
from bot.desk.users import Role, User
from bot.problems import ProblemError
from bot.services import Services
from knowledge import KnowledgeError
from knowledge.articles.addresses import check_address
from knowledge.articles.parsing import ARTICLE_SUFFIXES
from knowledge.articles.reading import LARGEST_DOCUMENT

FILES_AT_ONCE: Final = 2
"""Reading one may take a minute of computing and a GiB; the others wait."""
ARCHIVES: Final = (".zip", ".gz")


def article_import_router(services: Services) -> APIRouter:
    """``/api/desk/knowledge/files`` and ``/api/desk/knowledge/imports``."""
    router = APIRouter(prefix="/api/desk/knowledge", tags=["articles"])
    editor = signed_in(services, Role.EDITOR)
    reading = asyncio.Semaphore(FILES_AT_ONCE)

    @router.post("/files", status_code=201, openapi_extra=MULTIPART)
    async def upload(request: Request, user: User = Depends(editor)) -> dict[str, Any]:
        async with uploaded(request, user.id, LARGEST_DOCUMENT) as file, reading:
            name = shown_name(file.name)
            try:
                row = await asyncio.to_thread(
                    import_file,
                    services.database,
                    name,
                    file.source,
                    services.clock,
                    user.email,
                )
            except KnowledgeError as error:
                raise ProblemError(422, str(error)) from None
        await services.content_changed()
        services.articles_changed()
        return dict(import_json(row))

    @router.get("/imports", dependencies=[Depends(signed_in(services))])
    async def imports() -> dict[str, Any]:
        rows = await services.look(latest_imports, services.database)
        return {
            "imports": [import_json(each) for each in rows],
            "suffixes": sorted({*ARTICLE_SUFFIXES, *ARCHIVES}),
            "max_bytes": LARGEST_DOCUMENT,
        }

    @router.post("/imports", status_code=202)
    async def crawl(body: CrawlBody, user: User = Depends(editor)) -> dict[str, Any]:
        address = body.url.strip()
        try:
            check_address(address)
        except KnowledgeError as error:
            raise ProblemError(422, str(error)) from None
        row = await services.run(services.crawling.begin, address, user.email)
        return dict(import_json(row))

    return router
