"""The desk's API for answer templates: list, edit with versions, and try a message against them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Depends, Header, Response
from pydantic import Field
from sqlmodel import col, select

from bot.answering import DialogAnswerer, first_message
from bot.channels.rendering import markdown_to_html
from bot.channels.web.payloads import MAX_TEXT, Strict
from bot.content import templates as content
from bot.content.intent_names import named_intents
from bot.content.template_offers import offers
from bot.content.template_outcomes import outcomes
from bot.conversations.serialised import reasons_to_json
from bot.desk.access import signed_in
from bot.desk.doubtful_names import doubts_about
from bot.desk.template_bodies import TemplateBody, template_json
from bot.desk.users import Role, User
from bot.desk.version_tags import etag, version_of
from bot.desk.wording import WordedRoute
from bot.problems import ProblemError
from bot.services import Services
from bot.store.tables import UserRow
from knowledge import TemplateId

OUTCOMES_OF: Final = timedelta(days=90)
"""How far back it is counted what templates did."""


class TryRequest(Strict):
    """A customer's message to try; no channel: with no channel's own texts."""

    text: Annotated[str, Field(min_length=1, max_length=MAX_TEXT)]
    channel: Literal["web", "telegram"] | None = None


def template_router(services: Services) -> APIRouter:
    """The routes under ``/api/desk`` that are about answer templates."""
    router = APIRouter(prefix="/api/desk", tags=["templates"], route_class=WordedRoute)
    add_reading_routes(router, services)
    add_editing_routes(router, services)
    return router


def add_reading_routes(router: APIRouter, services: Services) -> None:
    """Lists, one template, and the try-it box."""
    guarded = [Depends(signed_in(services))]

    @router.get("/templates", dependencies=guarded)
    async def templates() -> dict[str, Any]:
        found = await services.look(content.all_templates, services.database)
        did = await services.look(outcomes, services.database, outcomes_since(services))
        return {"templates": [template_json(each, did.get(each.template.id)) for each in found]}

    @router.post("/templates/try", dependencies=guarded)
    async def attempt(body: TryRequest) -> dict[str, Any]:
        return await services.look(try_message, services, body.text, body.channel or "desk")

    @router.get("/templates/{template_id}", dependencies=guarded)
    async def template(template_id: str, response: Response) -> dict[str, Any]:
        found = await services.look(
            content.get_template, services.database, TemplateId(template_id)
        )
        response.headers["ETag"] = etag(found.template.version)
        return await services.look(shown, services, found)

    @router.get("/intents", dependencies=guarded)
    async def intents() -> dict[str, Any]:
        return {"intents": await services.look(all_intents, services)}

    @router.get("/owners", dependencies=guarded)
    async def owners() -> dict[str, Any]:
        return {"owners": await services.look(all_owners, services)}

    @router.get("/fields", dependencies=guarded)
    async def fields() -> dict[str, Any]:
        return {"fields": sorted(services.settings.known_fields())}


def add_editing_routes(router: APIRouter, services: Services) -> None:
    """Changes; each is served from the next message on."""
    editor = signed_in(services, Role.EDITOR)

    @router.post("/templates", status_code=201)
    async def create(
        body: TemplateBody, response: Response, user: User = Depends(editor)
    ) -> dict[str, Any]:
        if body.id is None:
            raise ProblemError(422, "id: choose an id, such as return_window")
        stored = await services.run(
            content.create_template,
            services.database,
            body.template(body.id),
            services.settings.known_fields(),
            services.clock(),
            user.email,
        )
        await services.content_changed()
        response.headers["ETag"] = etag(stored.template.version)
        return await services.look(shown, services, stored)

    @router.put("/templates/{template_id}")
    async def update(
        template_id: str,
        body: TemplateBody,
        response: Response,
        if_match: Annotated[str | None, Header()] = None,
        user: User = Depends(editor),
    ) -> dict[str, Any]:
        before = await services.look(
            content.get_template, services.database, TemplateId(template_id)
        )
        stored = await services.run(
            content.update_template,
            services.database,
            body.template(template_id, before.template),
            version_of(if_match),
            services.settings.known_fields(),
            services.clock(),
            user.email,
        )
        await services.content_changed()
        response.headers["ETag"] = etag(stored.template.version)
        return await services.look(shown, services, stored)

    @router.delete("/templates/{template_id}", status_code=204, dependencies=[Depends(editor)])
    async def delete(template_id: str, if_match: Annotated[str | None, Header()] = None) -> None:
        await services.run(
            content.delete_template,
            services.database,
            TemplateId(template_id),
            version_of(if_match),
        )
        await services.content_changed()


def shown(services: Services, stored: content.StoredTemplate) -> dict[str, Any]:
    """A template as the desk shows it alone: with what it did, the names that nobody knows, and
    the templates that offer it next."""
    did = outcomes(services.database, outcomes_since(services), stored.template.id)
    with services.database.read() as session:
        offered_by = offers(session).get(stored.template.id, ())
    doubts = doubts_about(services, stored)
    return template_json(stored, did.get(stored.template.id), doubts, offered_by)


def outcomes_since(services: Services) -> datetime:
    """From when on the desk counts what templates did."""
    return services.clock() - OUTCOMES_OF


def all_intents(services: Services) -> list[dict[str, str]]:
    """Every intent's id and name."""
    with services.database.read() as session:
        return [asdict(each) for each in named_intents(session)]


def all_owners(services: Services) -> list[dict[str, str]]:
    """Who may answer for a template: everybody at the desk, by name."""
    with services.database.read() as session:
        active = select(UserRow).where(col(UserRow.deactivated_at).is_(None))
        rows = session.exec(active.order_by(col(UserRow.name)))
        return [{"email": row.email, "name": row.name} for row in rows]


def try_message(services: Services, text: str, channel: str) -> dict[str, Any]:
    """What the bot would say to ``text`` as the first message of a conversation, and why."""
    turn = first_message(text, channel)
    decided = DialogAnswerer(services.release, services.clock).decide(turn)
    reply = decided.decision.reply
    reasons = reasons_to_json(reply.reasons, decided.release, decided.template_titles)
    return {
        "kind": reply.kind.value,
        "reply": reply.text,
        "html": markdown_to_html(reply.text),
        "because": reasons["because"],
        "threshold": services.release().policy.answer_threshold,
        "templates": [{"id": each.pop("template"), **each} for each in reasons["candidates"]],
        "passages": reasons["passages"],
        "buttons": [each.label for each in reply.buttons],
        "files": [each.name for each in reply.files],
    }
