"""The desk's API for an agent at work on one conversation: canned answers, the customer, a copy."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from bot.desk.access import signed_in
from bot.desk.brief import suggestion_json
from bot.desk.canned import canned_answers
from bot.desk.customer import CustomerPage, customer_page
from bot.desk.threads import thread
from bot.desk.transcript import KINDS, transcript
from bot.desk.wording import WordedRoute, reader_of
from bot.services import Services


def agent_router(services: Services) -> APIRouter:
    """Routes under ``/api/desk/conversations/ID`` that only read."""
    router = APIRouter(
        prefix="/api/desk/conversations",
        tags=["desk"],
        route_class=WordedRoute,
        dependencies=[Depends(signed_in(services))],
    )

    @router.get("/{conversation_id}/canned")
    async def canned(
        request: Request,
        conversation_id: str,
        q: Annotated[str, Query(max_length=200)] = "",
    ) -> dict[str, Any]:
        place = (services.database, services.release(), conversation_id)
        found = await services.look(canned_answers, *place, q, reader_of(request), services.clock())
        return {"answers": [suggestion_json(each) for each in found]}

    @router.get("/{conversation_id}/customer")
    async def customer(conversation_id: str) -> dict[str, Any]:
        mood, now = services.release().mood, services.clock()
        return page_json(
            await services.look(customer_page, services.database, conversation_id, mood, now)
        )

    @router.get("/{conversation_id}/transcript")
    async def copy(conversation_id: str, format: Literal["txt", "json"] = "txt") -> Response:
        found = await services.look(thread, services.database, conversation_id)
        name = f'attachment; filename="conversation-{found["id"]}.{format}"'
        headers = {"Content-Disposition": name}
        return Response(transcript(found, format), media_type=KINDS[format], headers=headers)

    return router


def page_json(page: CustomerPage) -> dict[str, Any]:
    """The customer's page as the desk's API gives it."""
    return {
        **asdict(page),
        "since": page.since.isoformat(),
        "conversations": [
            {**asdict(each), "updated_at": each.updated_at.isoformat()}
            for each in page.conversations
        ],
        "moods": [{**asdict(each), "at": each.at.isoformat()} for each in page.moods],
        "read": [{**asdict(each), "at": each.at.isoformat()} for each in page.read],
    }
