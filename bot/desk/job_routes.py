"""The desk's API for long work: imports, the search for intents and doubts, backtests."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Request
from pydantic import Field

from bot.channels.web.attachments import LARGEST_TRANSCRIPTS
from bot.channels.web.payloads import StoredText, Strict
from bot.channels.web.uploads import MULTIPART, uploaded
from bot.content.file_names import shown_name
from bot.content.transcripts import count_transcripts
from bot.desk.access import signed_in
from bot.desk.users import Role, User
from bot.desk.wording import WordedRoute
from bot.learning.equipment import missing_for_training
from bot.learning.job_files import keep_file, remove_file
from bot.learning.jobs import JobKind, job_json, latest_jobs, new_job_id, remove_job
from bot.learning.lookout import CHANGED
from bot.problems import ProblemError
from bot.services import Services
from knowledge.times import parse_time

UPLOAD_SECONDS: Final = 3600.0
"""A large export over a slow line."""
OF_LEARNING: Final = (JobKind.IMPORT, JobKind.LEARN, JobKind.LABELS)
Short = Annotated[StoredText, Field(max_length=2000)]


class AgainRequest(Strict):
    """How the file is to be read this time; what is left out stays as it was."""

    format: Annotated[StoredText, Field(min_length=1, max_length=40)] | None = None
    columns: Short | None = None


class LearnRequest(Strict):
    """How many intents are wanted for review at most, the most asked of them; none: all."""

    max_intents: Annotated[int, Field(ge=1, le=5000)] | None = None


class SinceRequest(Strict):
    """The day before which is learned and from which on is replayed; none: the last fifth."""

    since: Annotated[StoredText, Field(min_length=4, max_length=40)] | None = None


def job_router(services: Services) -> APIRouter:
    """``/api/desk/learning/imports``, ``.../jobs`` and ``.../backtests``."""
    router = APIRouter(prefix="/api/desk/learning", tags=["learning"], route_class=WordedRoute)
    _add_import_routes(router, services)
    _add_job_routes(router, services)
    _add_backtest_routes(router, services)
    return router


def _add_import_routes(router: APIRouter, services: Services) -> None:
    @router.get("/imports", dependencies=[Depends(signed_in(services))])
    async def imports() -> dict[str, Any]:
        rows = await services.look(latest_jobs, services.database, *OF_LEARNING)
        return {
            "jobs": [job_json(each) for each in rows],
            "conversations": await services.look(count_transcripts, services.database),
            "formats": await services.look(_formats),
            "max_bytes": LARGEST_TRANSCRIPTS,
            "missing": missing_for_training(),
        }

    @router.post("/imports", status_code=201, openapi_extra=MULTIPART)
    async def bring_in(
        request: Request, user: User = Depends(signed_in(services, Role.LEAD))
    ) -> dict[str, str]:
        return await _begin_with_file(services, request, user, JobKind.IMPORT, {})


def _add_job_routes(router: APIRouter, services: Services) -> None:
    lead = signed_in(services, Role.LEAD)

    @router.post("/intents", status_code=202)
    async def learn(body: LearnRequest | None = None, user: User = Depends(lead)) -> dict[str, str]:
        arguments = (body or LearnRequest()).model_dump(exclude_none=True)
        return await _begin(services, user, JobKind.LEARN, arguments)

    @router.post("/doubts", status_code=202)
    async def look_for_doubts(
        user: User = Depends(signed_in(services, Role.EDITOR)),
    ) -> dict[str, str]:
        return await _begin(services, user, JobKind.LABELS, {})

    @router.post("/jobs/{job}/again", status_code=204, dependencies=[Depends(lead)])
    async def again(job: str, body: AgainRequest) -> None:
        changes = body.model_dump(exclude_none=True)
        await services.run(services.jobs.again, job, changes)
        services.bus.publish(CHANGED)

    @router.delete("/jobs/{job}", status_code=204, dependencies=[Depends(lead)])
    async def remove(job: str) -> None:
        await services.run(remove_job, services.database, job)
        await services.run(remove_file, services.settings.home, job)
        services.bus.publish(CHANGED)


def _add_backtest_routes(router: APIRouter, services: Services) -> None:
    lead = signed_in(services, Role.LEAD)

    @router.get("/backtests", dependencies=[Depends(signed_in(services))])
    async def backtests() -> dict[str, Any]:
        rows = await services.look(latest_jobs, services.database, JobKind.BACKTEST)
        return {
            "jobs": [job_json(each) for each in rows],
            "conversations": await services.look(count_transcripts, services.database),
            "serving": services.release().id is not None,
            "max_bytes": LARGEST_TRANSCRIPTS,
            "missing": missing_for_training(),
        }

    @router.post("/backtests", status_code=202)
    async def over_imported(body: SinceRequest, user: User = Depends(lead)) -> dict[str, str]:
        if body.since is not None and parse_time(body.since) is None:
            raise ProblemError(422, f"since: {body.since!r} is no date; write it as 2026-01-31")
        return await _begin(services, user, JobKind.BACKTEST, {"since": body.since})

    @router.post("/backtests/file", status_code=201, openapi_extra=MULTIPART)
    async def over_file(request: Request, user: User = Depends(lead)) -> dict[str, str]:
        arguments = {"since": None, "file": True}
        return await _begin_with_file(services, request, user, JobKind.BACKTEST, arguments)


def _formats() -> list[str]:
    from knowledge.importers.formats import format_names  # Serving starts without the readers.

    return list(format_names())


async def _begin(
    services: Services, user: User, kind: JobKind, arguments: dict[str, Any]
) -> dict[str, str]:
    id = await services.run(services.jobs.ask, kind, user.email, arguments=arguments)
    services.bus.publish(CHANGED)
    return {"job": id}


async def _begin_with_file(
    services: Services, request: Request, user: User, kind: JobKind, arguments: dict[str, Any]
) -> dict[str, str]:
    """Keep the file, then note what is to be done with it; without the note it is removed."""
    id, home = new_job_id(services.clock()), services.settings.home
    async with uploaded(request, user.id, LARGEST_TRANSCRIPTS, UPLOAD_SECONDS) as file:
        name = shown_name(file.name)
        await asyncio.to_thread(keep_file, home, id, name, file.source)
    try:
        await services.run(
            services.jobs.ask, kind, user.email, id=id, name=name, arguments=arguments
        )
    except BaseException:
        remove_file(home, id)
        raise
    services.bus.publish(CHANGED)
    return {"job": id}
