"""Refuses request bodies that no honest client sends, before they fill the memory."""

from __future__ import annotations

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 1024 * 1024


class BodyLimit:
    """ASGI middleware: reading more than ``limit`` bytes of one request's body is a 413.

    It counts what arrives, so a body sent in pieces without a length is caught too. For the paths
    in ``uploads`` the limit is what ``upload_limit`` says at that moment.
    """

    def __init__(
        self,
        app: ASGIApp,
        limit: int = MAX_BODY,
        *,
        uploads: frozenset[str] = frozenset(),
        upload_limit: Callable[[], int] = lambda: MAX_BODY,
    ) -> None:
        self._app = app
        self._limit = limit
        self._uploads = uploads
        self._upload_limit = upload_limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        seen = 0
        limit = self._upload_limit() if scope["path"] in self._uploads else self._limit

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > limit:
                raise HTTPException(413, f"the body is longer than {limit:,} bytes")
            return message

        await self._app(scope, counted, send)
