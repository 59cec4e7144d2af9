"""The inbox: conversations in their queues, and a search over all of them with filters.

A page is found by what the page before ended with, so that the ten-thousandth conversation is as
near as the first.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, func, literal, or_
from sqlmodel import Session, col, select

from bot.content.text_search import Like, holds_words, like_word, words_of
from bot.conversations.reading import OWNERS, SHOWN_TO_CUSTOMERS
from bot.dialog import Priority, Status
from bot.store import Database
from bot.store.tables import ConversationRow, MentionRow, MessageRow, UserRow

PAGE: Final = 50
MOST: Final = 200
EXCERPT: Final = 200
BEFORE_MATCH: Final = 16
NOBODY: Final = "nobody"
"""The agent of conversations that no person has or had."""


class UnreadablePlaceError(Exception):
    """What is to follow is not the end of any page."""

    def __init__(self) -> None:
        super().__init__("after: take it from `next` of the page before")


@dataclass(frozen=True, slots=True)
class InboxFilter:
    """What a search is narrowed to: who answers, in which language, on which channel, and when
    something was said between ``since`` and ``until``."""

    agent: str | None = None
    language: str | None = None
    channel: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class InboxQuery:
    """Which conversations: ``queue`` is one of the desk's lists or a queue of the operator's.

    ``q`` searches names and texts for all of its words; ``queues`` are the operator's, for
    counting. ``after`` is the ``next`` of the page before.
    """

    queue: str
    user_id: str
    q: str = ""
    after: str | None = None
    queues: tuple[str, ...] = ()
    filter: InboxFilter = InboxFilter()
    limit: int = PAGE


def inbox(database: Database, query: InboxQuery) -> dict[str, Any]:
    """A page of conversations, latest first (those who wait: longest first), and counts.

    Raises:
        UnreadablePlaceError: ``after`` is from no page.
    """
    order = _Waiting() if query.queue in ("waiting", "assigned", *query.queues) else _Latest()
    statement = select(ConversationRow).where(
        _in_queue(query.queue, query.user_id), *_narrowed(query.filter), *_searched(query.q)
    )
    if query.after is not None:
        statement = statement.where(order.following(query.after))
    with database.read() as session:
        rows = session.exec(statement.order_by(*order.by).limit(query.limit + 1)).all()
        shown = rows[: query.limit]
        matches = _matches(session, [row.id for row in shown], query.q)
        return {
            "conversations": [
                {**each, "match": matches.get(each["id"])} for each in summaries(session, shown)
            ],
            "next": order.place_of(shown[-1]) if len(rows) > query.limit else None,
            "counts": _counts(session, query.user_id),
            "queues": _waiting_in(session, query.queues),
        }


def filters_json(database: Database) -> dict[str, Any]:
    """What a search can be narrowed to: languages and channels that there are, and people."""
    row = ConversationRow
    with database.read() as session:
        languages = session.exec(select(row.language).distinct().order_by(col(row.language)))
        channels = session.exec(select(row.channel).distinct().order_by(col(row.channel)))
        people = session.exec(select(UserRow).order_by(col(UserRow.name)))
        return {
            "languages": [each for each in languages if each],
            "channels": list(channels),
            "agents": [{"id": each.id, "name": each.name} for each in people],
        }


def summaries(session: Session, rows: Sequence[ConversationRow]) -> list[dict[str, Any]]:
    """Conversations as they stand in a list."""
    people = {id for row in rows for id in (row.agent_id, row.assignee_id) if id}
    found = session.exec(select(UserRow).where(col(UserRow.id).in_(people))) if people else ()
    names = {each.id: {"id": each.id, "name": each.name} for each in found}
    last = _last_messages(session, [row.id for row in rows])
    return [_summary(row, names, last.get(row.id)) for row in rows]


class _Latest:
    """The latest changed first."""

    by = (col(ConversationRow.updated_at).desc(), col(ConversationRow.id))

    def place_of(self, row: ConversationRow) -> str:
        return json.dumps([row.updated_at.isoformat(), row.id])

    def following(self, place: str) -> ColumnElement[bool]:
        at, id = _read_place(place, str, str)
        moment = _moment(at)
        updated = col(ConversationRow.updated_at)
        return or_(updated < moment, and_(updated == moment, col(ConversationRow.id) > id))


class _Waiting:
    """The most urgent first, and of these who has waited longest."""

    by = (
        col(ConversationRow.priority).desc(),
        col(ConversationRow.waiting_since),
        col(ConversationRow.id),
    )

    def place_of(self, row: ConversationRow) -> str:
        since = row.waiting_since or row.updated_at
        return json.dumps([row.priority, since.isoformat(), row.id])

    def following(self, place: str) -> ColumnElement[bool]:
        priority, since, id = _read_place(place, int, str, str)
        moment, row = _moment(since), ConversationRow
        later = or_(
            col(row.waiting_since) > moment,
            and_(col(row.waiting_since) == moment, col(row.id) > id),
        )
        lower = col(row.priority) < priority
        return or_(lower, and_(col(row.priority) == priority, later))


def _read_place(place: str, *kinds: type) -> list[Any]:
    try:
        parts = json.loads(place)
    except ValueError:
        raise UnreadablePlaceError from None
    if not isinstance(parts, list) or [type(each) for each in parts] != list(kinds):
        raise UnreadablePlaceError
    return parts


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise UnreadablePlaceError from None


def _in_queue(queue: str, user_id: str) -> ColumnElement[bool]:
    row = ConversationRow
    status = col(row.status)
    waits, held = status == Status.WAITING.value, col(row.agent_id) == user_id
    lists: dict[str, ColumnElement[bool]] = {
        "all": status != "",
        "waiting": waits,
        "mine": (status == Status.WITH_AGENT.value) & held,
        "assigned": waits & (col(row.assignee_id) == user_id),
        "snoozed": status == Status.SNOOZED.value,
        "bot": status == Status.AUTOMATED.value,
        "held": status == Status.WITH_AGENT.value,
        "closed": status == Status.CLOSED.value,
        "mentions": col(row.id).in_(_unseen_mentions(user_id)),
    }
    return lists[queue] if queue in lists else waits & (col(row.queue) == queue)


def _unseen_mentions(user_id: str) -> Any:
    return select(MentionRow.conversation_id).where(
        MentionRow.user_id == user_id, col(MentionRow.seen_at).is_(None)
    )


def _narrowed(wanted: InboxFilter) -> list[ColumnElement[bool]]:
    row = ConversationRow
    found: list[ColumnElement[bool]] = []
    if wanted.agent == NOBODY:
        found.append(col(row.agent_id).is_(None))
    elif wanted.agent is not None:
        found.append(col(row.agent_id) == wanted.agent)
    if wanted.language is not None:
        found.append(col(row.language) == wanted.language)
    if wanted.channel is not None:
        found.append(col(row.channel) == wanted.channel)
    if wanted.since is not None:
        found.append(col(row.updated_at) >= wanted.since)
    if wanted.until is not None:
        found.append(col(row.created_at) <= wanted.until)
    return found


def _searched(q: str) -> list[ColumnElement[bool]]:
    """Each word stands in some message, or in what is known of the customer."""
    row = ConversationRow

    def somewhere(like: Like) -> ColumnElement[bool]:
        said = select(MessageRow.conversation_id).where(like(MessageRow.text))
        return or_(col(row.id).in_(said), like(row.customer), like(row.customer_email))

    return list(holds_words(q, somewhere))


def _matches(session: Session, ids: Sequence[str], q: str) -> dict[str, dict[str, Any]]:
    """Of each conversation the message with most words of the search, the latest of these."""
    words = words_of(q)
    if not words or not ids:
        return {}
    held = [like_word(word)(MessageRow.text) for word in words]
    count = sum((case((each, 1), else_=0) for each in held), literal(0))
    found = session.exec(
        select(MessageRow.id, MessageRow.conversation_id)
        .where(col(MessageRow.conversation_id).in_(ids), or_(*held))
        .order_by(count, col(MessageRow.id))
    )
    best = {conversation: id for id, conversation in found}
    rows = session.exec(select(MessageRow).where(col(MessageRow.id).in_(best.values())))
    return {
        row.conversation_id: {
            "seq": row.seq,
            "author": row.author,
            "text": _excerpt(row.text, words),
        }
        for row in rows
    }


def _excerpt(text: str, words: Sequence[str]) -> str:
    lowered = text.lower()
    places = [lowered.find(word.lower()) for word in words]
    start = max(0, min((each for each in places if each >= 0), default=0) - BEFORE_MATCH)
    return ("…" if start else "") + text[start : start + EXCERPT]


def _counts(session: Session, user_id: str) -> dict[str, int]:
    row = ConversationRow
    grouped = select(row.status, func.count()).group_by(col(row.status))
    by_status = dict(session.exec(grouped).all())

    def count(queue: str) -> int:
        return session.exec(
            select(func.count()).select_from(row).where(_in_queue(queue, user_id))
        ).one()

    return {
        "waiting": by_status.get(Status.WAITING.value, 0),
        "mine": count("mine"),
        "assigned": count("assigned"),
        "mentions": count("mentions"),
        "snoozed": by_status.get(Status.SNOOZED.value, 0),
        "bot": by_status.get(Status.AUTOMATED.value, 0),
        "closed": by_status.get(Status.CLOSED.value, 0),
    }


def _waiting_in(session: Session, queues: Sequence[str]) -> dict[str, int]:
    if not queues:
        return {}
    row = ConversationRow
    grouped = (
        select(row.queue, func.count())
        .where(row.status == Status.WAITING.value)
        .group_by(col(row.queue))
    )
    found = dict(session.exec(grouped).all())
    return {name: found.get(name, 0) for name in queues}


def _last_messages(session: Session, ids: Sequence[str]) -> Mapping[str, MessageRow]:
    """Of each conversation the last message that its customer sees."""
    if not ids:
        return {}
    latest = (
        select(func.max(MessageRow.id))
        .where(
            col(MessageRow.conversation_id).in_(ids),
            col(MessageRow.author).in_(SHOWN_TO_CUSTOMERS),
        )
        .group_by(col(MessageRow.conversation_id))
    )
    rows = session.exec(select(MessageRow).where(col(MessageRow.id).in_(latest)))
    return {row.conversation_id: row for row in rows}


def _summary(
    row: ConversationRow, names: Mapping[str, dict[str, str]], last: MessageRow | None
) -> dict[str, Any]:
    return {
        "id": row.id,
        "channel": row.channel,
        "customer": row.customer,
        "language": row.language,
        "owner": OWNERS[Status(row.status)],
        "status": row.status,
        "agent": names.get(row.agent_id or ""),
        "assignee": names.get(row.assignee_id or ""),
        "handoff_reason": row.handoff_reason,
        "urgent": row.priority >= Priority.URGENT,
        "priority": row.priority,
        "queue": row.queue,
        "snoozed_until": row.snoozed_until.isoformat() if row.snoozed_until else None,
        "origin": row.origin,
        "unreachable": row.unreachable,
        "banned": row.banned_at is not None,
        "waiting_since": row.waiting_since.isoformat() if row.waiting_since else None,
        "updated_at": row.updated_at.isoformat(),
        "last_message": last
        and {
            "seq": last.seq,
            "author": last.author,
            "text": last.text[:EXCERPT],
            "attachments": len(last.attachments),
            "sent_at": last.sent_at.isoformat(),
        },
    }
