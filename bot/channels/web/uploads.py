"""Reads one uploaded file from a request, and sends stored ones, so that they can do no harm."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect
from starlette.responses import FileResponse, Response

from bot.content.attachments import Attachment, UnknownAttachmentError, Upload
from bot.content.file_bytes import FULL, FileBytes, FileTooLargeError, NoRoomError
from bot.content.file_kinds import SHOWN_INLINE
from bot.content.file_names import download_name
from bot.problems import ProblemError

FIELD: Final = "file"
NO_FILE: Final = f"{FIELD}: send one file as multipart/form-data"
UPLOAD_SECONDS: Final = 120.0
"""How long one upload may take; 10 MB within it need 85 kB/s."""

MULTIPART: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": [FIELD],
                    "properties": {FIELD: {"type": "string", "format": "binary"}},
                }
            }
        },
    }
}
"""What the API's description says of an upload; its body is read by hand."""

HARMLESS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, max-age=3600",
}


@asynccontextmanager
async def uploaded(
    request: Request, author: str, limit: int, seconds: float | None = None
) -> AsyncIterator[Upload]:
    """The file in the field ``file`` of a multipart body; gone after the block.

    It may take so many ``seconds`` to arrive, ``UPLOAD_SECONDS`` unless said.

    Raises:
        FileTooLargeError: the body is longer than a file of ``limit`` bytes makes it.
        ProblemError: there is none, there is more, or it took too long.
        NoRoomError: the disk is full.
    """
    allowed = UPLOAD_SECONDS if seconds is None else seconds
    try:
        async with asyncio.timeout(allowed):
            form = await _WholeBody(request).parse()
        try:
            file = form.get(FIELD)
            if not isinstance(file, UploadFile):
                raise ProblemError(422, NO_FILE)
            yield Upload(file.file, file.filename, file.content_type, author)
        finally:
            await form.close()
    except TimeoutError:
        raise ProblemError(408, f"the upload took over {allowed:g} s; try again") from None
    except ClientDisconnect:
        raise ProblemError(400, "the upload broke off; nothing of it was kept") from None
    except MultiPartException as error:
        raise ProblemError(400, f"{FIELD}: {error.message}") from None
    except HTTPException as error:
        raise (FileTooLargeError(limit) if error.status_code == 413 else error) from None
    except OSError as error:
        if error.errno in FULL:
            raise NoRoomError from error
        raise


class _WholeBody(MultiPartParser):
    """Starlette's parser, but a body that breaks off before its last boundary is none."""

    def __init__(self, request: Request) -> None:
        if not request.headers.get("content-type", "").startswith("multipart/form-data"):
            raise ProblemError(422, NO_FILE)
        stream = self._to_its_end(request.stream())
        super().__init__(request.headers, stream, max_files=1, max_fields=0)
        self._ended = False

    def on_end(self) -> None:
        self._ended = True

    async def _to_its_end(self, stream: AsyncIterator[bytes]) -> AsyncGenerator[bytes, None]:
        async for chunk in stream:
            yield chunk
        if not self._ended:
            raise MultiPartException("the upload broke off; nothing of it was kept")


def sent(files: FileBytes, attachment: Attachment) -> Response:
    """The file as a response: shown only where its bytes are of a kind that browsers show safely.

    Raises:
        UnknownAttachmentError: its bytes are not here.
    """
    if attachment.state != "stored" or attachment.sha256 is None:
        raise UnknownAttachmentError
    path = files.path(attachment.sha256)
    if not path.is_file():
        raise UnknownAttachmentError
    shown = attachment.media_type in SHOWN_INLINE
    return FileResponse(
        path,
        media_type=attachment.media_type,
        filename=download_name(attachment.name, attachment.media_type),
        content_disposition_type="inline" if shown else "attachment",
        headers=HARMLESS,
    )
