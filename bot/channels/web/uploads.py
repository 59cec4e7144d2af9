"""Reads one uploaded file from a request, and sends stored ones, so that they can do no harm."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import FileResponse, Response

from bot.content.attachments import Attachment, UnknownAttachmentError, Upload
from bot.content.file_bytes import FULL, FileBytes, FileTooLargeError, NoRoomError
from bot.content.file_kinds import SHOWN_INLINE
from bot.content.file_names import download_name
from bot.problems import ProblemError

FIELD: Final = "file"
UPLOAD_SECONDS: Final = 120.0
"""How long one upload may take; 10 MB within it need 85 kB/s."""

HARMLESS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, max-age=3600",
}


@asynccontextmanager
async def uploaded(request: Request, author: str, limit: int) -> AsyncIterator[Upload]:
    """The file in the field ``file`` of a multipart body; gone after the block.

    Raises:
        FileTooLargeError: the body is longer than a file of ``limit`` bytes makes it.
        ProblemError: there is none, there is more, or it took too long.
        NoRoomError: the disk is full.
    """
    try:
        async with (
            asyncio.timeout(UPLOAD_SECONDS) as patience,
            request.form(max_files=1, max_fields=0) as form,
        ):
            patience.reschedule(None)
            file = form.get(FIELD)
            if not isinstance(file, UploadFile):
                raise ProblemError(422, f"{FIELD}: send one file as multipart/form-data")
            yield Upload(file.file, file.filename, file.content_type, author)
    except TimeoutError:
        raise ProblemError(408, f"the upload took over {UPLOAD_SECONDS:g} s; try again") from None
    except ClientDisconnect:
        raise ProblemError(400, "the upload broke off; nothing of it was kept") from None
    except HTTPException as error:
        if error.status_code == 413:
            raise FileTooLargeError(limit) from None
        raise ProblemError(error.status_code, f"{FIELD}: {error.detail}") from None
    except OSError as error:
        if error.errno in FULL:
            raise NoRoomError from error
        raise


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
