"""The desk's API for discovered intents: what they hold, and what editors make of them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import Field

from bot.channels.web.payloads import MAX_TEXT, StoredText, Strict
from bot.content.intent_review import (
    accept_intents,
    examples_under_review,
    intents_under_review,
    leave_out,
    move_examples,
    rename_intent,
    split_intent,
)
from bot.desk.access import signed_in
from bot.desk.users import Role, User
from bot.services import Services
from knowledge import IntentId

Name = Annotated[StoredText, Field(min_length=1, max_length=200)]
Text = Annotated[StoredText, Field(min_length=1, max_length=MAX_TEXT)]
Texts = Annotated[list[Text], Field(min_length=1, max_length=500)]


class NameRequest(Strict):
    """What an intent is called from now on."""

    intent: Name
    name: Name


class AcceptRequest(Strict):
    """Intents that training may use."""

    intents: Annotated[list[Name], Field(min_length=1, max_length=500)]


class MoveRequest(Strict):
    """Where questions belong; no intent: nothing should be learned from them."""

    texts: Texts
    into: Name | None


class SplitRequest(Strict):
    """Some questions of an intent, and what they are called together."""

    intent: Name
    texts: Texts
    name: Name


class LeaveOutRequest(Strict):
    """A discovered intent from which nothing should be learned."""

    intent: Name


def intent_router(services: Services) -> APIRouter:
    """``/api/desk/review/intents``: read by every agent, decided by editors."""
    router = APIRouter(prefix="/api/desk/review/intents", tags=["review"])
    _add_reading_routes(router, services)
    _add_deciding_routes(router, services)
    return router


def _add_reading_routes(router: APIRouter, services: Services) -> None:
    agent = signed_in(services)

    @router.get("", dependencies=[Depends(agent)])
    async def intents() -> dict[str, Any]:
        found = await services.look(intents_under_review, services.database)
        return {"intents": [asdict(each) for each in found]}

    @router.get("/examples", dependencies=[Depends(agent)])
    async def examples(intent: str) -> dict[str, Any]:
        found = await services.look(examples_under_review, services.database, IntentId(intent))
        return {"examples": [asdict(each) for each in found]}


def _add_deciding_routes(router: APIRouter, services: Services) -> None:
    editor = signed_in(services, Role.EDITOR)

    @router.post("/names", status_code=204)
    async def name(body: NameRequest, user: User = Depends(editor)) -> None:
        intent, now = IntentId(body.intent), services.clock()
        await services.run(rename_intent, services.database, intent, body.name, now, user.email)
        await services.content_changed()

    @router.post("/accepted", status_code=204, dependencies=[Depends(editor)])
    async def accept(body: AcceptRequest) -> None:
        intents = [IntentId(each) for each in body.intents]
        await services.run(accept_intents, services.database, intents)
        await services.content_changed()

    @router.post("/moves", status_code=204)
    async def move(body: MoveRequest, user: User = Depends(editor)) -> None:
        into = IntentId(body.into) if body.into is not None else None
        now = services.clock()
        await services.run(move_examples, services.database, body.texts, into, now, user.email)
        await services.content_changed()

    @router.post("/splits", status_code=201)
    async def split(body: SplitRequest, user: User = Depends(editor)) -> dict[str, str]:
        new = await services.run(
            split_intent,
            services.database,
            IntentId(body.intent),
            body.texts,
            body.name,
            services.clock(),
            user.email,
        )
        await services.content_changed()
        return {"intent": new}

    @router.post("/left-out", status_code=204)
    async def leave(body: LeaveOutRequest, user: User = Depends(editor)) -> None:
        intent, now = IntentId(body.intent), services.clock()
        await services.run(leave_out, services.database, intent, now, user.email)
        await services.content_changed()
