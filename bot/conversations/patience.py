"""What is done for customers who wait too long: they are told the truth, and people are alerted.

Waiting counts within opening hours only. Each step happens once for each wait, whoever notices it,
because the mark that it happened is written with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_
from sqlmodel import Session, col, select

from bot.conversations.notices import Notice, key_of, locked, notify
from bot.conversations.ownership import CAME_BY, move
from bot.conversations.posting import Post, allot_seq, post
from bot.conversations.rounds import left_if_it_fails
from bot.conversations.silence import standing_author
from bot.dialog import Move, Priority, Status
from bot.dialog.business_time import open_time_between
from bot.dialog.clock_rules import ClockRules
from bot.dialog.phrases import phrase
from bot.dialog.why import why
from bot.store import Database
from bot.store.tables import ConversationRow, EventRow, MessageRow, NoticeRow, UserRow

BATCH = 100
"""What one round does at most; the next one goes on, and what fails keeps nobody else waiting."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Somebody in the queue, as the alerts look at it."""

    conversation_id: str
    since: datetime
    priority: int
    looked_at: datetime | None
    timed_out_at: datetime | None


def alert_of_waits(database: Database, rules: ClockRules, now: datetime) -> list[str]:
    """Alert people to those who wait: outside hours, unseen, or urgent; returns those."""
    told: list[str] = []
    for wait, kind in _unalerted(database, rules, now):
        if len(told) == BATCH:
            break
        piece = f"an alert for conversation {wait.conversation_id}"
        with left_if_it_fails(piece), database.write() as session:
            conversation = locked(session, wait.conversation_id)
            if conversation is None or conversation.waiting_since != wait.since:
                continue
            queue, priority = conversation.queue, conversation.priority
            if notify(
                session, kind, conversation.id, wait.since, now, queue=queue, priority=priority
            ):
                told.append(conversation.id)
    return told


def time_out_waits(database: Database, rules: ClockRules, now: datetime) -> list[str]:
    """Tell those whom nobody took in time that it takes longer; returns their conversations."""
    limit = rules.patience.no_agent
    if limit is None or not rules.hours.is_open(now):
        return []
    late = [
        wait
        for wait in _waits(database)
        if wait.timed_out_at is None and open_time_between(rules.hours, wait.since, now) >= limit
    ]
    told: list[str] = []
    for wait in late:
        if len(told) == BATCH:
            break
        piece = f"the time-out of conversation {wait.conversation_id}"
        with left_if_it_fails(piece), database.write() as session:
            conversation = locked(session, wait.conversation_id)
            if conversation is None or conversation.waiting_since != wait.since:
                continue
            if conversation.timed_out_at is None:
                _time_out_wait(session, conversation, now)
                told.append(wait.conversation_id)
    return told


def take_back_from_idle(database: Database, rules: ClockRules, now: datetime) -> list[str]:
    """Put back into the queue what an agent holds and does not answer; returns those."""
    limit = rules.patience.agent_idle
    if limit is None or not rules.hours.is_open(now):
        return []
    taken_back: list[str] = []
    for conversation_id in _held_unanswered(database):
        if len(taken_back) == BATCH:
            break
        with database.read() as session:
            since = _unanswered_since(session, conversation_id)
        if since is None or open_time_between(rules.hours, since, now) < limit:
            continue
        piece = f"taking conversation {conversation_id} back"
        with left_if_it_fails(piece), database.write() as session:
            conversation = locked(session, conversation_id)
            held = conversation is not None and conversation.status == Status.WITH_AGENT
            if conversation and held and _unanswered_since(session, conversation_id) == since:
                _take_back(session, conversation, since, now)
                taken_back.append(conversation_id)
    return taken_back


def _unalerted(database: Database, rules: ClockRules, now: datetime) -> list[tuple[Wait, Notice]]:
    waiting = select(ConversationRow.id).where(ConversationRow.status == Status.WAITING.value)
    with database.read() as session:
        keys = select(NoticeRow.key).where(col(NoticeRow.conversation_id).in_(waiting))
        told = set(session.exec(keys))
    return [
        (wait, kind)
        for wait in _waits(database)
        for kind in _alerts(wait, rules, now)
        if key_of(kind, wait.conversation_id, wait.since) not in told
    ]


