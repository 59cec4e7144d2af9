"""Customers' files over HTTP: sending one ahead of its message, opening those that were sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Header, Query, Request, Response

from bot.channels.web.payloads import attachment_json
from bot.channels.web.uploads import MULTIPART, sent, uploaded
from bot.content.attachments import (
    Attachment,
    any_attachment,
    customers_attachment,
    store_upload,
)
from bot.problems import ProblemError
from bot.services import Services
from knowledge.articles.reading import LARGEST_DOCUMENT

UPLOAD_PATHS: Final = (
    "/api/chat/attachments",
    "/api/desk/attachments",
    "/api/desk/template-files",
)
ARTICLE_FILES: Final = "/api/desk/knowledge/files"
TRANSCRIPT_FILES: Final = ("/api/desk/learning/imports", "/api/desk/learning/backtests/file")
LARGEST_TRANSCRIPTS: Final = 1024**3
"""What the desk takes of an export at once; the command reads larger ones where they lie."""
WRAPPING: Final = 16 * 1024
"""Bytes that multipart may add around a file."""


def longest_uploads(services: Services) -> Mapping[str, Callable[[], int]]:
    """The bytes that the body of an upload may have, by path: a setting, but for content."""

    def message_file() -> int:
        return services.settings.file.attachments.limits().max_bytes + WRAPPING

    return {
        **dict.fromkeys(UPLOAD_PATHS, message_file),
        ARTICLE_FILES: lambda: LARGEST_DOCUMENT + WRAPPING,
        **dict.fromkeys(TRANSCRIPT_FILES, lambda: LARGEST_TRANSCRIPTS + WRAPPING),
    }


async def take_in(
    request: Request, services: Services, conversation: str, author: str
) -> Attachment:
    """Keep the file that ``request`` brings, for a message of ``author``'s to come."""
    limits = services.settings.file.attachments.limits()
    async with uploaded(request, author, limits.max_bytes) as upload:
        return await services.run(
            store_upload,
            services.database,
            services.files,
            conversation,
            upload,
            limits,
            services.clock(),
        )


def add_attachment_routes(
    router: APIRouter, services: Services, opened: Callable[..., Any]
) -> None:
    """The routes ``/attachments``. ``opened`` gives the conversation that a bearer token opens."""

    @router.post("/attachments", status_code=201, openapi_extra=MULTIPART)
    async def attach(request: Request, conversation: str = Depends(opened)) -> dict[str, Any]:
        stored = await take_in(request, services, conversation, "customer")
        shown = attachment_json(stored, services.file_addresses.customers(stored.id))
        return {"attachment": stored.id, **shown}

    @router.get("/attachments/{attachment}")
    async def read(
        attachment: str,
        key: Annotated[str | None, Query(max_length=200)] = None,
        authorization: Annotated[str | None, Header()] = None,
    ) -> Response:
        if key is not None:
            if not services.file_addresses.opens(attachment, key):
                raise ProblemError(404, "there is no such file, or its address has ended")
            found = await services.run(any_attachment, services.database, attachment)
        else:
            conversation = await opened(authorization)
            found = await services.run(
                customers_attachment, services.database, conversation, attachment
            )
        return sent(services.files, found)
