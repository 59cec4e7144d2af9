"""Reckons what clocks of conversations owe in time within opening hours, and alerts before it.

Works from the moments that ``service_clocks`` kept, so it may come late and still be right.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from sqlalchemy import ColumnElement, exists
from sqlmodel import Session, col, select

from bot.conversations.notices import Notice, locked, notify
from bot.conversations.rounds import left_if_it_fails
from bot.dialog import Priority
from bot.dialog.business_time import add_open_time, open_time_between
from bot.dialog.clock_rules import Clock, ClockRules
from bot.dialog.hours import OpeningHours
from bot.store import Database
from bot.store.tables import ConversationRow, ServiceClockRow

BATCH = 100
RUNNING = col(ServiceClockRow.stopped_at).is_(None)


@dataclass(frozen=True, slots=True)
class ClockFigures:
    """Of the clocks that stopped in a time: seconds of open time, and the share of promises kept.

    Figures are None where there is nothing to take them from.
    """

    count: int
    median_seconds: float | None
    longest_seconds: float | None
    kept: float | None


def reckon(database: Database, rules: ClockRules, now: datetime) -> list[str]:
    """Work out what is due, or what it took, where that changed; returns those conversations."""
    changed = []
    for clock_id, conversation_id in _found(database, col(ServiceClockRow.reckoned_at).is_(None)):
        piece = f"reckoning clock {clock_id}"
        with left_if_it_fails(piece), database.write() as session:
            conversation = locked(session, conversation_id)
            clock = session.get(ServiceClockRow, clock_id, populate_existing=True)
            if conversation is not None and clock is not None and clock.reckoned_at is None:
                _reckon(clock, conversation, rules, now)
                session.add(clock)
                changed.append(conversation_id)
    return changed


def alert(database: Database, now: datetime) -> list[str]:
    """Tell people of promises about to break, and of broken ones, each once."""
    at_risk = col(ServiceClockRow.warned_at).is_(None) & (col(ServiceClockRow.warn_from) <= now)
    broken = col(ServiceClockRow.broken_at).is_(None) & (col(ServiceClockRow.due_at) <= now)
    known = col(ServiceClockRow.reckoned_at).is_not(None)
    owed = ~exists().where(
        col(ConversationRow.id) == ServiceClockRow.conversation_id,
        col(ConversationRow.banned_at).is_not(None),
    )
    changed = []
    for clock_id, conversation_id in _found(database, RUNNING & known & owed & (at_risk | broken)):
        piece = f"the alert of clock {clock_id}"
        with left_if_it_fails(piece), database.write() as session:
            conversation = locked(session, conversation_id)
            clock = session.get(ServiceClockRow, clock_id, populate_existing=True)
            if conversation is not None and clock is not None and _alert(session, clock, now):
                changed.append(conversation_id)
    return changed


def figures(session: Session, kind: Clock, since: datetime) -> ClockFigures:
    """How long first responses or resolutions took that were reached since a moment."""
    reached = "reply" if kind is Clock.FIRST_RESPONSE else "closed"
    rows = session.exec(
        select(ServiceClockRow).where(
            ServiceClockRow.kind == kind.value,
            ServiceClockRow.stopped_by == reached,
            col(ServiceClockRow.took_seconds).is_not(None),
            col(ServiceClockRow.stopped_at) >= since,
        )
    ).all()
    took = [row.took_seconds for row in rows if row.took_seconds is not None]
    kept = [
        row.took_seconds <= row.target_seconds
        for row in rows
        if row.target_seconds is not None and row.took_seconds is not None
    ]
    return ClockFigures(
        count=len(took),
        median_seconds=median(took) if took else None,
        longest_seconds=max(took, default=None),
        kept=sum(kept) / len(kept) if kept else None,
    )


def time_run(hours: OpeningHours, clock: ServiceClockRow, until: datetime) -> timedelta:
    """The open time for which ``clock`` ran until a moment, its pauses left out."""
    edges = [clock.started_at, *_edges(clock), until]
    runs = list(pairwise(edges))[::2]
    return sum((open_time_between(hours, start, end) for start, end in runs), timedelta())


def _edges(clock: ServiceClockRow) -> list[datetime]:
    """When it stood still and ran again, by turns."""
    return [datetime.fromisoformat(each) for pause in clock.pauses for each in pause if each]


def _reckon(
    clock: ServiceClockRow, conversation: ConversationRow, rules: ClockRules, now: datetime
) -> None:
    clock.reckoned_at = now
    clock.due_at = clock.warn_from = None
    if clock.stopped_at is None or clock.target_seconds is None:
        target = rules.service_levels.target(
            Clock(clock.kind), clock.queue, Priority(conversation.priority)
        )
        clock.target_seconds = target.total_seconds() if target is not None else None
    if clock.stopped_at is not None:
        clock.took_seconds = time_run(rules.hours, clock, clock.stopped_at).total_seconds()
    elif clock.target_seconds is not None and not _stands_still(clock):
        _set_due(clock, rules, timedelta(seconds=clock.target_seconds))


def _set_due(clock: ServiceClockRow, rules: ClockRules, target: timedelta) -> None:
    edges = _edges(clock)
    since = edges[-1] if edges else clock.started_at
    used = time_run(rules.hours, clock, since)
    clock.due_at = add_open_time(rules.hours, since, target - used)
    warn_after = target * rules.service_levels.warn_at - used
    clock.warn_from = add_open_time(rules.hours, since, warn_after)


def _stands_still(clock: ServiceClockRow) -> bool:
    return bool(clock.pauses) and clock.pauses[-1][1] is None


def _alert(session: Session, clock: ServiceClockRow, now: datetime) -> bool:
    if clock.stopped_at is not None or clock.due_at is None or clock.reckoned_at is None:
        return False
    if clock.due_at <= now and clock.broken_at is None:
        clock.broken_at, kind = now, Notice.PROMISE_BROKEN
        clock.warned_at = clock.warned_at or now
    elif clock.warn_from is not None and clock.warn_from <= now and clock.warned_at is None:
        clock.warned_at, kind = now, Notice.PROMISE_AT_RISK
    else:
        return False
    session.add(clock)
    due = clock.due_at.isoformat()
    return notify(session, kind, clock.conversation_id, clock.id, now, clock=clock.kind, due=due)


def _found(database: Database, condition: ColumnElement[bool]) -> list[tuple[int, str]]:
    with database.read() as session:
        rows = session.exec(
            select(ServiceClockRow.id, ServiceClockRow.conversation_id)
            .where(condition)
            .order_by(col(ServiceClockRow.id))
            .limit(BATCH)
        )
        return [(clock, conversation) for clock, conversation in rows if clock is not None]
