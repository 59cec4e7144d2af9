"""What customers did, as far as they allowed to keep it: stored, read together, and let go.

Reading, clicking and skipping are rows of their own. What somebody asked, and whether the answer
helped, stands in the conversation anyway and is read from there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from sqlmodel import Session, col, delete, func, select

from bot.recommending.choice import CONVERSATION, Choice, person_of
from bot.recommending.items import template_item
from bot.store import Database
from bot.store.tables import (
    BehaviourRow,
    ConversationRow,
    FeedbackRow,
    MessageRow,
    SuggestionChoiceRow,
)
from retrieval.recommender import Action

Act = Literal["read", "clicked", "skipped"]
MOST_A_DAY: Final = 500
"""Acts of one person that are kept of a day: more is no reader."""
SKIPS_COUNT_FOR: Final = timedelta(days=7)
MOST_COUNTED: Final = 5_000
BATCH: Final = 500


def keep_acts(
    session: Session, conversation: ConversationRow, act: Act, items: Sequence[str], now: datetime
) -> int:
    """Keep what was done; returns how much, which is nothing without the person's choice."""
    person = person_of(conversation)
    row = session.get(SuggestionChoiceRow, person)
    if row is None or row.choice != Choice.PERSONAL:
        return 0
    today = session.exec(
        select(func.count())
        .select_from(BehaviourRow)
        .where(BehaviourRow.person == person, col(BehaviourRow.at) > now - timedelta(days=1))
    ).one()
    kept = list(items)[: max(0, MOST_A_DAY - today)]
    for item in kept:
        session.add(
            BehaviourRow(
                person=person, conversation_id=conversation.id, kind=act, item=item, at=now
            )
        )
    return len(kept)


def forget_old(database: Database, keep: timedelta, now: datetime) -> int:
    """Delete what is older than ``keep``; returns how many acts went."""
    with database.write() as session:
        gone = session.execute(
            delete(BehaviourRow)
            .where(col(BehaviourRow.at) < now - keep)
            .execution_options(synchronize_session=False)
        )
        return int(gone.rowcount)  # type: ignore[attr-defined]


def all_actions(database: Database, articles: dict[str, str], since: datetime) -> list[Action]:
    """What everybody who allowed it did since then, in the order of time.

    What others asked counts too, but nobody's acts with each other. ``articles`` are items by
    address.
    """
    with database.read() as session:
        chosen = {
            row.person: row.at
            for row in session.exec(
                select(SuggestionChoiceRow).where(SuggestionChoiceRow.choice == Choice.PERSONAL)
            )
        }
        found = [*_acts(session, since), *_unlinked(session, articles, since)]
        for conversation in _conversations(session, list(chosen)):
            begin = max(since, chosen[person_of(conversation)])
            found += actions_in(session, conversation, articles, begin)
    return sorted(found, key=lambda each: each.at)


def _unlinked(session: Session, articles: dict[str, str], since: datetime) -> Iterator[Action]:
    """The latest answers to all who did not choose: what is asked often, not who asks what.

    Each is an action of nobody's, so that no two of them can be brought together.
    """
    chosen = set(session.exec(select(SuggestionChoiceRow.person)))
    rows = session.exec(
        select(MessageRow, ConversationRow)
        .join(ConversationRow, col(ConversationRow.id) == MessageRow.conversation_id)
        .where(MessageRow.author == "bot", col(MessageRow.sent_at) >= since)
        .order_by(col(MessageRow.id).desc())
        .limit(MOST_COUNTED)
    )
    for message, conversation in rows:
        if person_of(conversation) not in chosen:
            for item in _answered_with(message.reasons, message.sources, articles):
                yield Action(f"answer {message.id} {item}", item, message.sent_at)


def actions_of(
    session: Session, conversation: ConversationRow, articles: dict[str, str]
) -> list[Action]:
    """What this customer did: in this conversation, and in all where they allowed to keep it."""
    person = person_of(conversation)
    row = session.get(SuggestionChoiceRow, person)
    found = list(actions_in(session, conversation, articles, conversation.created_at))
    if row is not None and row.choice == Choice.PERSONAL:
        found += _acts(session, None, person)
        for other in _conversations(session, [person]):
            if other.id != conversation.id:
                found += actions_in(session, other, articles, row.at)
    return sorted(found, key=lambda each: each.at)


def actions_in(
    session: Session, conversation: ConversationRow, articles: dict[str, str], since: datetime
) -> Iterator[Action]:
    """What was asked in a conversation: by template or by what the answer quotes.

    An answer that did not help is none.
    """
    useless = set(
        session.exec(
            select(FeedbackRow.seq).where(
                FeedbackRow.conversation_id == conversation.id, col(FeedbackRow.helpful).is_(False)
            )
        )
    )
    rows = session.exec(
        select(MessageRow.seq, MessageRow.reasons, MessageRow.sources, MessageRow.sent_at)
        .where(
            MessageRow.conversation_id == conversation.id,
            MessageRow.author == "bot",
            col(MessageRow.sent_at) >= since,
        )
        .order_by(col(MessageRow.seq))
    )
    for seq, reasons, sources, at in rows:
        if seq not in useless:
            for item in _answered_with(reasons, sources, articles):
                yield Action(person_of(conversation), item, at)


def _answered_with(
    reasons: Mapping[str, Any] | None,
    sources: Sequence[Mapping[str, Any]],
    articles: Mapping[str, str],
) -> Iterator[str]:
    template = (reasons or {}).get("template")
    if (reasons or {}).get("kind") == "answer" and template:
        yield template_item(template["id"])
    for source in sources:
        item = articles.get(str(source.get("url") or "").partition("#")[0])
        if item is not None:
            yield item


def skips_of(session: Session, person: str, now: datetime) -> Counter[str]:
    """How often ``person`` was shown an item of late and passed it by."""
    rows = session.exec(
        select(BehaviourRow.item).where(
            BehaviourRow.person == person,
            BehaviourRow.kind == "skipped",
            col(BehaviourRow.at) > now - SKIPS_COUNT_FOR,
        )
    )
    return Counter(rows)


def _acts(session: Session, since: datetime | None, person: str | None = None) -> Iterator[Action]:
    query = select(BehaviourRow).where(BehaviourRow.kind != "skipped")
    if since is not None:
        query = query.where(col(BehaviourRow.at) >= since)
    if person is not None:
        query = query.where(BehaviourRow.person == person)
    for row in session.exec(query):
        yield Action(row.person, row.item, row.at)


def _conversations(session: Session, people: Sequence[str]) -> Iterator[ConversationRow]:
    """The conversations of ``people``, as far as they are theirs for sure."""
    for start in range(0, len(people), BATCH):
        part = people[start : start + BATCH]
        ids = [each.removeprefix(CONVERSATION) for each in part if each.startswith(CONVERSATION)]
        rows = session.exec(
            select(ConversationRow).where(
                col(ConversationRow.id).in_(ids)
                | (col(ConversationRow.customer_key).in_(part) & col(ConversationRow.signed_in))
            )
        ).all()
        yield from (row for row in rows if person_of(row) in part)
