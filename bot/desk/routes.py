"""The desk's API: signing in, the inbox, one conversation, and what agents do to it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import AwareDatetime, Field, model_validator

from bot.channels.web.payloads import MAX_TEXT, StoredText, Strict
from bot.content.taken_words import SUGGESTION
from bot.conversations import agents
from bot.conversations.agents import Agent
from bot.conversations.bus import ALL
from bot.desk.access import COOKIE, Attempts, session_of_request, signed_in
from bot.desk.inbox import MOST, PAGE, InboxFilter, InboxQuery, filters_json, inbox
from bot.desk.presence import viewers, while_there
from bot.desk.threads import thread
from bot.desk.users import SESSION_LIFETIME, User, all_users, sign_in, sign_out
from bot.desk.wording import WordedRoute
from bot.limits import network_of
from bot.problems import ProblemError
from bot.services import Services
from bot.settings import VIEWS

EVERYBODYS = ("templates", "articles", "silence", "retraining")
"""Changes that are about no conversation."""
PING_SECONDS = 15.0
PASSWORDS_AT_ONCE = 2
FROM_THE_FIRST = (None, "", "0")
"""What programs send that ask for the first page."""
"""Checking one costs tens of MiB and milliseconds; whoever tries many is not to starve the rest."""


class LoginRequest(Strict):
    """Sign in."""

    email: Annotated[str, Field(max_length=254)]
    password: Annotated[str, Field(max_length=1_000)]


class TakeoverRequest(Strict):
    """``epoch`` as the agent saw it; another one means that somebody was faster."""

    epoch: int | None = None


class WriteRequest(Strict):
    """A reply or a note. The same ``client_msg_id`` again changes nothing."""

    client_msg_id: Annotated[StoredText, Field(min_length=1, max_length=100)]
    text: Annotated[StoredText, Field(pattern=r"\S", max_length=MAX_TEXT)]


class ReplyRequest(Strict):
    """A reply in words, with a file, or both. The same ``client_msg_id`` again changes nothing.

    ``suggestion`` is the template whose words the agent took.
    """

    client_msg_id: Annotated[StoredText, Field(min_length=1, max_length=100)]
    text: Annotated[StoredText, Field(max_length=MAX_TEXT)] = ""
    attachment: Annotated[StoredText | None, Field(max_length=40)] = None
    suggestion: Annotated[StoredText | None, Field(max_length=200)] = None

    @model_validator(mode="after")
    def _says_something(self) -> ReplyRequest:
        if not self.text.strip() and self.attachment is None:
            raise ValueError("a reply needs a text or an attachment")
        return self


def desk_router(services: Services) -> APIRouter:
    """The routes under ``/api/desk`` that are about people and conversations."""
    router = APIRouter(prefix="/api/desk", tags=["desk"], route_class=WordedRoute)
    add_session_routes(router, services)
    add_reading_routes(router, services)
    add_acting_routes(router, services)
    return router


def add_session_routes(router: APIRouter, services: Services) -> None:
    """Signing in and out."""
    attempts = Attempts()
    checking = asyncio.Semaphore(PASSWORDS_AT_ONCE)

    @router.post("/login")
    async def login(body: LoginRequest, request: Request, response: Response) -> dict[str, Any]:
        address = network_of(request.client.host if request.client else None)
        attempts.begin(body.email, address, services.clock())
        async with checking:
            signed = await services.run(
                sign_in, services.database, body.email, body.password, services.clock()
            )
        if signed is None:
            raise ProblemError(401, "this e-mail address and password do not go together")
        attempts.succeeded(body.email, address)
        response.set_cookie(
            COOKIE,
            signed.token,
            max_age=int(SESSION_LIFETIME.total_seconds()),
            httponly=True,
            samesite="strict",
            secure=is_encrypted(request, services),
            path="/api/desk",
        )
        return session_json(signed.user, signed.csrf)

    @router.get("/me")
    async def me(request: Request) -> dict[str, Any]:
        return session_json(*await session_of_request(request, services))

    @router.post("/logout", status_code=204)
    async def logout(
        request: Request, response: Response, _: User = Depends(signed_in(services))
    ) -> None:
        await services.run(sign_out, services.database, request.cookies[COOKIE])
        response.delete_cookie(COOKIE, path="/api/desk")


def add_reading_routes(router: APIRouter, services: Services) -> None:
    """Looking at things."""

    @router.get("/conversations")
    async def conversations(
        queue: Annotated[str, Query(max_length=100)] = "all",
        q: Annotated[str, Query(max_length=200)] = "",
        after: Annotated[str | None, Query(max_length=300)] = None,
        limit: Annotated[int, Query(ge=1, le=MOST)] = PAGE,
        wanted: InboxFilter = Depends(inbox_filter),
        user: User = Depends(signed_in(services)),
    ) -> dict[str, Any]:
        queues = services.settings.file.queues
        if queue not in {*VIEWS, *queues}:
            raise ProblemError(422, f"queue: use one of {', '.join([*VIEWS, *queues])}")
        begun = after if after not in FROM_THE_FIRST else None
        query = InboxQuery(queue, user.id, q.strip(), begun, tuple(queues), wanted, limit)
        return await services.look(inbox, services.database, query)

    @router.get("/inbox/filters")
    async def filters(_: User = Depends(signed_in(services))) -> dict[str, Any]:
        return await services.look(filters_json, services.database)

    @router.get("/conversations/{conversation_id}")
    async def conversation(
        conversation_id: str, user: User = Depends(signed_in(services))
    ) -> dict[str, Any]:
        found = await services.look(thread, services.database, conversation_id)
        return {**found, "viewers": viewers(services, conversation_id, user)}

    @router.get("/users")
    async def users(_: User = Depends(signed_in(services))) -> dict[str, Any]:
        found = await services.look(all_users, services.database)
        return {"users": [{"id": u.id, "name": u.name, "role": u.role.value} for u in found]}

    @router.get("/events")
    async def events(user: User = Depends(signed_in(services))) -> StreamingResponse:
        heard = while_there(services, user, _events(services))
        return StreamingResponse(heard, media_type="text/event-stream")


def add_acting_routes(router: APIRouter, services: Services) -> None:
    """Taking over, writing, giving back, closing."""

    @router.post("/conversations/{conversation_id}/takeover")
    async def takeover(
        conversation_id: str,
        body: TakeoverRequest | None = None,
        user: User = Depends(signed_in(services)),
    ) -> dict[str, Any]:
        await services.run(
            agents.take_over,
            services.database,
            conversation_id,
            agent_of(user),
            body.epoch if body else None,
            services.clock(),
        )
        return await _changed(services, conversation_id)

    @router.post("/conversations/{conversation_id}/reply")
    async def reply(
        conversation_id: str, body: ReplyRequest, user: User = Depends(signed_in(services))
    ) -> dict[str, int]:
        files = (body.attachment,) if body.attachment is not None else ()
        taken = {SUGGESTION: body.suggestion} if body.suggestion else None
        return await _write(
            services, agents.reply, conversation_id, body, user, files, context=taken
        )

    @router.post("/conversations/{conversation_id}/note")
    async def note(
        conversation_id: str, body: WriteRequest, user: User = Depends(signed_in(services))
    ) -> dict[str, int]:
        return await _write(services, agents.note, conversation_id, body, user)

    @router.post("/conversations/{conversation_id}/release")
    async def release(
        conversation_id: str, user: User = Depends(signed_in(services))
    ) -> dict[str, Any]:
        await services.run(
            agents.release, services.database, conversation_id, agent_of(user), services.clock()
        )
        services.runner.wake(conversation_id)
        return await _changed(services, conversation_id)

    @router.post("/conversations/{conversation_id}/close")
    async def close(
        conversation_id: str, user: User = Depends(signed_in(services))
    ) -> dict[str, Any]:
        await services.run(
            agents.close, services.database, conversation_id, agent_of(user), services.clock()
        )
        return await _changed(services, conversation_id)


def inbox_filter(
    agent: Annotated[str | None, Query(max_length=100)] = None,
    language: Annotated[str | None, Query(max_length=35)] = None,
    channel: Annotated[str | None, Query(max_length=20)] = None,
    since: AwareDatetime | None = None,
    until: AwareDatetime | None = None,
) -> InboxFilter:
    """What the list is narrowed to; ``agent`` is a user's id, or `nobody`."""
    return InboxFilter(agent, language, channel, since, until)


