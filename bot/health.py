"""Alive, ready, and how much has happened."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse, PlainTextResponse
from sqlalchemy import func
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, select

from bot.services import Services
from bot.store.tables import ConversationRow, MessageRow, OutboxRow, SettingRow


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
    async def metrics() -> str:
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


def degraded(services: Services) -> list[str]:
    """What is missing so that answers are fewer than they could be."""
    release = services.release()
    missing = [] if services.unusable_settings is None else ["settings"]
    if release.model is None:
        missing.append("model")
    if release.retriever is None or release.retriever.index is None:
        missing.append("index")
    if not release.templates:
        missing.append("templates")
    return missing


def prometheus(services: Services) -> str:
    """Counts of rows by kind, in the Prometheus text format."""
    with services.database.read() as session:
        lines = [
            *_counts(session, "frontdesk_conversations", "status", ConversationRow.status),
            *_counts(session, "frontdesk_messages", "author", MessageRow.author),
            *_counts(session, "frontdesk_turns", "state", MessageRow.turn),
            *_counts(session, "frontdesk_outbox", "status", OutboxRow.status),
        ]
    return "\n".join(lines) + "\n"


def _counts(session: Session, name: str, label: str, column: Any) -> list[str]:
    rows = session.exec(
        select(column, func.count()).where(col(column).is_not(None)).group_by(column)
    )
    return [
        f"# TYPE {name} gauge",
        *(f'{name}{{{label}="{value}"}} {count}' for value, count in rows),
    ]
