"""The chat API of suggestions: what to ask or read next, what was done, and whether to keep it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header

from bot.channels.web.payloads import ActRequest, ChoiceRequest, suggestion_json
from bot.channels.web.signed_in import bearer
from bot.conversations.tokens import conversation_of_token
from bot.problems import ProblemError
from bot.recommending.behaviour import Act, keep_acts
from bot.recommending.choice import Choice, choose, person_of
from bot.services import Services
from bot.store.tables import ConversationRow

CLOSED = "suggestions are switched off here"


def suggestion_router(services: Services) -> APIRouter:
    """``/api/chat/suggestions``, for the conversation that the bearer token opens."""
    router = APIRouter(prefix="/api/chat/suggestions", tags=["chat"])

    async def opened(authorization: Annotated[str | None, Header()] = None) -> str:
        token = bearer(authorization)
        return await services.look(
            conversation_of_token, services.database, token, services.clock()
        )

    @router.get("")
    async def suggest(conversation: str = Depends(opened)) -> dict[str, Any]:
        return await _suggested(services, conversation)

    @router.put("")
    async def decide(request: ChoiceRequest, conversation: str = Depends(opened)) -> dict[str, Any]:
        _check_enabled(services)
        await services.run(_choose, services, conversation, request.choice)
        return await _suggested(services, conversation)

    @router.post("/acts")
    async def act(request: ActRequest, conversation: str = Depends(opened)) -> dict[str, int]:
        _check_enabled(services)
        services.limits.message(conversation)
        items = await services.look(services.suggester.known_items, request.items, request.url)
        return {"kept": await services.run(_keep, services, conversation, request.act, items)}

    return router


async def _suggested(services: Services, conversation_id: str) -> dict[str, Any]:
    found = await services.look(services.suggester.after, conversation_id)
    return {
        "choice": found.choice,
        "suggestions": [suggestion_json(each) for each in found.suggestions],
    }


def _check_enabled(services: Services) -> None:
    if not services.settings.file.recommendations.enabled:
        raise ProblemError(409, CLOSED)


def _choose(services: Services, conversation_id: str, choice: Choice) -> None:
    with services.database.write() as session:
        conversation = session.get_one(ConversationRow, conversation_id)
        choose(session, person_of(conversation), choice, services.clock())


def _keep(services: Services, conversation_id: str, act: Act, items: list[str]) -> int:
    with services.database.write() as session:
        conversation = session.get_one(ConversationRow, conversation_id)
        return keep_acts(session, conversation, act, items, services.clock())
