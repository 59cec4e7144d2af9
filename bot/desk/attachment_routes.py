"""Files at the desk: opening those of any conversation, and sending one ahead of a reply."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from bot.channels.web.attachments import take_in
from bot.channels.web.file_addresses import agents_address
from bot.channels.web.payloads import attachment_json
from bot.channels.web.uploads import MULTIPART, sent
from bot.content.attachments import any_attachment
from bot.conversations.reading import require_conversation
from bot.desk.access import signed_in
from bot.services import Services


def desk_attachment_router(services: Services) -> APIRouter:
    """The routes under ``/api/desk/attachments``."""
    inside = [Depends(signed_in(services))]
    router = APIRouter(prefix="/api/desk", tags=["desk"], dependencies=inside)

    @router.post("/attachments", status_code=201, openapi_extra=MULTIPART)
    async def attach(
        request: Request, conversation: Annotated[str, Query(max_length=100)]
    ) -> dict[str, Any]:
        await services.look(require_conversation, services.database, conversation)
        stored = await take_in(request, services, conversation, "agent")
        return {"attachment": stored.id, **attachment_json(stored, agents_address(stored.id))}

    @router.get("/attachments/{attachment}")
    async def read(attachment: str) -> Response:
        found = await services.look(any_attachment, services.database, attachment)
        return sent(services.files, found)

    return router
