"""Words the bot's reasons, and what is said of models, in the language of whoever reads them.

Replies of the desk's API hold reasons as they are stored; on the way out each is said in what the
agent's browser asks for. It knows where reasons stand in a reply, and no sentence.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from typing import Any, Final

from fastapi import Request, Response
from fastapi.routing import APIRoute

from bot.answering.verdicts import verdict_in
from bot.dialog.why import language_for_team, why_in

STORED: Final = "en"
REASONS: Final = frozenset({"because", "handoff_reason", "problem", "remarks"})
"""The keys under which a reply holds a reason, or a list of them."""


class WordedRoute(APIRoute):
    """A route whose reasons come in the language that ``Accept-Language`` names first."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route's own handler, and the wording after it."""
        handle = super().get_route_handler()

        async def worded(request: Request) -> Response:
            response = await handle(request)
            language = language_for_team(reader_of(request) or STORED)
            if language == STORED or not _holds_json(response):
                return response
            said = _said(json.loads(bytes(response.body)), language)
            response.body = json.dumps(said, ensure_ascii=False).encode(errors="replace")
            response.headers["content-length"] = str(len(response.body))
            response.headers.append("vary", "Accept-Language")
            return response

        return worded


def _holds_json(response: Response) -> bool:
    kind = response.headers.get("content-type", "")
    return kind.startswith("application/json") and bool(response.body)


def reader_of(request: Request) -> str | None:
    """The language that ``Accept-Language`` names first; None where it names none."""
    first = request.headers.get("accept-language", "").split(",")[0].split(";")[0].strip()
    return first if first not in ("", "*") else None


def _said(value: Any, language: str) -> Any:
    if isinstance(value, list):
        return [_said(each, language) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _reasons(each, language) if key in REASONS else _said(each, language)
        for key, each in value.items()
    }


def _reasons(value: Any, language: str) -> Any:
    if isinstance(value, str):
        return verdict_in(language, why_in(language, value))
    return [_reasons(each, language) for each in value] if isinstance(value, list) else value
