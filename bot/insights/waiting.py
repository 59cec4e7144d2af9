"""How long customers waited for people, as the clocks of promises count it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select as columns_of
from sqlmodel import Session, col

from bot.dialog.clock_rules import Clock
from bot.insights.facts import Fact
from bot.insights.scope import Scope
from bot.store.tables import ServiceClockRow

KEPT, LATE, UNPROMISED = "kept", "late", "unpromised"
UNANSWERED: Final = "unanswered"
"""The wait ended without a person's reply: the conversation closed, or went back to the bot."""


def first_responses(session: Session, scope: Scope) -> list[Fact]:
    """Waits for a person's first reply, counted when they ended.

    A wait begins when the conversation is handed over and ends with the first reply of a person.
    Its seconds are those within opening hours, by the settings when it ended.
    """
    return _stopped(session, scope, Clock.FIRST_RESPONSE, "reply", "closed", "released")


def resolution_times(session: Session, scope: Scope) -> list[Fact]:
    """Time from the hand-over until the conversation was closed, counted when it was.

    Seconds are those within opening hours, without the time for which it was snoozed or closed.
    """
    return _stopped(session, scope, Clock.RESOLUTION, "closed")


def _stopped(session: Session, scope: Scope, kind: Clock, reached: str, *others: str) -> list[Fact]:
    """The clocks that stopped by what was ``reached``, or by ``others`` before it was."""
    row = ServiceClockRow
    columns = (row.conversation_id, row.stopped_at, row.stopped_by, row.took_seconds)
    statement = columns_of(*(col(each) for each in (*columns, row.target_seconds))).where(
        col(row.kind) == kind.value,
        col(row.stopped_by).in_((reached, *others)),
        scope.when(row.stopped_at),
        col(row.took_seconds).is_not(None),
        *scope.holds(row.conversation_id),
    )
    found: Iterable[Any] = session.connection().execute(statement)
    return [_fact(reached, *each) for each in found]


def _fact(
    reached: str, conversation: str, at: datetime, by: str, took: float, target: float | None
) -> Fact:
    if by != reached:
        return Fact(conversation, at, UNANSWERED)
    return Fact(conversation, at, _part(took, target), took)


def _part(took: float, target: float | None) -> str:
    if target is None:
        return UNPROMISED
    return KEPT if took <= target else LATE
