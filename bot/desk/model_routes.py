"""The desk's API for models: their reports, comparing, promoting, and the precision that counts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import Field

from bot.answering.releases import model_directory
from bot.channels.web.payloads import StoredText, Strict
from bot.desk.access import signed_in
from bot.desk.audit import Author
from bot.desk.settings_sections import save_section
from bot.desk.users import Role, User
from bot.desk.wording import WordedRoute
from bot.learning.curves import read_curves
from bot.learning.jobs import JobKind, job_json, latest_jobs
from bot.learning.lookout import CHANGED
from bot.learning.model_reports import model_json, models_json
from bot.learning.promoting import promote_compared
from bot.learning.runs import require_run
from bot.services import Services
from bot.settings import SETTINGS_FILE

Name = Annotated[StoredText, Field(min_length=1, max_length=200)]


class CompareRequest(Strict):
    """Two models of the home."""

    before: Name
    after: Name


class PromoteRequest(Strict):
    """``insist``: although it did not come off well against what serves."""

    insist: bool = False


class PrecisionRequest(Strict):
    """The share of answers from templates that is to be right."""

    target_precision: Annotated[float, Field(gt=0.5, lt=1)]


def model_router(services: Services) -> APIRouter:
    """``/api/desk/learning/models``: read by every agent, changed by leads."""
    router = APIRouter(prefix="/api/desk/learning", tags=["learning"], route_class=WordedRoute)
    _add_reading_routes(router, services)
    _add_changing_routes(router, services)
    return router


def _add_reading_routes(router: APIRouter, services: Services) -> None:
    agent = signed_in(services)

    @router.get("/models", dependencies=[Depends(agent)])
    async def models() -> dict[str, Any]:
        found = await services.look(models_json, services.database, services.settings)
        jobs = await services.look(latest_jobs, services.database, JobKind.COMPARE)
        return {**found, "comparisons": [job_json(each) for each in jobs]}

    @router.get("/models/{model}", dependencies=[Depends(agent)])
    async def model(model: str) -> dict[str, Any]:
        return await services.look(model_json, services.database, services.settings, model)

    @router.get("/retraining/{run}/curves", dependencies=[Depends(agent)])
    async def curves(run: str) -> dict[str, Any]:
        await services.look(require_run, services.database, run)
        found = await services.look(read_curves, services.settings.home, run)
        return {"epochs": [asdict(each) for each in found]}


def _add_changing_routes(router: APIRouter, services: Services) -> None:
    lead = signed_in(services, Role.LEAD)

    @router.post("/comparisons", status_code=202)
    async def compare(body: CompareRequest, user: User = Depends(lead)) -> dict[str, str]:
        for each in (body.before, body.after):
            await services.look(model_directory, services.database, services.settings, each)
        arguments = {"before": body.before, "after": body.after}
        id = await services.run(services.jobs.ask, JobKind.COMPARE, user.email, arguments=arguments)
        services.bus.publish(CHANGED)
        return {"job": id}

    @router.post("/models/{model}/promote", dependencies=[Depends(lead)])
    async def promote(model: str, body: PromoteRequest) -> dict[str, str]:
        release = await services.run(
            promote_compared,
            services.database,
            services.settings,
            model,
            services.clock(),
            insist=body.insist,
        )
        await services.content_changed()
        services.bus.publish(CHANGED)
        return {"promoted": model, "release": release}

    @router.put("/target-precision")
    async def precision(body: PrecisionRequest, user: User = Depends(lead)) -> dict[str, float]:
        await services.run(
            save_section,
            services.database,
            services.settings.home / SETTINGS_FILE,
            "precision",
            None,
            {"target_precision": round(body.target_precision, 4)},
            Author.of(user),
            services.clock(),
        )
        await services.content_changed()
        services.bus.publish(CHANGED)
        return {"target_precision": services.settings.file.target_precision}
