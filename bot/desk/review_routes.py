"""The desk's API for the review of labels and intents: what was found, what editors decide."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import Field
from sqlmodel import select

from bot.channels.web.payloads import MAX_TEXT, StoredText, Strict
from bot.content.findings import open_findings
from bot.content.intent_names import named_intents
from bot.content.labels import LabelDecision, as_noted, decide_labels, merge_intents
from bot.content.overlooked import open_overlooked
from bot.desk.access import signed_in
from bot.desk.audit import LABELLED, Author, noting
from bot.desk.users import Role, User
from bot.services import Services
from bot.settings.named_intents import places_naming
from bot.store.tables import TemplateRow
from knowledge import IntentId

Name = Annotated[StoredText, Field(min_length=1, max_length=200)]


class LabelRequest(Strict):
    """What a question is; no intent: nothing should be learned from it.

    A stranger was under none of the accepted intents until now; without one it is of none of them.
    """

    text: Annotated[StoredText, Field(min_length=1, max_length=MAX_TEXT)]
    intent: Name | None
    stranger: bool = False


class MergeRequest(Strict):
    """Make one intent one with another."""

    intent: Name
    into: Name


def review_router(services: Services) -> APIRouter:
    """``/api/desk/review``: read by every agent, decided by editors."""
    router = APIRouter(prefix="/api/desk/review", tags=["review"])
    editor = signed_in(services, Role.EDITOR)

    @router.get("", dependencies=[Depends(signed_in(services))])
    async def read() -> dict[str, Any]:
        return await services.look(review_json, services)

    @router.post("/labels", status_code=204)
    async def label(body: LabelRequest, user: User = Depends(editor)) -> None:
        intent, now = IntentId(body.intent) if body.intent else None, services.clock()
        decision = LabelDecision(body.text, intent, body.stranger)
        note = noting(Author.of(user), LABELLED, "", now, **as_noted(decision))
        await services.run(decide_labels, services.database, [decision], now, user.email, note)
        await services.content_changed()

    @router.post("/merges", status_code=204)
    async def merge(body: MergeRequest, user: User = Depends(editor)) -> None:
        await services.run(
            merge_intents,
            services.database,
            IntentId(body.intent),
            IntentId(body.into),
            services.clock(),
            user.email,
            named_in=places_naming(services.settings.file, body.intent),
        )
        await services.content_changed()

    return router


def review_json(services: Services) -> dict[str, Any]:
    """What is still open of the last reviews, and the intents and templates by name."""
    labels, following = open_findings(services.database)
    overlooked = open_overlooked(services.database)
    with services.database.read() as session:
        intents = [asdict(each) for each in named_intents(session, accepted=True)]
        titled = session.exec(select(TemplateRow.id, TemplateRow.title).order_by(TemplateRow.title))
        templates = [{"id": id, "title": title} for id, title in titled]
    return {
        "labels": asdict(labels) if labels else None,
        "next": asdict(following) if following else None,
        "overlooked": asdict(overlooked) if overlooked else None,
        "intents": intents,
        "templates": templates,
    }
