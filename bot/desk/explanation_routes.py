"""The desk's API for the words and examples behind what the bot takes a message for."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import Field

from bot.answering.explaining import explain, explanation_to_json
from bot.channels.web.payloads import MAX_TEXT, StoredText, Strict
from bot.desk.access import signed_in
from bot.services import Services


class ExplainRequest(Strict):
    """A customer's message."""

    text: Annotated[StoredText, Field(min_length=1, max_length=MAX_TEXT)]


def explanation_router(services: Services) -> APIRouter:
    """The route under ``/api/desk``; it explains by what serves now."""
    router = APIRouter(prefix="/api/desk", tags=["explanations"])

    @router.post("/explain", dependencies=[Depends(signed_in(services))])
    async def explanation(body: ExplainRequest) -> dict[str, Any]:
        found = await services.look(
            explain, services.database, services.settings, services.release(), body.text
        )
        return explanation_to_json(found)

    return router
