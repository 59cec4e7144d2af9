"""Who a customer is, as far as their conversations tell: history, details, moods, what they read.

Only conversations that surely are the same person's are put together (``brief.py`` says when).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlmodel import Session, col, select

from bot.conversations.customers import is_vouched_for
from bot.conversations.errors import UnknownConversationError
from bot.conversations.serialised import state_from_json
from bot.desk.brief import Earlier, earlier_of, same_person
from bot.recommending.choice import person_of
from bot.recommending.items import items_of
from bot.store import Database
from bot.store.tables import BehaviourRow, ConversationRow, MessageRow

CONVERSATIONS: Final = 50
MOODS: Final = 40
READ: Final = 20


@dataclass(frozen=True, slots=True)
class Mood:
    """How a message sounded, from -1 to 1."""

    at: datetime
    conversation: str
    value: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A page that was opened, or that an answer quoted (``how``: read, clicked, quoted)."""

    title: str
    url: str | None
    how: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """``details`` are the latest told of each kind; ``moods`` in the order of time."""

    name: str | None
    email: str | None
    signed_in: bool
    since: datetime
    languages: tuple[str, ...]
    channels: tuple[str, ...]
    details: Mapping[str, str]
    conversations: tuple[Earlier, ...]
    moods: tuple[Mood, ...]
    read: tuple[Reading, ...]


def customer_page(
    database: Database, conversation_id: str, mood: Callable[[str], float | None], now: datetime
) -> CustomerPage:
    """The page at ``now`` of the customer of a conversation; ``mood`` tells how a text sounds.

    Raises:
        UnknownConversationError: there is none with this id.
    """
    with database.read() as session:
        conversation = session.get(ConversationRow, conversation_id)
        if conversation is None:
            raise UnknownConversationError
        all_of_them = _conversations(session, conversation)
        said = _said(session, all_of_them)
        read = _read(session, conversation, all_of_them)
        details: dict[str, str] = {}
        for row in reversed(all_of_them):
            details |= state_from_json(row.dialog).given
        page = CustomerPage(
            name=conversation.customer,
            email=conversation.customer_email or details.get("email"),
            signed_in=is_vouched_for(conversation, now),
            since=min(row.created_at for row in all_of_them),
            languages=_known(row.language for row in all_of_them),
            channels=_known(row.channel for row in all_of_them),
            details=details,
            conversations=tuple(earlier_of(session, row) for row in all_of_them),
            moods=(),
            read=tuple(_with_titles(database, read)),
        )
    found = ((at, id, mood(text)) for at, id, text in said)
    moods = tuple(Mood(at, id, round(value, 3)) for at, id, value in found if value is not None)
    return replace(page, moods=moods)


def _conversations(session: Session, conversation: ConversationRow) -> list[ConversationRow]:
    """This one and all others of the same person, the latest first."""
    same = same_person(conversation)
    if same is None:
        return [conversation]
    latest = col(ConversationRow.updated_at).desc()
    rows = session.exec(select(ConversationRow).where(same).order_by(latest).limit(CONVERSATIONS))
    found = list(rows)
    return found if conversation in found else [conversation, *found]


def _said(
    session: Session, conversations: Sequence[ConversationRow]
) -> list[tuple[datetime, str, str]]:
    """The customer's last messages, in the order of time."""
    ids = [row.id for row in conversations]
    rows = session.exec(
        select(MessageRow.sent_at, MessageRow.conversation_id, MessageRow.text)
        .where(col(MessageRow.conversation_id).in_(ids), MessageRow.author == "customer")
        .where(MessageRow.text != "")
        .order_by(col(MessageRow.sent_at).desc())
        .limit(MOODS)
    ).all()
    return list(reversed(rows))


def _read(
    session: Session, conversation: ConversationRow, conversations: Sequence[ConversationRow]
) -> list[Reading]:
    """What they opened, as far as they allowed to keep it, and what answers quoted to them."""
    acts = session.exec(
        select(BehaviourRow)
        .where(BehaviourRow.person == person_of(conversation), BehaviourRow.kind != "skipped")
        .order_by(col(BehaviourRow.at).desc())
        .limit(READ)
    )
    found = [Reading(each.item, None, each.kind, each.at) for each in acts]
    ids = [row.id for row in conversations]
    replies = session.exec(
        select(MessageRow.sources, MessageRow.sent_at)
        .where(col(MessageRow.conversation_id).in_(ids), MessageRow.author == "bot")
        .order_by(col(MessageRow.sent_at).desc())
        .limit(5 * READ)
    )
    for sources, at in replies:
        found += [Reading(str(each["title"]), each.get("url"), "quoted", at) for each in sources]
    found.sort(key=lambda each: each.at, reverse=True)
    once = {(each.title, each.how): each for each in reversed(found)}
    return sorted(once.values(), key=lambda each: each.at, reverse=True)[:READ]


def _with_titles(database: Database, read: Sequence[Reading]) -> list[Reading]:
    """Acts name items by id; those that are gone are left out."""
    if all(each.how == "quoted" for each in read):
        return list(read)
    items, found = items_of(database), []
    for each in read:
        item = items.get(each.title)
        if each.how == "quoted":
            found.append(each)
        elif item is not None:
            title = next(iter(item.titles.values()), each.title)
            found.append(replace(each, title=title, url=item.url))
    return found


def _known(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in values if each))
