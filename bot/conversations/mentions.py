"""Whom a note calls by name ("@Ada"), and whether they have seen it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.store import Database
from bot.store.tables import MentionRow, UserRow


def note_mentions(
    session: Session, conversation_id: str, seq: int, text: str, author: str, now: datetime
) -> list[str]:
    """Keep whom the note ``seq`` mentions, but for its author; returns their ids."""
    others = select(UserRow).where(UserRow.id != author, col(UserRow.deactivated_at).is_(None))
    people = session.exec(others).all()
    named = mentioned_in(text, {each.id: each.name for each in people})
    for user in named:
        session.add(MentionRow(conversation_id=conversation_id, seq=seq, user_id=user, at=now))
    return named


def mentioned_in(text: str, names: Mapping[str, str]) -> list[str]:
    """The ids whose names stand in ``text`` behind an @. "@Ann Lee" does not call Ann, too."""
    rest, found = text.casefold(), []
    for id, name in sorted(names.items(), key=lambda each: (-len(each[1]), each[0])):
        called = re.compile(rf"@{re.escape(name.casefold())}(?!\w)")
        if name.strip() and called.search(rest):
            found.append(id)
            if list(names.values()).count(name) == 1:
                rest = called.sub(" ", rest)
    return found


def see_mentions(database: Database, conversation_id: str, user: str, now: datetime) -> bool:
    """``user`` looks at the conversation; returns whether a note had called them."""
    unseen = (
        (col(MentionRow.conversation_id) == conversation_id)
        & (col(MentionRow.user_id) == user)
        & col(MentionRow.seen_at).is_(None)
    )
    with database.read() as session:
        if session.exec(select(MentionRow.seq).where(unseen)).first() is None:
            return False
    with database.write() as session:
        session.execute(update(MentionRow).where(unseen).values(seen_at=now))
    return True
