"""Files whose bytes a channel still has: which are due to be fetched, and what became of each.

What cannot be had ends with a sentence to the customer, unless a person has the conversation, who
sees it at the desk. Fetches nothing itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import IO, Final

from sqlmodel import Session, col, select

from bot.content.attachments import AttachmentLimits, check_quota, taken_kind
from bot.content.file_bytes import FileBytes
from bot.conversations.posting import Post, allot_seq, post
from bot.dialog import Status, bot_may_speak
from bot.dialog.phrases import phrase
from bot.store import Database
from bot.store.tables import AttachmentRow, ConversationRow

FIRST_WAIT: Final = timedelta(seconds=5)
LONGEST_WAIT: Final = timedelta(minutes=30)
MOST_ATTEMPTS: Final = 10


class Problem(StrEnum):
    """Why a file will not come; also the sentence ``file_…`` that says so."""

    TOO_LARGE = "too_large"
    REFUSED = "refused"
    TOO_MANY = "too_many"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class Expected:
    """A file to fetch. ``source`` is the channel's name for it, ``size`` what it claimed."""

    id: str
    conversation_id: str
    source: str
    declared: str
    size: int
    attempts: int


def due(database: Database, channel: str, now: datetime, limit: int = 4) -> list[Expected]:
    """The files of ``channel`` whose time has come, those that waited longest first."""
    with database.read() as session:
        rows = session.exec(
            select(AttachmentRow)
            .join(ConversationRow, col(ConversationRow.id) == AttachmentRow.conversation_id)
            .where(
                ConversationRow.channel == channel,
                AttachmentRow.state == "expected",
                col(AttachmentRow.try_after) <= now,
            )
            .order_by(col(AttachmentRow.try_after), col(AttachmentRow.id))
            .limit(limit)
        )
        return [_expected(row) for row in rows]


def fill(
    database: Database,
    files: FileBytes,
    expected: Expected,
    source: IO[bytes],
    limits: AttachmentLimits,
    now: datetime,
) -> None:
    """The bytes have come: keep them.

    Raises:
        AttachmentError: they are empty, of a kind that is not taken, or too many for a day.
        FileTooLargeError: there are more of them than the limit.
        NoRoomError: the disk is full.
    """
    with files.receive(source, limits.max_bytes) as received:
        media_type = taken_kind(received, expected.declared, limits)
        with database.write() as session:
            row = _still_expected(session, expected)
            if row is None:
                return
            row.size, row.sha256, row.media_type = received.size, received.sha256, media_type
            row.state, row.try_after = "stored", None
            session.add(row)
            session.flush()
            check_quota(session, row.conversation_id, limits, now)
            files.put(received)


def postpone(database: Database, expected: Expected, now: datetime) -> bool:
    """Try again later, each time after twice the wait; False where it was tried often enough."""
    attempts = expected.attempts + 1
    if attempts >= MOST_ATTEMPTS:
        return False
    with database.write() as session:
        row = _still_expected(session, expected)
        if row is not None:
            row.attempts = attempts
            row.try_after = now + min(FIRST_WAIT * 2**expected.attempts, LONGEST_WAIT)
            session.add(row)
    return True


def give_up(database: Database, expected: Expected, problem: Problem, now: datetime) -> None:
    """The file will not come: say so."""
    with database.write() as session:
        row = _still_expected(session, expected)
        if row is None:
            return
        row.state, row.problem, row.try_after = "failed", problem.value, None
        session.add(row)
        conversation = session.get_one(ConversationRow, row.conversation_id)
        if bot_may_speak(Status(conversation.status)) and conversation.banned_at is None:
            seq = allot_seq(session, conversation.id, now)
            text = phrase(f"file_{problem.value}", conversation.language, name=row.name)
            post(session, conversation, seq, Post("system", text), now)


def _expected(row: AttachmentRow) -> Expected:
    source = row.source or ""
    return Expected(row.id, row.conversation_id, source, row.media_type, row.size, row.attempts)


def _still_expected(session: Session, expected: Expected) -> AttachmentRow | None:
    row = session.get(AttachmentRow, expected.id, populate_existing=True)
    return row if row is not None and row.state == "expected" else None
