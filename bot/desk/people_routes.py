"""The desk's API for people: an admin looks after everybody, everybody after their password."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import Field

from bot.channels.web.payloads import StoredText, Strict
from bot.channels.web.positions import Position
from bot.desk.access import COOKIE, Attempts, signed_in
from bot.desk.audit import Author, audit_page
from bot.desk.people import (
    Person,
    PersonChange,
    add_person,
    all_people,
    change_person,
    password_to_tell,
    reset_person,
)
from bot.desk.queue_routes import require_queue
from bot.desk.users import Role, User, change_password
from bot.limits import network_of
from bot.problems import ProblemError
from bot.services import Services

Name = Annotated[StoredText, Field(min_length=1, max_length=100, pattern=r"\S")]


class NewPersonRequest(Strict):
    """Somebody who may sign in; their name is taken from the address where it is left out."""

    email: Annotated[StoredText, Field(max_length=254)]
    name: Name | None = None
    role: Role


class PersonRequest(Strict):
    """How somebody is to be. Without ``queues`` they take all."""

    name: Name
    role: Role
    active: bool
    queues: Annotated[tuple[StoredText, ...], Field(max_length=100)] = ()
    capacity: Annotated[int, Field(ge=1, le=100)]


class PasswordRequest(Strict):
    """One's own password, as it is and as it is to be."""

    before: Annotated[str, Field(max_length=1_000)]
    after: Annotated[str, Field(max_length=1_000)]


def people_router(services: Services) -> APIRouter:
    """``/api/desk/people``, ``/api/desk/me/password`` and ``/api/desk/audit``."""
    router = APIRouter(prefix="/api/desk", tags=["people"])
    add_people_routes(router, services)
    add_password_route(router, services)

    @router.get("/audit", dependencies=[Depends(signed_in(services, Role.ADMIN))])
    async def audit(before: Annotated[Position | None, Query()] = None) -> dict[str, Any]:
        return {"entries": await services.look(audit_page, services.database, before)}

    return router


def add_people_routes(router: APIRouter, services: Services) -> None:
    """Adding somebody, changing them, and giving them a new password."""
    admin = signed_in(services, Role.ADMIN)

    @router.get("/people", dependencies=[Depends(admin)])
    async def people() -> dict[str, Any]:
        found = await services.look(all_people, services.database)
        return {
            "people": [person_json(each) for each in found],
            "queues": list(services.settings.file.queues),
        }

    @router.post("/people", status_code=201)
    async def add(
        body: NewPersonRequest, response: Response, user: User = Depends(admin)
    ) -> dict[str, Any]:
        password = password_to_tell()
        made = await services.run(
            add_person,
            services.database,
            Author.of(user),
            body.email,
            body.name,
            body.role,
            password,
            services.clock(),
        )
        return told_once(made, password, response)

    @router.put("/people/{user_id}")
    async def change(
        user_id: str, body: PersonRequest, user: User = Depends(admin)
    ) -> dict[str, Any]:
        if user_id == user.id and not body.active:
            raise ProblemError(409, "nobody deactivates themselves; another admin has to do it")
        for queue in body.queues:
            require_queue(services, queue)
        wanted = PersonChange(body.name, body.role, body.active, body.queues, body.capacity)
        made, passed_on = await services.run(
            change_person, services.database, Author.of(user), user_id, wanted, services.clock()
        )
        for conversation in passed_on:
            services.changed(conversation)
        return person_json(made)

    @router.post("/people/{user_id}/password")
    async def reset(
        user_id: str, response: Response, user: User = Depends(admin)
    ) -> dict[str, Any]:
        password = password_to_tell()
        changed = await services.run(
            reset_person,
            services.database,
            Author.of(user),
            user_id,
            password,
            services.clock(),
        )
        return told_once(changed, password, response)


def add_password_route(router: APIRouter, services: Services) -> None:
    """Changing one's own password; guessing is slowed down as at the door."""
    attempts = Attempts()

    @router.post("/me/password", status_code=204)
    async def change_own(
        body: PasswordRequest, request: Request, user: User = Depends(signed_in(services))
    ) -> None:
        address = network_of(request.client.host if request.client else None)
        attempts.begin(user.email, address, services.clock())
        token = request.cookies[COOKIE]
        if not await services.run(
            change_password, services.database, user, body.before, body.after, token
        ):
            raise ProblemError(
                422,
                "this is not your password",
                [{"field": "before", "message": "this is not your password"}],
            )
        attempts.succeeded(user.email, address)


def person_json(person: Person) -> dict[str, Any]:
    """Somebody of the team as the desk's API gives them."""
    seen = person.seen_at.isoformat() if person.seen_at else None
    return {**asdict(person), "role": person.role.value, "seen_at": seen}


def told_once(person: Person, password: str, response: Response) -> dict[str, Any]:
    """Somebody with a password that is shown now and never again."""
    response.headers["Cache-Control"] = "no-store"
    return {"person": person_json(person), "password": password}
