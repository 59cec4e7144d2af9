"""Takes updates that Telegram brings by itself: stored first, answered with 200 only then."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Header, Request

from bot.channels.telegram.access import WEBHOOK_PATH, TelegramAccess
from bot.channels.telegram.updates import store_updates
from bot.problems import ProblemError
from bot.services import Services

MAX_BODY = 1024 * 1024


def webhook_router(
    services: Services, access: TelegramAccess, wake: Callable[[], None]
) -> APIRouter:
    """``POST /api/telegram/webhook``. Without a secret in the settings it lets nobody in."""
    router = APIRouter(tags=["telegram"])

    @router.post(WEBHOOK_PATH)
    async def receive(
        request: Request,
        secret: Annotated[str, Header(alias="X-Telegram-Bot-Api-Secret-Token")] = "",
    ) -> dict[str, bool]:
        if access.webhook is None or not hmac.compare_digest(
            secret.encode(), access.webhook.secret.encode()
        ):
            raise ProblemError(401, "X-Telegram-Bot-Api-Secret-Token is missing or wrong")
        update = await _update(request)
        await services.run(
            store_updates, services.database, access.bot_id, [update], services.clock()
        )
        wake()
        return {"ok": True}

    return router


async def _update(request: Request) -> dict[str, object]:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise ProblemError(413, f"an update has at most {MAX_BODY:,} bytes")
    try:
        update = json.loads(body)
    except ValueError:
        raise ProblemError(400, "the body is no JSON") from None
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        raise ProblemError(422, "the body is no update: it has no number `update_id`")
    return update
