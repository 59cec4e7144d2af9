"""Refuses request bodies that no honest client sends, before they fill the memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 1024 * 1024


class BodyLimit:
    """ASGI middleware: reading more than ``limit`` bytes of one request's body is a 413.

    It counts what arrives, so a body sent in pieces without a length is caught too. For the paths
    in ``uploads`` the limit is what stands there, at that moment.
    """

    def __init__(
        self,
        app: ASGIApp,
        limit: int = MAX_BODY,
        *,
        uploads: Mapping[str, Callable[[], int]] | None = None,
    ) -> None:
        self._app = app
        self._limit = limit
        self._uploads = uploads or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        seen = 0
        limit = self._uploads.get(scope["path"], lambda: self._limit)()

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > limit:
                raise HTTPException(413, f"the body is longer than {limit:,} bytes")
            return message

        await self._app(scope, counted, send)
