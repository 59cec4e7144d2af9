"""What people at the desk did. Figures of a single one are for who asks for them to decide."""

from __future__ import annotations

from sqlmodel import Session, col, select

from bot.dialog import Move
from bot.insights.facts import Fact
from bot.insights.scope import Scope
from bot.store.tables import EventRow, MessageRow, ResolutionRow

TAKEN, REPLIED, RESOLVED = "taken", "replied", "resolved"


def work(session: Session, scope: Scope) -> list[Fact]:
    """Conversations that people took or were given, replies that they wrote, and resolutions.

    Each with its agent; a resolution belongs to who held the conversation when it closed, and
    counts even if the customer reopened it later.
    """
    return [*_taken(session, scope), *_replied(session, scope), *_resolved(session, scope)]


def _taken(session: Session, scope: Scope) -> list[Fact]:
    row = EventRow
    found = session.exec(
        select(row.conversation_id, row.at, row.data).where(
            col(row.kind).in_((Move.TAKE_OVER.value, Move.TRANSFER.value)),
            scope.when(row.at),
            *scope.holds(row.conversation_id),
        )
    )
    return [Fact(id, at, TAKEN, agent=data.get("agent")) for id, at, data in found]


def _replied(session: Session, scope: Scope) -> list[Fact]:
    row = MessageRow
    found = session.exec(
        select(row.conversation_id, row.sent_at, row.author_id).where(
            row.author == "agent",
            scope.when(row.sent_at),
            *scope.holds(row.conversation_id),
        )
    )
    return [Fact(id, at, REPLIED, agent=agent) for id, at, agent in found]


def _resolved(session: Session, scope: Scope) -> list[Fact]:
    row = ResolutionRow
    found = session.exec(
        select(row.conversation_id, row.resolved_at, row.agent_id).where(
            col(row.agent_id).is_not(None),
            scope.when(row.resolved_at),
            *scope.holds(row.conversation_id),
        )
    )
    return [Fact(id, at, RESOLVED, agent=agent) for id, at, agent in found]
