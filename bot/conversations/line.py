"""The line of those who wait for a person: who stands where, and how long it lately took.

An estimate of the wait is kept as a row for each queue, so that whoever shows a conversation reads
it without knowing opening hours or the moment.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from sqlalchemy import and_, func, or_
from sqlmodel import Session, col, select

from bot.conversations.desk_workers import workers
from bot.dialog import Status
from bot.dialog.clock_rules import Clock, ClockRules
from bot.dialog.routing import EVERYBODY
from bot.dialog.waiting_time import ENOUGH, expected_wait, place_in_words
from bot.store import Database
from bot.store.tables import ConversationRow, QueuePaceRow, ServiceClockRow

RECENT = 20
RECENT_DAYS = 14
READ = 500
"""First responses of all queues that are looked at for this; what is rarer counts as unknown."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the queue from 1, and the seconds it may take, None where that is not known."""

    position: int
    expected_wait_seconds: int | None = None


def place_of(session: Session, conversation: ConversationRow) -> Place:
    """The place of a conversation that waits: the highest priority first, then the longest wait."""
    priority = col(ConversationRow.priority)
    earlier = col(ConversationRow.waiting_since) < conversation.waiting_since
    before = or_(priority > conversation.priority, and_(priority == conversation.priority, earlier))
    ahead = session.exec(
        select(func.count())
        .select_from(ConversationRow)
        .where(
            ConversationRow.status == Status.WAITING.value,
            col(ConversationRow.banned_at).is_(None),
            ConversationRow.queue == conversation.queue,
            before,
        )
    ).one()
    return _place(int(ahead) + 1, session.get(QueuePaceRow, conversation.queue))


def wait_of_newcomers(database: Database) -> int | None:
    """Seconds that somebody who asked for a person now may wait, None where that is not known."""
    with database.read() as session:
        pace = session.get(QueuePaceRow, EVERYBODY)
        waiting = select(func.count()).where(
            ConversationRow.status == Status.WAITING.value,
            col(ConversationRow.banned_at).is_(None),
            ConversationRow.queue == EVERYBODY,
        )
        return _place(int(session.exec(waiting).one()) + 1, pace).expected_wait_seconds


def place_sentence(session: Session, conversation: ConversationRow, language: str | None) -> str:
    """What a customer who waits is told of place, and of the wait where that is known."""
    place = place_of(session, conversation)
    return place_in_words(place.position, place.expected_wait_seconds, language)


def places(database: Database) -> dict[str, Place]:
    """Everybody's place, by conversation."""
    with database.read() as session:
        paces = {row.queue: row for row in session.exec(select(QueuePaceRow))}
        rows = session.exec(
            select(ConversationRow.id, ConversationRow.queue)
            .where(
                ConversationRow.status == Status.WAITING.value,
                col(ConversationRow.banned_at).is_(None),
            )
            .order_by(col(ConversationRow.priority).desc(), col(ConversationRow.waiting_since))
        )
        counted: Counter[str] = Counter()
        found = {}
        for conversation_id, queue in rows:
            counted[queue] += 1
            found[conversation_id] = _place(counted[queue], paces.get(queue))
        return found


def measure_pace(database: Database, rules: ClockRules, now: datetime) -> None:
    """Bring the estimates up to date: what people lately waited, and how many agents there are.

    Writes only where something changed. Outside opening hours there is no estimate.
    """
    with database.read() as session:
        measured = _measured(session, now) if rules.hours.is_open(now) else {}
        kept = {r.queue: (r.median_seconds, r.agents) for r in session.exec(select(QueuePaceRow))}
    if measured == kept:
        return
    with database.write() as session:
        for queue in kept.keys() - measured.keys():
            row = session.get(QueuePaceRow, queue)
            if row is not None:
                session.delete(row)
        for queue, (seconds, agents) in measured.items():
            session.merge(QueuePaceRow(queue=queue, median_seconds=seconds, agents=agents))


def _measured(session: Session, now: datetime) -> dict[str, tuple[float, int]]:
    since = now - timedelta(days=RECENT_DAYS)
    answered = session.exec(
        select(ServiceClockRow.queue, ServiceClockRow.took_seconds)
        .where(
            ServiceClockRow.kind == Clock.FIRST_RESPONSE.value,
            ServiceClockRow.stopped_by == "reply",
            col(ServiceClockRow.took_seconds).is_not(None),
            col(ServiceClockRow.stopped_at) >= since,
        )
        .order_by(col(ServiceClockRow.stopped_at).desc(), col(ServiceClockRow.id).desc())
        .limit(READ)
    )
    waits: dict[str, list[float]] = {}
    for queue, seconds in answered:
        if seconds is not None and len(waits.setdefault(queue, [])) < RECENT:
            waits[queue].append(seconds)
    there = [each for each in workers(session, now) if each.present]
    agents = {queue: sum(each.takes(queue) for each in there) for queue in waits}
    return {
        queue: (float(median(each)), agents[queue])
        for queue, each in waits.items()
        if len(each) >= ENOUGH and agents[queue]
    }


def _place(position: int, pace: QueuePaceRow | None) -> Place:
    if pace is None:
        return Place(position)
    return Place(position, expected_wait(pace.median_seconds, position, pace.agents))
