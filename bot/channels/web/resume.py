"""The way back into one conversation by a signed link: the page it opens, and the exchange.

Opening the page changes nothing, so that a mail scanner which follows links does no harm; its
script then exchanges the link for a token of its own.
"""

from __future__ import annotations

import html
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Header, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from bot.channels.web.payloads import Strict
from bot.conversations.links import LINK_PATH, InvalidLinkError, Links
from bot.conversations.tokens import Opened, further_token
from bot.dialog.phrases import phrase
from bot.pages import CSP, browser_language, built_page
from bot.services import Services

REFUSAL = (
    '<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    "<title>{company}</title></head><body><h1>{company}</h1><p>{words}</p></body></html>\n"
)
GUARDED = {
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
    "Content-Security-Policy": CSP.format(ancestors="'none'"),
}


class ResumeRequest(Strict):
    """What stands behind ``/c/`` in a link."""

    link: Annotated[str, Field(min_length=1, max_length=1_000)]


def resume_router(services: Services) -> APIRouter:
    """The page under ``/c/`` and ``POST /api/chat/sessions/resume``."""
    router = APIRouter()
    links = Links(services.settings.home)

    @router.get(LINK_PATH + "{link}", include_in_schema=False)
    async def page(link: str, accept_language: Annotated[str, Header()] = "") -> Response:
        try:
            await services.run(links.conversation, link, services.clock())
        except InvalidLinkError as error:
            return _refusal(error, accept_language, services)
        shown = built_page("widget/index.html", GUARDED["Content-Security-Policy"])
        shown.headers.update(GUARDED)
        return shown

    @router.post("/api/chat/sessions/resume", status_code=201, tags=["chat"])
    async def resume(request: ResumeRequest, line: Request) -> dict[str, str | None]:
        services.limits.session(line.client)
        conversation = await services.run(links.conversation, request.link, services.clock())
        return session_json(
            await services.run(further_token, services.database, conversation, services.clock())
        )

    return router


def session_json(opened: Opened, signed_in_until: datetime | None = None) -> dict[str, str | None]:
    """A session as the chat API hands it out."""
    return {
        "signed_in_until": signed_in_until.isoformat() if signed_in_until else None,
        "conversation_id": opened.conversation_id,
        "token": opened.token,
        "expires_at": opened.expires_at.isoformat(),
    }


def _refusal(error: InvalidLinkError, accepted: str, services: Services) -> Response:
    file = services.settings.file
    language = browser_language(accepted, file.locale)
    words = phrase("link_expired" if error.expired else "link_invalid", language)
    shown = REFUSAL.format(
        language=language, company=html.escape(file.company), words=html.escape(words)
    )
    return HTMLResponse(shown, status_code=404, headers=GUARDED)
