"""The desk's API for what an agent reads first, the switch that silences the bot, and settings."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Depends, Request

from bot.channels.web.payloads import Strict
from bot.checkup import doubt_in
from bot.conversations.silence import Silence, silence, silence_of, unsilence
from bot.desk.access import signed_in
from bot.desk.audit import Author, noting
from bot.desk.brief import brief, brief_json
from bot.desk.users import Role, User
from bot.desk.wording import STORED, WordedRoute, reader_of
from bot.services import Services

SILENCE = "silence"
"""What the bus calls a change of the switch."""


class SilenceRequest(Strict):
    """Whether the bot is switched off."""

    silenced: bool


def operating_router(services: Services) -> APIRouter:
    """``/api/desk/conversations/ID/brief``, ``/api/desk/silence`` and ``/api/desk/settings``."""
    router = APIRouter(prefix="/api/desk", tags=["desk"], route_class=WordedRoute)

    @router.get(
        "/conversations/{conversation_id}/brief", dependencies=[Depends(signed_in(services))]
    )
    async def read_brief(request: Request, conversation_id: str) -> dict[str, Any]:
        place = (services.database, services.release(), conversation_id)
        found = await services.look(brief, *place, reader_of(request))
        articles = await services.look(services.suggester.articles, conversation_id)
        return {**brief_json(found), "articles": [asdict(each) for each in articles]}

    @router.get("/settings", dependencies=[Depends(signed_in(services, Role.LEAD))])
    async def settings(request: Request) -> dict[str, Any]:
        language = reader_of(request) or STORED
        doubts = [doubt_in(language, each) for each in services.doubts]
        return {"unusable": services.unusable_settings, "doubts": doubts}

    @router.get("/silence", dependencies=[Depends(signed_in(services))])
    async def read() -> dict[str, Any]:
        return silence_json(await services.look(current_silence, services))

    @router.put("/silence")
    async def switch(
        body: SilenceRequest, user: User = Depends(signed_in(services, Role.LEAD))
    ) -> dict[str, Any]:
        author, now = Author.of(user), services.clock()
        if body.silenced:
            note = noting(author, "bot.silenced", "", now)
            held_up = await services.run(silence, services.database, user.name, now, note)
            for conversation in held_up:
                services.changed(conversation)
        else:
            note = noting(author, "bot.unsilenced", "", now)
            await services.run(unsilence, services.database, note)
        services.bus.publish(SILENCE)
        return silence_json(await services.look(current_silence, services))

    return router


def current_silence(services: Services) -> Silence | None:
    """The silence in force."""
    with services.database.read() as session:
        return silence_of(session)


def silence_json(found: Silence | None) -> dict[str, Any]:
    """Whether the bot is switched off, since when and by whom."""
    return {
        "silenced": found is not None,
        "since": found.since.isoformat() if found else None,
        "by": found.by if found else None,
    }
