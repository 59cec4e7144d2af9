"""Which conversations were settled, by whom, and whether it lasted.

A conversation that closes counts as resolved if the customer was answered, until it is reopened;
what nobody reopened for long enough is durable. Kept inside the transaction of the move.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.dialog import Kind, Move, Status
from bot.store import Database
from bot.store.tables import (
    ConversationRow,
    EventRow,
    FeedbackRow,
    MessageRow,
    ResolutionRow,
)

BY_PERSON, BY_BOT = "person", "bot"
REPLIES_READ = 20
BATCH = 200


@dataclass(frozen=True, slots=True)
class Resolutions:
    """How many were resolved in a time, of them by the bot, lastingly, and undone again."""

    resolved: int
    by_bot: int
    by_person: int
    durable: int
    undone: int


def follow(
    session: Session,
    conversation: ConversationRow,
    before: Status,
    holder: str | None,
    what: Move,
    now: datetime,
) -> None:
    """Keep what a move makes of it; ``holder`` is who held the conversation before."""
    if what in (Move.CLOSE, Move.LAPSE):
        by = _resolved_by(session, conversation, before, what)
        if by is not None:
            row = ResolutionRow(
                conversation_id=conversation.id, resolved_by=by, agent_id=holder, resolved_at=now
            )
            session.add(row)
            _event(session, conversation.id, "resolved", now, by=by)
    elif before is Status.CLOSED:
        _undo(session, conversation.id, now)


def make_durable(database: Database, durable_after: timedelta, now: datetime) -> list[str]:
    """Count as durable what nobody reopened in time; returns those conversations."""
    lasting = (
        col(ResolutionRow.durable_at).is_(None)
        & col(ResolutionRow.undone_at).is_(None)
        & (col(ResolutionRow.resolved_at) <= now - durable_after)
    )
    with database.read() as session:
        if session.exec(select(ResolutionRow.id).where(lasting).limit(1)).first() is None:
            return []
    with database.write() as session:
        rows = session.exec(
            select(ResolutionRow)
            .where(lasting)
            .order_by(col(ResolutionRow.id))
            .limit(BATCH)
            .with_for_update(skip_locked=True)
        ).all()
        for row in rows:
            row.durable_at = now
            session.add(row)
            _event(session, row.conversation_id, "resolved_durably", now, by=row.resolved_by)
        return [row.conversation_id for row in rows]


def resolutions(session: Session, since: datetime) -> Resolutions:
    """The resolutions since a moment; one that was undone does not count as resolved."""
    rows = session.exec(select(ResolutionRow).where(col(ResolutionRow.resolved_at) >= since)).all()
    held = [row for row in rows if row.undone_at is None]
    return Resolutions(
        resolved=len(held),
        by_bot=sum(row.resolved_by == BY_BOT for row in held),
        by_person=sum(row.resolved_by == BY_PERSON for row in held),
        durable=sum(row.durable_at is not None for row in held),
        undone=len(rows) - len(held),
    )


def _resolved_by(
    session: Session, conversation: ConversationRow, before: Status, what: Move
) -> str | None:
    if conversation.customer_wrote_at is None:
        return None
    if before is not Status.AUTOMATED or _person_wrote(session, conversation):
        return BY_PERSON
    if _bot_answered(session, conversation.id):
        return BY_BOT
    return BY_PERSON if what is Move.CLOSE else None


def _person_wrote(session: Session, conversation: ConversationRow) -> bool:
    """Whether a person wrote in this matter: since the last resolution that lasted."""
    if conversation.agent_wrote_at is None:
        return False
    lasted = session.exec(
        select(ResolutionRow.resolved_at)
        .where(
            ResolutionRow.conversation_id == conversation.id,
            col(ResolutionRow.durable_at).is_not(None),
        )
        .order_by(col(ResolutionRow.id).desc())
        .limit(1)
    ).first()
    return lasted is None or conversation.agent_wrote_at > lasted


def _bot_answered(session: Session, conversation_id: str) -> bool:
    """Whether the bot's last words, politeness aside, were an answer that nobody disliked."""
    replies = session.exec(
        select(MessageRow)
        .where(MessageRow.conversation_id == conversation_id, MessageRow.author == "bot")
        .order_by(col(MessageRow.seq).desc())
        .limit(REPLIES_READ)
    )
    for reply in replies:
        reasons = reply.reasons or {}
        kind = reasons.get("kind")
        if kind == Kind.COMPOSE or (kind == Kind.ANSWER and reasons.get("template")):
            opinion = session.get(FeedbackRow, (conversation_id, reply.seq))
            return opinion is None or opinion.helpful
        if kind not in (None, Kind.ANSWER):
            return False
    return False


def _undo(session: Session, conversation_id: str, now: datetime) -> None:
    row = session.exec(
        select(ResolutionRow)
        .where(
            ResolutionRow.conversation_id == conversation_id,
            col(ResolutionRow.undone_at).is_(None),
            col(ResolutionRow.durable_at).is_(None),
        )
        .with_for_update()
    ).first()
    if row is not None:
        row.undone_at = now
        session.add(row)
        _event(session, conversation_id, "resolution_undone", now, by=row.resolved_by)


def _event(session: Session, conversation_id: str, kind: str, now: datetime, **data: str) -> None:
    session.add(EventRow(conversation_id=conversation_id, kind=kind, data=data, at=now))
