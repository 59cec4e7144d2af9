"""Alive, ready, and how much has happened."""

from __future__ import annotations

import secrets
from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, PlainTextResponse
from sqlalchemy import func
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, select

from bot.limits import is_loopback
from bot.problems import ProblemError
from bot.rewriting import usage_of_month
from bot.services import Services
from bot.store.tables import ConversationRow, MailRow, MessageRow, OutboxRow, SettingRow


def health_router(services: Services) -> APIRouter:
    """``/healthz``, ``/readyz`` and ``/metrics``."""
    router = APIRouter(tags=["operation"])

    @router.get("/healthz")
    async def alive() -> dict[str, str]:
        return {"status": "alive"}

    @router.get("/readyz")
    async def ready() -> JSONResponse:
        try:
            await services.run(store_something, services)
        except SQLAlchemyError:
            return JSONResponse({"ready": False, "degraded": ["storage"]}, 503)
        return JSONResponse({"ready": True, "degraded": degraded(services)})

    @router.get("/metrics", response_class=PlainTextResponse)
    async def metrics(request: Request) -> str:
        if not may_measure(request, services.settings.metrics_token):
            raise ProblemError(404, "there is nothing here")
        return await services.run(prometheus, services)

    return router


def store_something(services: Services) -> None:
    """One transaction that writes.

    Raises:
        SQLAlchemyError: it does not go through.
    """
    with services.database.write() as session:
        row = session.get(SettingRow, "readiness") or SettingRow(key="readiness", value="")
        row.value = services.clock().isoformat()
        session.add(row)


def may_measure(request: Request, token: str | None) -> bool:
    """Whether the counts are for this client: on this machine itself, or with the token.

    A proxy on this machine that is not told to us makes everybody look like this machine, so what
    was forwarded does not count as such.
    """
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if token is not None and scheme.lower() == "bearer":
        return secrets.compare_digest(given.encode(), token.encode())
    forwarded = {"forwarded", "x-forwarded-for"} & set(request.headers.keys())
    return request.client is not None and is_loopback(request.client.host) and not forwarded


def degraded(services: Services) -> list[str]:
    """What is missing so that answers are fewer than they could be."""
    release = services.release()
    missing = [] if services.unusable_settings is None else ["settings"]
    if release.model is None:
        missing.append("model")
    if services.sites.failing:
        missing.append("sites")
    if release.retriever is None or release.retriever.index is None:
        missing.append("index")
    if not release.templates:
        missing.append("templates")
    return missing


def prometheus(services: Services) -> str:
    """Counts of rows by kind, and this month's use of the generative endpoint, for Prometheus."""
    with services.database.read() as session:
        lines = [
            *_counts(session, "frontdesk_conversations", "status", ConversationRow.status),
            *_counts(session, "frontdesk_messages", "author", MessageRow.author),
            *_counts(session, "frontdesk_turns", "state", MessageRow.turn),
            *_counts(session, "frontdesk_outbox", "status", OutboxRow.status),
            *_counts(session, "frontdesk_mail", "status", MailRow.status),
        ]
    used = usage_of_month(services.database, services.clock())
    for name, value in asdict(used).items():
        lines += [f"# TYPE frontdesk_generator_{name} gauge", f"frontdesk_generator_{name} {value}"]
    return "\n".join(lines) + "\n"


def _counts(session: Session, name: str, label: str, column: Any) -> list[str]:
    rows = session.exec(
        select(column, func.count()).where(col(column).is_not(None)).group_by(column)
    )
    return [
        f"# TYPE {name} gauge",
        *(f'{name}{{{label}="{value}"}} {count}' for value, count in rows),
    ]
