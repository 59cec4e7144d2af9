"""Files that customers send: what Telegram says about them, and how they are fetched.

Whoever stores them decides how much may be fetched; nothing is fetched while an update is read.
"""

from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass
from typing import Any

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest
from aiogram.types import Message
from aiohttp import ClientError

from bot.channels.fetching import FileGoneError
from bot.content.file_bytes import FileTooLargeError

LARGEST = 20 * 1024 * 1024
"""Bytes. What getFile gives away at most; a Bot API server of one's own may give more."""
FETCH_SECONDS = 60.0
TOO_BIG = "file is too big"
NAMED = ("document", "animation", "video", "audio", "voice", "video_note", "sticker")


class FileError(Exception):
    """A file that cannot be had now; the message says why."""


@dataclass(frozen=True, slots=True)
class TelegramFile:
    """A file of a message. ``size`` in bytes; what Telegram does not say is None."""

    kind: str
    file_id: str
    unique_id: str
    name: str | None = None
    mime_type: str | None = None
    size: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The file as it stands in a message's ``context``; ``TelegramFile(**it)`` reads it."""
        return asdict(self)


def files_of(message: Message) -> tuple[TelegramFile, ...]:
    """The files that a message brings; of a photo its largest size."""
    if message.photo:
        largest = max(message.photo, key=lambda each: each.width * each.height)
        return (_file("photo", largest, "image/jpeg"),)
    for kind in NAMED:
        content = getattr(message, kind)
        if content is not None:
            return (_file(kind, content, None),)
    return ()


async def fetch_file(bot: Bot, file_id: str, limit: int = LARGEST) -> bytes:
    """The contents of a file of at most ``limit`` bytes.

    Raises:
        FileTooLargeError: it is larger, or larger than Telegram gives away.
        FileGoneError: Telegram does not have it any more.
        FileError: Telegram cannot be reached; it may be tried again.
    """
    try:
        async with asyncio.timeout(FETCH_SECONDS):
            found = await bot.get_file(file_id)
            if found.file_size is not None and found.file_size > limit:
                raise FileTooLargeError(limit)
            if not found.file_path:
                raise FileError("Telegram does not say where the file lies")
            return await _download(bot, found.file_path, limit)
    except TimeoutError:
        raise FileError(f"the file did not arrive within {FETCH_SECONDS:g} s") from None
    except TelegramBadRequest as error:
        if TOO_BIG in str(error.message).lower():
            raise FileTooLargeError(LARGEST) from error
        raise FileGoneError(str(error.message)) from error
    except (AiogramError, ClientError) as error:
        raise FileError(f"the file cannot be fetched ({error})") from error


async def _download(bot: Bot, path: str, limit: int) -> bytes:
    url = bot.session.api.file_url(bot.token, path)
    content = bytearray()
    async for chunk in bot.session.stream_content(url, timeout=int(FETCH_SECONDS)):
        content += chunk
        if len(content) > limit:
            raise FileTooLargeError(limit)
    return bytes(content)


def _file(kind: str, content: Any, mime_type: str | None) -> TelegramFile:
    return TelegramFile(
        kind,
        content.file_id,
        content.file_unique_id,
        getattr(content, "file_name", None),
        getattr(content, "mime_type", None) or mime_type,
        content.file_size,
    )
