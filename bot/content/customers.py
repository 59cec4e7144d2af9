"""Who a customer is whom somebody names: by e-mail address, id, name, or pseudonym.

Finds the person of imported conversations and the live conversations that are theirs. Whom a name
could mean several people is not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlmodel import Session, col, func, or_, select

from bot.content.people import People
from bot.store.tables import ConversationRow, TranscriptRow
from knowledge import Redactor
from knowledge.redaction import ANY_SOURCE, Identity, IdentityKind, read_identities

CHANNELS = ("web:", "telegram:")
_PSEUDONYM = re.compile(r"customer-[0-9a-f]{12}")


class AmbiguousCustomerError(Exception):
    """Several people are called so."""

    def __init__(self, text: str, people: Iterable[str]) -> None:
        listed = ", ".join(sorted(people))
        super().__init__(f"{text!r} may be any of several people; name one of: {listed}")


@dataclass(frozen=True, slots=True)
class FoundCustomer:
    """A customer. ``persons`` are the pseudonyms of imports, ``conversations`` the live ones' ids.

    ``identities`` are those by which they were named, and those that live conversations tell.
    """

    persons: frozenset[str]
    conversations: frozenset[str]
    identities: tuple[Identity, ...]


def find_customer(session: Session, key: bytes, text: str) -> FoundCustomer:
    """Whom ``text`` names; nobody known, perhaps, but never several.

    Raises:
        AmbiguousCustomerError: it names more than one person.
    """
    people = People(session, key)
    sources = people.sources()
    live = _live(session, text)
    identities = {*_typed(people, text), *(each for row in live for each in _told(row))}
    persons = _persons(session, people, key, text, identities)
    labels = {row.customer_key or f"conversation {row.id}" for row in live}
    if len(persons) > 1 or (len(labels) > 1 and not _is_one(live, text)):
        raise AmbiguousCustomerError(text, {*persons, *labels})
    if persons or live:
        identities = {each for each in identities if each.source not in (ANY_SOURCE, *sources)}
    ids = frozenset(row.id for row in live)
    return FoundCustomer(frozenset(persons), ids, tuple(sorted(identities, key=str)))


def _typed(people: People, text: str) -> set[Identity]:
    """What somebody may have meant: an id is looked for in every known system."""
    found = set(read_identities(text, ANY_SOURCE))
    source, colon, value = text.partition(":")
    if colon and source in people.sources():
        return {Identity(IdentityKind.ID, value, source)}
    if colon:
        found.add(Identity(IdentityKind.ID, value, source))
    if text.islower():
        found |= {each for each in read_identities(text.title(), "") if not each.is_sure}
    return found | _in_all_sources(people, found)


def _told(row: ConversationRow) -> set[Identity]:
    found = set(read_identities(row.customer_email or "", ""))
    for channel in CHANNELS:
        if row.customer_key and row.customer_key.startswith(channel):
            value = row.customer_key.removeprefix(channel)
            found.add(Identity(IdentityKind.ID, value, channel.rstrip(":")))
    return found


def _in_all_sources(people: People, identities: set[Identity]) -> set[Identity]:
    return {
        replace(each, source=source)
        for each in identities
        if each.source == ANY_SOURCE
        for source in people.sources()
    }


def _persons(
    session: Session, people: People, key: bytes, text: str, identities: Iterable[Identity]
) -> set[str]:
    found = {person for each in identities for person in people.persons(each)}
    earlier = text if _PSEUDONYM.fullmatch(text) else Redactor(key=key).pseudonym("customer", text)
    known = select(TranscriptRow.key).where(TranscriptRow.customer == earlier).limit(1)
    if session.exec(known).first() is not None:
        found.add(earlier)
    return found


def _live(session: Session, text: str) -> list[ConversationRow]:
    """The live conversations of whom ``text`` names, and all others of the same people."""
    conversation_id = text.removeprefix("conversation ")
    named = session.exec(
        select(ConversationRow).where(
            or_(
                col(ConversationRow.customer_key).in_([text, *(c + text for c in CHANNELS)]),
                func.lower(ConversationRow.customer_email) == text.lower(),
                ConversationRow.customer == text,
                ConversationRow.id == conversation_id,
            )
        )
    ).all()
    keys = {row.customer_key for row in named if row.customer_key}
    emails = {row.customer_email.lower() for row in named if row.customer_email}
    same = session.exec(
        select(ConversationRow).where(
            or_(
                col(ConversationRow.customer_key).in_(keys),
                func.lower(ConversationRow.customer_email).in_(emails),
            )
        )
    ).all()
    return list({row.id: row for row in (*named, *same)}.values())


def _is_one(live: list[ConversationRow], text: str) -> bool:
    """Whether live conversations under several labels are one person's all the same.

    They are where an e-mail address joins them; not where only a name does, or an id that two
    channels have given.
    """
    if any((row.customer_email or "").lower() == text.lower() for row in live):
        return True
    keys = {row.customer_key for row in live if row.customer_key}
    named = {key for key in keys if text in (key, key.partition(":")[2])}
    return len(named) == 1
