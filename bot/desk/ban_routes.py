"""Banning customers, and letting them in again."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends

from bot.conversations.agents import Agent
from bot.conversations.banning import ban, unban
from bot.desk.access import signed_in
from bot.desk.audit import Author, noting
from bot.desk.threads import thread
from bot.desk.users import User
from bot.desk.wording import WordedRoute
from bot.services import Services


def ban_router(services: Services) -> APIRouter:
    """``POST /api/desk/conversations/ID/ban`` and ``unban``; both return the conversation."""
    router = APIRouter(prefix="/api/desk", tags=["desk"], route_class=WordedRoute)

    @router.post("/conversations/{conversation_id}/ban")
    async def ban_customer(
        conversation_id: str, user: User = Depends(signed_in(services))
    ) -> dict[str, Any]:
        return await _carry_out(services, ban, "customer.banned", conversation_id, user)

    @router.post("/conversations/{conversation_id}/unban")
    async def unban_customer(
        conversation_id: str, user: User = Depends(signed_in(services))
    ) -> dict[str, Any]:
        return await _carry_out(services, unban, "customer.unbanned", conversation_id, user)

    return router


async def _carry_out(
    services: Services, act: Any, called: str, conversation_id: str, user: User
) -> dict[str, Any]:
    agent, now = Agent(user.id, user.name), services.clock()
    note = noting(Author.of(user), called, conversation_id, now)
    await services.run(act, services.database, conversation_id, agent, now, note)
    services.changed(conversation_id)
    return await services.look(thread, services.database, conversation_id)
