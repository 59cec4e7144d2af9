"""The desk's API for figures: what happened in a period, and in which conversations."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Final
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Query
from sqlmodel import Session, col, select

from bot.content.intent_names import named_intents
from bot.desk.access import signed_in
from bot.desk.inbox import PAGE, UnreadablePlaceError, filters_json, summaries
from bot.desk.insight_figures import Named, figure_json
from bot.desk.users import Role
from bot.desk.wording import WordedRoute
from bot.insights import Chosen, Figure, Intents, Period, Scope, conversations_behind
from bot.problems import ProblemError
from bot.services import Services
from bot.store.tables import ConversationRow

USUAL_DAYS: Final = 30
MOST_DAYS: Final = 731
EARLIEST: Final = date(2000, 1, 1)
Short = Annotated[str | None, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked about; without days the last thirty."""

    first: date | None = None
    last: date | None = None
    channel: str | None = None
    language: str | None = None
    intent: str | None = None


def wanted_of(
    first: Annotated[date | None, Query(alias="from")] = None,
    last: Annotated[date | None, Query(alias="to")] = None,
    channel: Annotated[str | None, Query(max_length=20)] = None,
    language: Annotated[str | None, Query(max_length=35)] = None,
    intent: Short = None,
) -> Wanted:
    """What is asked about, as the query says it."""
    return Wanted(first, last, channel, language, intent)


def insight_router(services: Services) -> APIRouter:
    """The routes under ``/api/desk/insights``, for leads."""
    router = APIRouter(
        prefix="/api/desk/insights",
        tags=["insights"],
        route_class=WordedRoute,
        dependencies=[Depends(signed_in(services, Role.LEAD))],
    )

    @router.get("")
    async def choices() -> dict[str, Any]:
        return await services.look(choices_json, services)

    @router.get("/{figure}")
    async def read(figure: Figure, wanted: Annotated[Wanted, Depends(wanted_of)]) -> dict[str, Any]:
        period = period_of(services, wanted)
        return await services.look(_figure, services, figure, period, wanted)

    @router.get("/{figure}/conversations")
    async def conversations(
        figure: Figure,
        wanted: Annotated[Wanted, Depends(wanted_of)],
        part: Short = None,
        bucket: date | None = None,
        agent: Short = None,
        after: Short = None,
    ) -> dict[str, Any]:
        if agent is not None and not services.settings.file.insights.by_agent:
            raise ProblemError(404, "figures of single agents are off (`insights.by_agent`)")
        period = period_of(services, wanted)
        if bucket is not None and bucket not in period.buckets:
            raise ProblemError(422, "bucket: use one of the figure's `buckets`")
        place = period.buckets.index(bucket) if bucket is not None else None
        chosen = Chosen(part, place, agent)
        return await services.look(_behind, services, figure, period, wanted, chosen, after)

    return router


def choices_json(services: Services) -> dict[str, Any]:
    """What figures can be narrowed to, and what they are reckoned by."""
    file = services.settings.file
    with services.database.read() as session:
        intents = [{"id": each.id, "name": each.name} for each in named_intents(session)]
    found = filters_json(services.database)
    return {
        "today": _today(services).isoformat(),
        "time_zone": file.hours.time_zone,
        "opening_hours": bool(file.hours.week),
        "durable_days": file.durable_days,
        "by_agent": file.insights.by_agent,
        "channels": found["channels"],
        "languages": found["languages"],
        "intents": intents,
    }


def period_of(services: Services, wanted: Wanted) -> Period:
    """The period asked for.

    Raises:
        ProblemError: it ends before it begins, lies ahead, or is too long.
    """
    today = _today(services)
    last = wanted.last or today
    first = wanted.first or max(last, EARLIEST) - timedelta(days=USUAL_DAYS - 1)
    if not EARLIEST <= first <= last <= today:
        raise ProblemError(422, "from, to: choose days up to today, the first one first")
    if (last - first).days >= MOST_DAYS:
        raise ProblemError(422, f"from, to: choose at most {MOST_DAYS} days")
    return Period(first, last, services.settings.file.hours.time_zone)


def _today(services: Services) -> date:
    zone = ZoneInfo(services.settings.file.hours.time_zone)
    return services.clock().astimezone(zone).date()


def _scope(services: Services, session: Session, period: Period, wanted: Wanted) -> Scope:
    return Scope(
        period,
        services.clock(),
        timedelta(days=services.settings.file.durable_days),
        wanted.channel,
        wanted.language,
        Intents.read(session).under(wanted.intent) if wanted.intent is not None else None,
    )


def _figure(services: Services, figure: Figure, period: Period, wanted: Wanted) -> dict[str, Any]:
    with services.database.read() as session:
        scope = _scope(services, session, period, wanted)
        named = Named.read(session, by_agent=services.settings.file.insights.by_agent)
        return {
            "figure": figure.value,
            "from": period.first.isoformat(),
            "to": period.last.isoformat(),
            "step": period.step.value,
            "buckets": [each.isoformat() for each in period.buckets],
            **figure_json(session, figure, scope, named),
        }


def _behind(
    services: Services,
    figure: Figure,
    period: Period,
    wanted: Wanted,
    chosen: Chosen,
    after: str | None,
) -> dict[str, Any]:
    with services.database.read() as session:
        scope = _scope(services, session, period, wanted)
        found = conversations_behind(session, figure, scope, chosen)
        place = _place(after) if after is not None else None
        rest = [each for each in found if place is None or each < place]
        ids = [id for _, id in rest[:PAGE]]
        rows = session.exec(select(ConversationRow).where(col(ConversationRow.id).in_(ids)))
        shown = {each["id"]: each for each in summaries(session, rows.all())}
        return {
            "conversations": [
                {**shown[id], "at": at.isoformat()} for at, id in rest[:PAGE] if id in shown
            ],
            "total": len(found),
            "next": _as_place(*rest[PAGE - 1]) if len(rest) > PAGE else None,
        }


def _as_place(at: datetime, id: str) -> str:
    return json.dumps([at.isoformat(), id])


def _place(text: str) -> tuple[datetime, str]:
    try:
        at, id = json.loads(text)
        moment = datetime.fromisoformat(at)
    except (ValueError, TypeError):
        raise UnreadablePlaceError from None
    if moment.tzinfo is None or not isinstance(id, str):
        raise UnreadablePlaceError
    return moment, id
