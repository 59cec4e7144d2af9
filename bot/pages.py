"""Serves the built web programs with the headers that keep them safe."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.responses import FileResponse, PlainTextResponse, Response
from fastapi.staticfiles import StaticFiles

from bot.channels.greeting import greeting_of
from bot.channels.web.payloads import suggestion_json
from bot.channels.web.pre_chat import widget_forms
from bot.content.sample_home import is_sample
from bot.conversations.line import wait_of_newcomers
from bot.dialog.languages import language_among
from bot.dialog.phrases import PHRASES, phrase, spoken_language
from bot.services import Services

BUILT = Path(__file__).parent / "web" / "dist"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; "
    "connect-src 'self' ws: wss:; font-src 'self'; frame-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors {ancestors}"
)
NOT_BUILT = (
    "The web pages are not built. Run `make web` in a checkout, or install the package again; "
    "the API works without them."
)


def page_router(services: Services) -> APIRouter:
    """``/``, ``/widget.js``, ``/widget/`` and ``/desk/``, and what the widget has to know."""
    router = APIRouter(include_in_schema=False)
    alone = CSP.format(ancestors="'none'")

    @router.get("/api/widget/config", include_in_schema=True, tags=["chat"])
    async def config(locale: str | None = None) -> dict[str, Any]:
        language = spoken_language(locale or services.settings.file.locale)
        opening = await services.look(services.suggester.opening, language)
        return {
            **widget_config(services, locale),
            "team": await services.look(team_json, services),
            "opening": [suggestion_json(each) for each in opening],
            "sample": await services.look(is_sample, services.database),
        }

    @router.get("/")
    async def home() -> Response:
        return built_page("index.html", alone)

    @router.get("/widget.js")
    async def loader() -> Response:
        return built_page("widget.js", alone)

    @router.get("/widget/")
    async def widget() -> Response:
        hosts = " ".join(("'self'", *services.settings.file.embed_hosts))
        return built_page("widget/index.html", CSP.format(ancestors=hosts))

    @router.get("/desk")
    @router.get("/desk/{path:path}")
    async def desk() -> Response:
        return built_page("desk/index.html", alone)

    return router


def mount_assets(app: FastAPI) -> None:
    """The hashed scripts and styles; they never change under their names."""
    if (BUILT / "assets").is_dir():
        app.mount("/assets", StaticFiles(directory=BUILT / "assets"), name="assets")


def widget_config(services: Services, locale: str | None) -> dict[str, Any]:
    """Names, colours and first words of the widget, in the customer's language."""
    file = services.settings.file
    language = spoken_language(locale or file.locale)
    suggested = language_among(file.suggestions, language)
    suggestions = file.suggestions[suggested] if suggested else ()
    return {
        "company": file.company,
        "locale": language,
        "automated_notice": phrase("notice", language),
        "greeting": greeting_of(file, language),
        "accent": file.accent,
        "locales": list(PHRASES),
        "suggestions": list(suggestions),
        **widget_forms(file.widget, services.release().policy.fields, language),
        "attachments": {
            "max_bytes": file.attachments.limits().max_bytes,
            "types": list(file.attachments.types),
        },
    }


def team_json(services: Services) -> dict[str, Any]:
    """Whether people are there, when next, and about how long whoever asks for one waits."""
    hours, now = services.release().policy.hours, services.clock()
    if hours.is_open(now):
        wait = wait_of_newcomers(services.database)
        return {"open": True, "opens_at": None, "expected_wait_seconds": wait}
    opens = hours.next_opening(now)
    opens_at = opens.isoformat() if opens else None
    return {"open": False, "opens_at": opens_at, "expected_wait_seconds": None}


def browser_language(accepted: str, locale: str) -> str:
    """The bot's language that an ``Accept-Language`` header asks for, else that of ``locale``."""
    first = accepted.split(",")[0].split(";")[0].strip()
    return spoken_language(first or locale)


def built_page(name: str, csp: str) -> Response:
    """A page of the built web programs, under this content security policy."""
    path = BUILT / name
    if not path.is_file():
        return PlainTextResponse(NOT_BUILT, status_code=503)
    headers = {"Content-Security-Policy": csp, "Cache-Control": "no-cache"}
    return FileResponse(path, headers=headers)