def _alerts(wait: Wait, rules: ClockRules, now: datetime) -> Iterator[Notice]:
    patience, hours = rules.patience, rules.hours
    if not hours.is_open(now):
        if not hours.is_open(wait.since):
            yield Notice.WAITING_OUTSIDE_HOURS
        return
    waited = open_time_between(hours, wait.since, now)
    unseen = wait.looked_at is None
    if unseen and patience.nobody_looked is not None and waited >= patience.nobody_looked:
        yield Notice.NOBODY_LOOKED
    urgent = wait.priority >= Priority.URGENT
    if urgent and patience.urgent is not None and waited >= patience.urgent:
        yield Notice.UNATTENDED_URGENT


def _waits(database: Database) -> list[Wait]:
    with database.read() as session:
        rows = session.exec(
            select(ConversationRow)
            .where(
                ConversationRow.status == Status.WAITING.value,
                col(ConversationRow.banned_at).is_(None),
            )
            .order_by(col(ConversationRow.priority).desc(), col(ConversationRow.waiting_since))
        )
        return [
            Wait(row.id, row.waiting_since, row.priority, row.looked_at, row.timed_out_at)
            for row in rows
            if row.waiting_since is not None
        ]


def _time_out_wait(session: Session, conversation: ConversationRow, now: datetime) -> None:
    since = conversation.waiting_since
    reason = conversation.handoff_reason
    conversation = move(session, conversation.id, Move.TIME_OUT, now, reason=reason)
    notify(session, Notice.NO_AGENT, conversation.id, since, now, queue=conversation.queue)
    seq = allot_seq(session, conversation.id, now)
    language = conversation.language
    name = phrase("notice", language)
    message = Post(standing_author(session), phrase("no_agent", language), name=name)
    post(session, conversation, seq, message, now)


def _take_back(
    session: Session, conversation: ConversationRow, since: datetime, now: datetime
) -> None:
    """Into the queue since the message that nobody answered, before those of no haste."""
    agent = session.get(UserRow, conversation.agent_id) if conversation.agent_id else None
    name = agent.name if agent else "?"
    reason = why("unanswered_agent", name=name)
    conversation = move(session, conversation.id, Move.TIME_OUT, now, reason=reason)
    conversation.waiting_since, conversation.looked_at = since, None
    conversation.priority = max(conversation.priority, Priority.HIGH)
    data = {"agent": agent.id if agent else None, "queue": conversation.queue}
    notify(session, Notice.AGENT_IDLE, conversation.id, since, now, **data)
    seq = allot_seq(session, conversation.id, now)
    text = phrase("agent_idle", conversation.language, name=name)
    post(session, conversation, seq, Post("system", text), now)


def _held_unanswered(database: Database) -> list[str]:
    spoke, heard = col(ConversationRow.agent_wrote_at), col(ConversationRow.customer_wrote_at)
    with database.read() as session:
        return list(
            session.exec(
                select(ConversationRow.id)
                .where(
                    ConversationRow.status == Status.WITH_AGENT.value,
                    col(ConversationRow.banned_at).is_(None),
                    heard.is_not(None),
                    or_(spoke.is_(None), spoke < heard),
                )
                .order_by(heard)
            )
        )


def _unanswered_since(session: Session, conversation_id: str) -> datetime | None:
    """When the customer first wrote what no agent answered, or the agent got it, if later."""
    said = select(func.max(MessageRow.seq)).where(
        MessageRow.conversation_id == conversation_id, MessageRow.author == "agent"
    )
    last_reply = session.exec(said).one() or 0
    written = session.exec(
        select(func.min(MessageRow.sent_at)).where(
            MessageRow.conversation_id == conversation_id,
            MessageRow.author == "customer",
            MessageRow.seq > last_reply,
            col(MessageRow.turn).is_distinct_from("ignored"),
        )
    ).one()
    came = session.exec(
        select(func.max(EventRow.at)).where(
            EventRow.conversation_id == conversation_id, col(EventRow.kind).in_(CAME_BY)
        )
    ).one()
    if written is None:
        return None
    return max(written, came) if came is not None else written
