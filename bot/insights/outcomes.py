"""How conversations ended: resolved by whom, whether it lasted, and what customers thought."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sqlmodel import Session, select

from bot.insights.facts import Fact
from bot.insights.scope import Scope
from bot.store.tables import FeedbackRow, RatingRow, ResolutionRow

UNDONE: Final = "undone"
LASTED, REOPENED, OPEN = "lasted", "reopened", "open"
HELPFUL, UNHELPFUL = "helpful", "unhelpful"


def resolutions(session: Session, scope: Scope) -> list[Fact]:
    """Resolutions by who resolved, bot or person, or undone where the customer reopened it.

    A resolution is a conversation that closed after the customer was answered; it counts when it
    closed. One conversation may be resolved several times.
    """
    return [
        Fact(id, at, UNDONE if undone else by) for id, at, by, undone in _resolved(session, scope)
    ]


def durability(session: Session, scope: Scope) -> list[Fact]:
    """Resolutions by whether they lasted, counted when the conversation closed.

    Those closed less than ``scope.durable_after`` ago are open, even if they were reopened already:
    counting these alone would make the latest days look worse than they are.
    """
    judged = scope.now - scope.durable_after
    return [
        Fact(id, at, OPEN if at > judged else REOPENED if undone else LASTED)
        for id, at, _, undone in _resolved(session, scope)
    ]


def ratings(session: Session, scope: Scope) -> list[Fact]:
    """Customers' ratings, 1 to 5, when they were given; of each conversation the last one."""
    row = RatingRow
    found = session.exec(
        select(row.conversation_id, row.at, row.score).where(
            scope.when(row.at), *scope.holds(row.conversation_id)
        )
    )
    return [Fact(id, at, str(score)) for id, at, score in found]


def thumbs(session: Session, scope: Scope) -> list[Fact]:
    """Thumbs on replies of the bot, of each reply the last one, when given."""
    row = FeedbackRow
    found = session.exec(
        select(row.conversation_id, row.at, row.helpful).where(
            scope.when(row.at), *scope.holds(row.conversation_id)
        )
    )
    return [Fact(id, at, HELPFUL if helpful else UNHELPFUL) for id, at, helpful in found]


def _resolved(
    session: Session, scope: Scope
) -> Iterable[tuple[str, datetime, str, datetime | None]]:
    """Conversation, when, by whom, and when it was undone."""
    row = ResolutionRow
    return session.exec(
        select(row.conversation_id, row.resolved_at, row.resolved_by, row.undone_at).where(
            scope.when(row.resolved_at), *scope.holds(row.conversation_id)
        )
    )
