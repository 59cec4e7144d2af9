"""Mail as people at the desk see it: whether it is set up, what is parked, and sending it again."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from sqlmodel import col, select

from bot.desk.access import signed_in
from bot.desk.users import Role
from bot.mail.outbox import counts, send_again
from bot.problems import ProblemError
from bot.services import Services
from bot.store import Database
from bot.store.tables import MailRow

PAGE = 100
PARKED = ("failed", "unknown")


def mail_router(services: Services) -> APIRouter:
    """The routes under ``/api/desk/mail``."""
    router = APIRouter(prefix="/api/desk/mail", tags=["desk"])

    @router.get("", dependencies=[Depends(signed_in(services))])
    async def mails(
        conversation: Annotated[str | None, Query(max_length=100)] = None,
    ) -> dict[str, Any]:
        found = await services.look(mail_view, services.database, conversation)
        return {"configured": services.settings.smtp_url is not None, **found}

    @router.post("/{mail_id}/send", dependencies=[Depends(signed_in(services, Role.LEAD))])
    async def send(mail_id: int) -> dict[str, bool]:
        if not await services.run(send_again, services.database, mail_id, services.clock()):
            raise ProblemError(404, "there is no parked mail with this id")
        return {"queued": True}

    return router


def mail_view(database: Database, conversation_id: str | None) -> dict[str, Any]:
    """The mails of one conversation, or else those that need somebody; the latest first."""
    wanted = (
        col(MailRow.status).in_(PARKED)
        if conversation_id is None
        else col(MailRow.conversation_id) == conversation_id
    )
    with database.read() as session:
        rows = session.exec(
            select(MailRow).where(wanted).order_by(col(MailRow.id).desc()).limit(PAGE)
        ).all()
        return {"counts": counts(session), "mails": [_mail_json(row) for row in rows]}


def _mail_json(row: MailRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": row.kind,
        "to": row.to,
        "subject": row.subject,
        "conversation_id": row.conversation_id,
        "last_seq": row.last_seq,
        "status": row.status,
        "attempts": row.attempts,
        "error": row.error,
        "created_at": row.created_at.isoformat(),
        "updated_at": row.updated_at.isoformat(),
    }
