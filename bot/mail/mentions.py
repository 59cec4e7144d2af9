"""Colleagues whom a note calls by name, by mail, where they have not looked for two minutes.

One mail for each conversation until they have looked: whoever opens it sees all that called them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.conversations.rounds import left_if_it_fails
from bot.mail.letters import Correspondence, mention_letter
from bot.mail.outbox import enqueue
from bot.mail_address import is_mail_address
from bot.store import Database
from bot.store.tables import MailRow, MentionRow, MessageRow, UserRow

LOOKS_WITHIN: Final = timedelta(minutes=2)
TOO_OLD: Final = timedelta(days=1)
"""Older calls are no news any more, as after mail was set up or a server stood still."""
UNREACHABLE: Final = ".invalid"
"""What the addresses end with of those who are known from Telegram alone."""
Called = tuple[str, int, str]
"""Conversation, note and user."""


def write_mentions(database: Database, by: Correspondence, now: datetime) -> int:
    """Write a mail to everybody whom a note called two minutes ago and who has not looked."""
    with database.read() as session:
        called = _unseen(session, now)
    written = 0
    for conversation, seq, user in called:
        piece = f"the mail to {user} about the note {seq} of conversation {conversation}"
        with left_if_it_fails(piece), database.write() as session:
            written += _write(session, (conversation, seq, user), by, now)
    return written


def _unseen(session: Session, now: datetime) -> Sequence[Called]:
    """Of each person in each conversation the first call that they have not seen, unless mailed."""
    row = MentionRow
    first = (
        select(row.conversation_id, func.min(row.seq), row.user_id)
        .where(col(row.seen_at).is_(None), col(row.at) > now - TOO_OLD)
        .group_by(col(row.conversation_id), col(row.user_id))
        .having(func.min(row.at) <= now - LOOKS_WITHIN)
    )
    found = [(conversation, seq, user) for conversation, seq, user in session.exec(first)]
    keys = [_key(each) for each in found]
    mailed = set(session.exec(select(MailRow.key).where(col(MailRow.key).in_(keys))))
    return [each for each in found if _key(each) not in mailed]


def _write(session: Session, called: Called, by: Correspondence, now: datetime) -> bool:
    conversation, seq, user = called
    mention = session.get(MentionRow, called)
    person = session.get_one(UserRow, user)
    reachable = is_mail_address(person.email) and not person.email.endswith(UNREACHABLE)
    if mention is None or mention.seen_at is not None or not reachable:
        return False
    author = session.exec(
        select(MessageRow.name).where(
            MessageRow.conversation_id == conversation, MessageRow.seq == seq
        )
    ).first()
    letter = mention_letter(person.email, by, author or by.file.company, conversation)
    enqueue(session, _key(called), "mention", letter, now, conversation_id=conversation)
    return True


def _key(called: Called) -> str:
    conversation, seq, user = called
    return f"mention:{conversation}:{seq}:{user}"
