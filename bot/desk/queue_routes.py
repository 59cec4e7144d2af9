"""The desk's API about the queue: who takes what, what is put off or passed on, what is owed."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from pydantic import AwareDatetime, Field, model_validator

from bot.channels.web.payloads import StoredText, Strict
from bot.channels.web.positions import Position
from bot.conversations import agents, desk_workers
from bot.conversations.agents import Agent
from bot.conversations.assignment import assign
from bot.conversations.notices import latest_notices
from bot.conversations.resolutions import resolutions
from bot.conversations.service_levels import figures
from bot.desk.access import signed_in
from bot.desk.presence import looks, viewers
from bot.desk.threads import thread
from bot.desk.users import Role, User
from bot.desk.wording import WordedRoute
from bot.dialog import Priority, Route
from bot.dialog.clock_rules import Clock
from bot.dialog.routing import EVERYBODY
from bot.problems import ProblemError
from bot.services import Services
from bot.store import Database


class AvailabilityRequest(Strict):
    """Whether one is to be given conversations."""

    available: bool


class SkillsRequest(Strict):
    """The queues that somebody takes, all where there are none, and how many at once."""

    queues: tuple[StoredText, ...]
    capacity: Annotated[int | None, Field(ge=1, le=100)] = None


class TransferRequest(Strict):
    """To whom it goes: a colleague, or a queue (the empty name is everybody's)."""

    user_id: StoredText | None = None
    queue: StoredText | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> TransferRequest:
        if (self.user_id is None) == (self.queue is None):
            raise ValueError("give either `user_id` or `queue`")
        return self


class SnoozeRequest(Strict):
    """Until when."""

    until: AwareDatetime


class AssignRequest(Strict):
    """Who is asked to take it; null for nobody."""

    user_id: StoredText | None


class PresenceRequest(Strict):
    """One has a conversation open, and perhaps types."""

    typing: bool = False


def queue_router(services: Services) -> APIRouter:
    """The routes under ``/api/desk`` that are about queues and time."""
    router = APIRouter(prefix="/api/desk", tags=["queues"], route_class=WordedRoute)
    add_worker_routes(router, services)
    add_passing_routes(router, services)
    add_watching_routes(router, services)
    return router


def add_worker_routes(router: APIRouter, services: Services) -> None:
    """Who is there, and what they take."""

    @router.get("/me/availability")
    async def availability(user: User = Depends(signed_in(services))) -> dict[str, Any]:
        return await _worker(services, user.id)

    @router.put("/me/availability")
    async def be_available(
        body: AvailabilityRequest, user: User = Depends(signed_in(services))
    ) -> dict[str, Any]:
        now = services.clock()
        await services.run(
            desk_workers.set_available, services.database, user.id, body.available, now
        )
        return await _worker(services, user.id)

    @router.put("/users/{user_id}/queues")
    async def take_queues(
        user_id: str, body: SkillsRequest, _: User = Depends(signed_in(services, Role.LEAD))
    ) -> dict[str, Any]:
        for queue in body.queues:
            require_queue(services, queue)
        await services.run(
            desk_workers.set_skills, services.database, user_id, body.queues, body.capacity
        )
        return await _worker(services, user_id)


def add_passing_routes(router: APIRouter, services: Services) -> None:
    """Passing a conversation on, putting it off, asking somebody to take it."""

    @router.post("/conversations/{conversation_id}/transfer")
    async def transfer(
        conversation_id: str, body: TransferRequest, user: User = Depends(signed_in(services))
    ) -> dict[str, Any]:
        who, now = Agent(user.id, user.name), services.clock()
        place = (services.database, conversation_id, who)
        if body.user_id is not None:
            await services.run(agents.transfer, *place, body.user_id, now)
        else:
            route = require_queue(services, body.queue or EVERYBODY)
            await services.run(agents.transfer_to_queue, *place, route, now)
        return await _changed(services, conversation_id, user)

    @router.post("/conversations/{conversation_id}/snooze")
    async def snooze(
        conversation_id: str, body: SnoozeRequest, user: User = Depends(signed_in(services))
    ) -> dict[str, Any]:
        who, now = Agent(user.id, user.name), services.clock()
        await services.run(agents.snooze, services.database, conversation_id, who, body.until, now)
        return await _changed(services, conversation_id, user)

    @router.post("/conversations/{conversation_id}/assign")
    async def ask(
        conversation_id: str, body: AssignRequest, user: User = Depends(signed_in(services))
    ) -> dict[str, Any]:
        now = services.clock()
        await services.run(assign, services.database, conversation_id, body.user_id, user.id, now)
        return await _changed(services, conversation_id, user)


def add_watching_routes(router: APIRouter, services: Services) -> None:
    """Who looks where, what people should know, and how promises were kept."""

    @router.post("/conversations/{conversation_id}/presence")
    async def presence(
        conversation_id: str, body: PresenceRequest, user: User = Depends(signed_in(services))
    ) -> dict[str, Any]:
        await looks(services, conversation_id, user, typing=body.typing)
        return {"viewers": viewers(services, conversation_id, user)}

    @router.get("/notices", dependencies=[Depends(signed_in(services))])
    async def notices(
        before: Position | None = None,
    ) -> dict[str, Any]:
        return {"notices": await services.look(notices_json, services.database, before)}

    @router.get("/service-levels", dependencies=[Depends(signed_in(services))])
    async def service_levels(days: Annotated[int, Query(ge=1, le=366)] = 7) -> dict[str, Any]:
        return await services.look(service_levels_json, services, days)


def require_queue(services: Services, queue: str) -> Route:
    """The route into an operator's queue, or into everybody's.

    Raises:
        ProblemError: the settings have no such queue.
    """
    if queue == EVERYBODY:
        return Route()
    settings = services.settings.file.queues.get(queue)
    if settings is None:
        known = ", ".join(services.settings.file.queues) or "none"
        raise ProblemError(422, f"queue: there is no queue {queue!r}; the settings have: {known}")
    return Route(queue, Priority[settings.priority.upper()])


def notices_json(database: Database, before: int | None) -> list[dict[str, Any]]:
    """A page of notices, the latest first."""
    with database.read() as session:
        return [
            {
                "id": row.id,
                "kind": row.kind,
                "conversation_id": row.conversation_id,
                "data": row.data,
                "created_at": row.created_at.isoformat(),
                "delivered_at": row.delivered_at.isoformat() if row.delivered_at else None,
            }
            for row in latest_notices(session, before)
        ]


def service_levels_json(services: Services, days: int) -> dict[str, Any]:
    """How fast people answered and settled in the last days, and whether it lasted."""
    since = services.clock() - timedelta(days=days)
    with services.database.read() as session:
        clocks = {clock.value: asdict(figures(session, clock, since)) for clock in Clock}
        return {"days": days, **clocks, "resolutions": asdict(resolutions(session, since))}


async def _worker(services: Services, user_id: str) -> dict[str, Any]:
    found = await services.look(desk_workers.worker, services.database, user_id, services.clock())
    if found is None:
        raise ProblemError(404, "there is no such user")
    return {
        "available": found.available,
        "present": found.present,
        "queues": sorted(found.queues),
        "capacity": found.capacity,
        "busy": found.busy,
    }


async def _changed(services: Services, conversation_id: str, user: User) -> dict[str, Any]:
    services.changed(conversation_id)
    found = await services.look(thread, services.database, conversation_id)
    return {**found, "viewers": viewers(services, conversation_id, user)}