def is_encrypted(request: Request, services: Services) -> bool:
    """Whether the browser reaches us by https, also where a proxy in between takes that off."""
    public = services.settings.public_url or ""
    return request.url.scheme == "https" or public.lower().startswith("https:")


def agent_of(user: User) -> Agent:
    """The signed-in user as conversations know them."""
    return Agent(user.id, user.name)


def session_json(user: User, csrf: str) -> dict[str, Any]:
    """Who is signed in, with the token that changes need."""
    shown = {"id": user.id, "email": user.email, "name": user.name, "role": user.role.value}
    return {"csrf": csrf, "user": shown}


async def _changed(services: Services, conversation_id: str) -> dict[str, Any]:
    services.changed(conversation_id)
    return await services.look(thread, services.database, conversation_id)


async def _write(
    services: Services,
    write: Any,
    conversation_id: str,
    body: WriteRequest | ReplyRequest,
    user: User,
    *attachments: tuple[str, ...],
    **more: Any,
) -> dict[str, int]:
    seq = await services.run(
        write,
        services.database,
        conversation_id,
        agent_of(user),
        body.client_msg_id,
        body.text,
        services.clock(),
        *attachments,
        **more,
    )
    services.changed(conversation_id)
    return {"seq": seq}


async def _events(services: Services) -> AsyncGenerator[str, None]:
    with services.bus.subscribe(ALL) as news:
        yield ": welcome\n\n"
        while True:
            if not await news.wait(PING_SECONDS):
                yield ": ping\n\n"
                continue
            if news.ended:
                return
            await asyncio.sleep(0.05)
            changed, _ = news.take()
            for key in changed:
                kind, _, where = key.rpartition(":")
                kind = kind or (key if key in EVERYBODYS else "conversation")
                yield f"event: {kind}\ndata: {json.dumps({'id': where})}\n\n"
