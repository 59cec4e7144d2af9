"""The desk's API for files that go with templates: sending one ahead, and opening it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response

from bot.channels.web.uploads import MULTIPART, sent, uploaded
from bot.content.attachments import Attachment
from bot.content.template_files import store_template_file, template_file
from bot.desk.access import signed_in
from bot.desk.users import Role
from bot.services import Services


def template_file_router(services: Services) -> APIRouter:
    """The routes under ``/api/desk/template-files``."""
    router = APIRouter(prefix="/api/desk", tags=["templates"])

    @router.post(
        "/template-files",
        status_code=201,
        openapi_extra=MULTIPART,
        dependencies=[Depends(signed_in(services, Role.EDITOR))],
    )
    async def attach(request: Request) -> dict[str, Any]:
        limits = services.settings.file.attachments.limits()
        async with uploaded(request, "template", limits.max_bytes) as upload:
            stored = await services.run(
                store_template_file,
                services.database,
                services.files,
                upload,
                limits,
                services.clock(),
            )
        return asdict(stored)

    @router.get("/template-files/{sha256}", dependencies=[Depends(signed_in(services))])
    async def read(sha256: Annotated[str, Path(pattern="^[0-9a-f]{64}$")]) -> Response:
        found = await services.look(template_file, services.database, sha256)
        whole = Attachment(
            sha256, found.name, found.media_type, found.size, "stored", sha256=sha256
        )
        return sent(services.files, whole)

    return router
