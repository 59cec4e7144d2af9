"""The desk's API for answer templates: list, edit with versions, and try a message against them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Response
from pydantic import AwareDatetime, Field

from bot.answering import DialogAnswerer, first_message
from bot.channels.rendering import markdown_to_html
from bot.channels.web.payloads import MAX_TEXT, StoredText, Strict
from bot.content import templates as content
from bot.content.intent_names import named_intents
from bot.content.templates import StoredTemplate
from bot.conversations.serialised import reasons_to_json
from bot.desk.access import signed_in
from bot.desk.users import Role, User
from bot.desk.wording import WordedRoute
from bot.problems import ProblemError
from bot.services import Services
from knowledge import AnswerTemplate, Button, IntentId, TemplateId, TemplateState

Title = Annotated[StoredText, Field(min_length=1, max_length=200)]


class ButtonBody(Strict):
    """A quick reply."""

    label: Annotated[StoredText, Field(min_length=1, max_length=60)]
    text: Annotated[StoredText, Field(min_length=1, max_length=500)]

    def button(self) -> Button:
        """The record."""
        return Button(self.label, self.text)


class TemplateBody(Strict):
    """A template as the editor sends it."""

    title: Title
    titles: dict[StoredText, Title] = Field(default_factory=dict)
    texts: dict[StoredText, StoredText]
    intents: tuple[StoredText, ...] = ()
    examples: tuple[StoredText, ...] = ()
    buttons: tuple[ButtonBody, ...] = ()
    buttons_in: dict[StoredText, tuple[ButtonBody, ...]] = Field(default_factory=dict)
    state: TemplateState = TemplateState.DRAFT
    valid_from: AwareDatetime | None = None
    valid_until: AwareDatetime | None = None
    id: Annotated[str | None, Field(pattern=r"^[A-Za-z0-9_.-]{1,100}$")] = None

    def template(self, template_id: str, before: AnswerTemplate | None = None) -> AnswerTemplate:
        """The record, under ``template_id``.

        Dates, titles and buttons of further languages that were not sent stay those of ``before``.
        """
        unsent = not self.model_fields_set & {"valid_from", "valid_until"}
        dates = before if before is not None and unsent else self
        return AnswerTemplate(
            id=TemplateId(template_id),
            title=self.title.strip(),
            titles=self._titles(before),
            texts={language: text for language, text in self.texts.items() if text.strip()},
            intents=tuple(IntentId(each) for each in self.intents),
            examples=tuple(dict.fromkeys(each.strip() for each in self.examples if each.strip())),
            buttons=tuple(each.button() for each in self.buttons),
            buttons_in=self._buttons_in(before),
            state=self.state,
            valid_from=dates.valid_from,
            valid_until=dates.valid_until,
        )

    def _titles(self, before: AnswerTemplate | None) -> Mapping[str, str]:
        if before is not None and "titles" not in self.model_fields_set:
            return before.titles
        return {language: title.strip() for language, title in self.titles.items()}

    def _buttons_in(self, before: AnswerTemplate | None) -> Mapping[str, tuple[Button, ...]]:
        if before is not None and "buttons_in" not in self.model_fields_set:
            return before.buttons_in
        return {
            language: tuple(each.button() for each in buttons)
            for language, buttons in self.buttons_in.items()
            if buttons
        }


class TryRequest(Strict):
    """A customer's message to try."""

    text: Annotated[str, Field(min_length=1, max_length=MAX_TEXT)]


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
        return {"templates": [template_json(each) for each in found]}

    @router.post("/templates/try", dependencies=guarded)
    async def attempt(body: TryRequest) -> dict[str, Any]:
        return await services.look(try_message, services, body.text)

    @router.get("/templates/{template_id}", dependencies=guarded)
    async def template(template_id: str, response: Response) -> dict[str, Any]:
        found = await services.look(
            content.get_template, services.database, TemplateId(template_id)
        )
        response.headers["ETag"] = etag(found)
        return template_json(found)

    @router.get("/intents", dependencies=guarded)
    async def intents() -> dict[str, Any]:
        return {"intents": await services.look(all_intents, services)}

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
        response.headers["ETag"] = etag(stored)
        return template_json(stored)

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
        response.headers["ETag"] = etag(stored)
        return template_json(stored)

    @router.delete("/templates/{template_id}", status_code=204, dependencies=[Depends(editor)])
    async def delete(template_id: str, if_match: Annotated[str | None, Header()] = None) -> None:
        await services.run(
            content.delete_template,
            services.database,
            TemplateId(template_id),
            version_of(if_match),
        )
        await services.content_changed()


def etag(stored: StoredTemplate) -> str:
    """The version as an entity tag."""
    return f'"{stored.template.version}"'


def version_of(if_match: str | None) -> int:
    """The version that the editor started from.

    Raises:
        ProblemError: there is none; saving blindly could overwrite a colleague.
    """
    plain = (if_match or "").strip().removeprefix("W/").strip('"')
    if not (plain.isascii() and plain.isdigit() and len(plain) < 10):
        raise ProblemError(428, "send the template's ETag as If-Match, so that nothing is lost")
    return int(plain)


def template_json(stored: StoredTemplate) -> dict[str, Any]:
    """A template as the desk shows it."""
    return {
        "id": stored.template.id,
        "version": stored.template.version,
        **content.to_json(stored.template),
        "updated_at": stored.updated_at.isoformat(),
        "held_back": stored.held_back,
        "evidence": stored.evidence,
    }


def all_intents(services: Services) -> list[dict[str, str]]:
    """Every intent's id and name."""
    with services.database.read() as session:
        return [asdict(each) for each in named_intents(session)]


def try_message(services: Services, text: str) -> dict[str, Any]:
    """What the bot would say to ``text`` as the first message of a conversation, and why."""
    turn = first_message(text, "desk")
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
    }
