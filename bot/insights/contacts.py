"""How often customers turned to the team, and about what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlmodel import Session, col, func, select

from bot.dialog import Move
from bot.insights.facts import Fact
from bot.insights.scope import Intents, Scope
from bot.store.tables import ConversationRow, EventRow, TopicRow

UNKNOWN: Final = ""
"""The kind of contacts whose matter was not recognised."""


def contacts(session: Session, scope: Scope) -> list[Fact]:
    """Contacts, by the intent of each.

    A contact is a conversation that began, with at least one message of its customer that somebody
    had to answer, or one that the customer's message reopened after it had been closed. It counts
    when it began. Its intent is the first that was recognised in it, before the next contact in
    the same conversation. So each has one intent or none, and they add up.
    """
    begun = _begun(session, scope)
    intents = Intents.read(session)
    topics = _topics(session, scope)
    facts = []
    for conversation, moments in begun.items():
        for at, until in zip(moments, [*moments[1:], None], strict=True):
            asked = _first(topics.get(conversation, ()), at, until)
            facts.append(Fact(conversation, at, intents.now(asked) if asked else UNKNOWN))
    if scope.intents is not None:
        facts = [fact for fact in facts if fact.part in scope.intents]
    return facts


def _begun(session: Session, scope: Scope) -> dict[str, list[datetime]]:
    """When contacts began, in order, by conversation."""
    row = ConversationRow
    opened = session.exec(
        select(row.id, row.created_at).where(
            scope.when(row.created_at),
            col(row.customer_wrote_at).is_not(None),
            *scope.holds(row.id),
        )
    )
    begun = {id: [at] for id, at in opened}
    reopened = session.exec(
        select(EventRow.conversation_id, EventRow.at)
        .where(
            EventRow.kind == Move.REOPEN.value,
            scope.when(EventRow.at),
            *scope.holds(EventRow.conversation_id),
        )
        .order_by(col(EventRow.at))
    )
    for id, at in reopened:
        begun.setdefault(id, []).append(at)
    return begun


def _topics(session: Session, scope: Scope) -> dict[str, list[tuple[datetime, str]]]:
    """What was asked, in order, by conversation: all of it where a contact may follow another, else
    what was asked first since the contacts began."""
    row = TopicRow
    reopened = select(EventRow.conversation_id).where(
        EventRow.kind == Move.REOPEN.value, scope.when(EventRow.at)
    )
    first = (
        select(col(row.conversation_id).label("conversation"), func.min(row.seq).label("seq"))
        .where(col(row.at) >= scope.since, *scope.holds(row.conversation_id))
        .group_by(col(row.conversation_id))
        .subquery()
    )
    of_one = select(row.conversation_id, row.at, row.intent).join(
        first,
        (col(row.conversation_id) == first.c.conversation) & (col(row.seq) == first.c.seq),
    )
    of_several = select(row.conversation_id, row.at, row.intent).where(
        col(row.at) >= scope.since, col(row.conversation_id).in_(reopened)
    )
    found: dict[str, list[tuple[datetime, str]]] = {}
    for conversation, at, intent in session.exec(of_one):
        found[conversation] = [(at, intent)]
    for conversation, at, intent in session.exec(of_several.order_by(col(row.at))):
        found.setdefault(conversation, []).append((at, intent))
    return found


def _first(
    topics: Sequence[tuple[datetime, str]], since: datetime, until: datetime | None
) -> str | None:
    asked = (intent for at, intent in topics if at >= since and (until is None or at < until))
    return next(asked, None)
