"""The desk's API for the loop: corrections, candidates, and retraining."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import Field, model_validator

from bot.answering.releases import rollback
from bot.channels.web.payloads import MAX_TEXT, StoredText, Strict
from bot.desk.access import signed_in
from bot.desk.audit import Author, noting
from bot.desk.users import Role, User
from bot.desk.wording import WordedRoute
from bot.learning.candidates import Candidate, waiting_candidates
from bot.learning.correcting import Correction, correct
from bot.learning.deciding import accept, accept_safe, accept_what_the_team_said, reject
from bot.learning.drafting import WordsTaken, draft_answer
from bot.learning.gaps import Gap, knowledge_gaps
from bot.learning.gathering import gather
from bot.learning.grouping import Encoder
from bot.learning.lookout import CHANGED
from bot.learning.near_articles import answers_in, closest_in
from bot.learning.news import learnable, news
from bot.learning.overview import overview_json
from bot.learning.promoting import promote_run
from bot.services import Services
from knowledge import IntentId, TemplateId

Name = Annotated[StoredText, Field(min_length=1, max_length=200)]
GATHERED_AT_ONCE = 300
"""Conversations that a look at the page reads at most; the next look goes on."""
SHOWN = 100


class CorrectionRequest(Strict):
    """What the reply ``seq`` should have been: a template, an intent, words, or a person."""

    seq: Annotated[int, Field(ge=1)]
    template: Name | None = None
    intent: Name | None = None
    words: Annotated[StoredText | None, Field(pattern=r"\S", max_length=MAX_TEXT)] = None
    person: bool = False

    @property
    def right(self) -> str:
        """What is right, as the audit log tells it: nothing that anybody wrote."""
        if self.words is not None:
            return "words"
        return self.template or self.intent or "person"

    @model_validator(mode="after")
    def _says_one_thing(self) -> CorrectionRequest:
        named = [each is not None for each in (self.template, self.intent, self.words)]
        if [*named, self.person].count(True) != 1:
            raise ValueError("say one of template, intent, words, or person: true")
        return self


class AcceptRequest(Strict):
    """What a candidate is; no intent: what is proposed for it."""

    intent: Name | None = None


class DraftRequest(Strict):
    """Whose words become the draft: those in place of the reply ``seq`` of ``conversation``."""

    conversation: Name
    seq: Annotated[int, Field(ge=1)]


def learning_router(services: Services) -> APIRouter:
    """``/api/desk/learning``, and corrections of conversations."""
    router = APIRouter(prefix="/api/desk", tags=["learning"], route_class=WordedRoute)
    add_correcting_route(router, services)
    add_candidate_routes(router, services)
    add_retraining_routes(router, services)
    return router


def add_correcting_route(router: APIRouter, services: Services) -> None:
    """Any member of the team may say that the bot was wrong."""

    @router.post("/conversations/{conversation_id}/corrections", status_code=204)
    async def correction(
        conversation_id: str, body: CorrectionRequest, user: User = Depends(signed_in(services))
    ) -> None:
        right = Correction(
            conversation_id,
            body.seq,
            TemplateId(body.template) if body.template else None,
            IntentId(body.intent) if body.intent else None,
            body.words.strip() if body.words else None,
        )
        now = services.clock()
        note = noting(
            Author.of(user),
            "reply.corrected",
            conversation_id,
            now,
            message=body.seq,
            right=body.right,
        )
        await services.run(correct, services.database, right, now, user.email, note)
        await services.content_changed()
        services.bus.publish(CHANGED)


def add_candidate_routes(router: APIRouter, services: Services) -> None:
    """Candidates: read by every agent, decided by leads."""
    lead = signed_in(services, Role.LEAD)

    @router.get("/learning/candidates", dependencies=[Depends(signed_in(services))])
    async def candidates() -> dict[str, Any]:
        await _gather(services)
        found = await services.look(waiting_candidates, services.database)
        return {
            "candidates": [candidate_json(each) for each in found[:SHOWN]],
            "waiting": len(found),
            "safe": sum(each.safe for each in found),
        }

    @router.get("/learning/gaps", dependencies=[Depends(signed_in(services))])
    async def gaps() -> dict[str, Any]:
        await _gather(services)
        found = await services.look(_gaps, services)
        return {"gaps": [gap_json(each) for each in found[:SHOWN]], "matters": len(found)}

    @router.post("/learning/candidates/accept-safe")
    async def all_safe(user: User = Depends(lead)) -> dict[str, int]:
        now = services.clock()
        accepted = await services.run(accept_safe, services.database, now, user.email)
        await services.content_changed()
        return {"accepted": accepted}

    @router.post("/learning/candidates/{candidate}/accept", status_code=204)
    async def accept_one(candidate: str, body: AcceptRequest, user: User = Depends(lead)) -> None:
        intent = IntentId(body.intent) if body.intent else None
        await services.run(
            accept, services.database, candidate, intent, services.clock(), user.email
        )
        await services.content_changed()

    @router.post("/learning/candidates/{candidate}/draft", status_code=201)
    async def draft_one(
        candidate: str, body: DraftRequest, user: User = Depends(signed_in(services, Role.EDITOR))
    ) -> dict[str, str]:
        taken, now = WordsTaken(candidate, body.conversation, body.seq), services.clock()
        note = noting(Author.of(user), "answer.drafted", body.conversation, now, message=body.seq)
        template = await services.run(draft_answer, services.database, taken, now, user.email, note)
        await services.content_changed()
        return {"template": template}

    @router.post("/learning/candidates/{candidate}/reject", status_code=204)
    async def reject_one(candidate: str, user: User = Depends(lead)) -> None:
        await services.run(reject, services.database, candidate, services.clock(), user.email)


def add_retraining_routes(router: APIRouter, services: Services) -> None:
    """Retraining: started by editors, promoted and rolled back by leads."""
    lead = signed_in(services, Role.LEAD)

    @router.get("/learning/retraining", dependencies=[Depends(signed_in(services))])
    async def retraining() -> dict[str, Any]:
        await _gather(services)
        return await services.look(_overview, services)

    @router.post("/learning/retraining", status_code=202)
    async def start(
        user: User = Depends(signed_in(services, Role.EDITOR)),
    ) -> dict[str, str | None]:
        started = await services.run(services.retrainer.start, user.email)
        services.bus.publish(CHANGED)
        return {"retraining": started}

    @router.post("/learning/retraining/{run}/promote", dependencies=[Depends(lead)])
    async def promote(run: str) -> dict[str, str]:
        model = await services.run(
            promote_run, services.database, services.settings, run, services.clock()
        )
        await services.content_changed()
        services.bus.publish(CHANGED)
        return {"promoted": model}

    @router.post("/learning/rollback", dependencies=[Depends(lead)])
    async def roll_back() -> dict[str, str]:
        release = await services.run(rollback, services.database, services.clock())
        await services.content_changed()
        services.bus.publish(CHANGED)
        return {"release": release}


def candidate_json(found: Candidate) -> dict[str, Any]:
    """A candidate as the desk's API gives it."""
    return {
        **asdict(found),
        "messages": [{"conversation": id, "seq": seq} for id, seq in found.messages],
        "last_at": found.last_at.isoformat(),
        "worded": [{**asdict(each), "at": each.at.isoformat()} for each in found.worded],
    }


def gap_json(found: Gap) -> dict[str, Any]:
    """A gap as the desk's API gives it."""
    return {
        **asdict(found),
        "last_at": found.last_at.isoformat(),
        "answers": [{**asdict(each), "at": each.at.isoformat()} for each in found.answers],
    }


def _gaps(services: Services) -> list[Gap]:
    release = services.release()
    encoder = Encoder(services.database, release.model)
    return knowledge_gaps(
        services.database,
        encoder.vectors_or_none,
        closest_in(release),
        answers_in(release, services.clock),
        SHOWN,
    )


def _overview(services: Services) -> dict[str, Any]:
    found = news(services.database, services.settings, learnable(services.database))
    return overview_json(services.database, found)


async def _gather(services: Services) -> None:
    model = services.release().model
    await services.run(gather, services.database, model, most=GATHERED_AT_ONCE)
    learned = await services.run(accept_what_the_team_said, services.database, services.clock())
    if learned:
        await services.content_changed()
