"""Brings the bytes of files that a channel still has, in the background.

Taking a message in never waits for a download. What cannot be had now is tried again with growing
pauses; what cannot be had at all ends with a reason. Knows of the channel only how to fetch.
"""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from bot.content.attachments import AttachmentError, QuotaError
from bot.content.file_bytes import FileTooLargeError
from bot.conversations.expected_files import (
    Expected,
    Problem,
    due,
    fill,
    give_up,
    postpone,
)
from bot.services import Services
from bot.waiting import is_set_within

log = logging.getLogger(__name__)
Fetch = Callable[[str, int], Awaitable[bytes]]
"""The bytes of a source, at most so many. Raises FileGoneError or FileTooLargeError where trying
again is useless; whatever else it raises, it is asked again."""

LOOK_SECONDS: Final = 5.0
FETCH_SECONDS: Final = 60.0


class FileGoneError(Exception):
    """The channel does not have the file, and will not have it later."""


class AttachmentFetcher:
    """Fetches one channel's files. Use it from the event loop."""

    def __init__(self, services: Services, channel: str, fetch: Fetch) -> None:
        self._services = services
        self._channel = channel
        self._fetch = fetch
        self._news = asyncio.Event()

    def wake(self) -> None:
        """A file is expected."""
        self._news.set()

    async def run(self) -> None:
        """Fetch until cancelled; what is not here then is fetched after the next start."""
        while True:
            self._news.clear()
            try:
                await self.fetch_due()
            except SQLAlchemyError:
                log.exception("%s: expected files could not be read", self._channel)
            await is_set_within(self._news, LOOK_SECONDS)

    async def fetch_due(self) -> None:
        """Fetch everything whose time has come, a few at once.

        Raises:
            SQLAlchemyError: the database cannot be read or written; nothing is lost.
        """
        services = self._services
        while found := await services.run(due, services.database, self._channel, services.clock()):
            await asyncio.gather(*(self._bring(each) for each in found))

    async def _bring(self, expected: Expected) -> None:
        problem = await self._try(expected)
        services = self._services
        if problem is not None:
            await services.run(give_up, services.database, expected, problem, services.clock())
        services.changed(expected.conversation_id)

    async def _try(self, expected: Expected) -> Problem | None:
        services = self._services
        limits = services.settings.file.attachments.limits()
        try:
            if expected.size > limits.max_bytes:
                raise FileTooLargeError(limits.max_bytes)
            async with asyncio.timeout(FETCH_SECONDS):
                data = await self._fetch(expected.source, limits.max_bytes)
            await services.run(
                fill,
                services.database,
                services.files,
                expected,
                io.BytesIO(data),
                limits,
                services.clock(),
            )
        except FileTooLargeError:
            return Problem.TOO_LARGE
        except QuotaError:
            return Problem.TOO_MANY
        except AttachmentError:
            return Problem.REFUSED
        except FileGoneError:
            return Problem.UNAVAILABLE
        except SQLAlchemyError:
            raise
        except Exception as error:
            log.warning("%s: file %s not fetched (%r)", self._channel, expected.id, error)
            again = await services.run(postpone, services.database, expected, services.clock())
            return None if again else Problem.UNAVAILABLE
        return None
