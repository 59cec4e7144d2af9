"""The mails on their way out: written with what causes them, claimed once, settled once.

A mail whose messages were read in the meantime, or whose customer was banned, is cancelled by the
very update that would claim it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, update
from sqlmodel import Session, col, select

from bot.conversations.outbox import Delivered, NotSent, Refused, Settlement, Uncertain
from bot.store import Database
from bot.store.tables import ConversationRow, MailRow

AT_ONCE = 50
TO_CUSTOMER = "answer"
"""The kind of mails that customers get; the others are for the team."""
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Letter:
    """What one mail says, to whom. Nothing in ``to`` and ``subject`` breaks a line."""

    to: str
    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Mail:
    """A claimed mail. ``attempt`` counts from 1."""

    id: int
    key: str
    kind: str
    letter: Letter
    created_at: datetime
    attempt: int
    conversation_id: str | None


def enqueue(
    session: Session,
    key: str,
    kind: str,
    letter: Letter,
    now: datetime,
    *,
    conversation_id: str | None = None,
    last_seq: int | None = None,
) -> None:
    """Write a mail in the caller's transaction; nothing happens where ``key`` was used before."""
    if session.exec(select(MailRow.id).where(MailRow.key == key)).first() is not None:
        return
    session.add(
        MailRow(
            key=key,
            kind=kind,
            to=letter.to,
            subject=letter.subject,
            text=letter.text,
            html=letter.html,
            conversation_id=conversation_id,
            last_seq=last_seq,
            created_at=now,
            updated_at=now,
        )
    )


def due(database: Database, now: datetime) -> list[int]:
    """The mails whose time has come, oldest first."""
    with database.read() as session:
        rows = session.exec(
            select(MailRow.id).where(_is_due(now)).order_by(col(MailRow.id)).limit(AT_ONCE)
        )
        return [mail_id for mail_id in rows if mail_id is not None]


def claim(database: Database, mail_id: int, now: datetime) -> Mail | None:
    """Take the mail for sending; None where it must not (or not yet) be sent."""
    this = and_(col(MailRow.id) == mail_id, _is_due(now))
    with database.write() as session:
        _change(session, and_(this, _is_unwanted()), status="cancelled", updated_at=now)
        claimed = _change(
            session, this, status="sending", attempts=MailRow.attempts + 1, updated_at=now
        )
        if not claimed:
            return None
        return _as_mail(session.get_one(MailRow, mail_id, populate_existing=True))


def settle(database: Database, mail_id: int, settlement: Settlement, now: datetime) -> None:
    """Write down what became of a claimed mail."""
    values: dict[str, Any]
    match settlement:
        case Delivered():
            values = {"status": "sent", "error": None}
        case NotSent(reason, not_before):
            values = {"status": "pending", "not_before": not_before, "error": reason}
        case Uncertain(reason):
            values = {"status": "unknown", "error": reason}
        case Refused(reason):
            values = {"status": "failed", "error": reason}
    with database.write() as session:
        claimed = and_(col(MailRow.id) == mail_id, col(MailRow.status) == "sending")
        _change(session, claimed, updated_at=now, **values)


def send_again(database: Database, mail_id: int, now: datetime) -> bool:
    """Somebody decides that a mail that failed, or may have arrived, goes out once more.

    False where there is no such mail.
    """
    parked = and_(col(MailRow.id) == mail_id, col(MailRow.status).in_(("failed", "unknown")))
    with database.write() as session:
        values = {"status": "pending", "not_before": None, "created_at": now, "updated_at": now}
        return _change(session, parked, **values) == 1


def abandon_interrupted(database: Database, now: datetime) -> None:
    """Mails that a dead process left in flight become ``unknown``; for the one who sends them."""
    with database.write() as session:
        _change(
            session,
            col(MailRow.status) == "sending",
            status="unknown",
            error="The server ended while this was being handed over.",
            updated_at=now,
        )


def counts(session: Session) -> dict[str, int]:
    """How many mails there are, by status."""
    rows = session.exec(select(MailRow.status, func.count()).group_by(MailRow.status))
    return dict(rows.all())


def _is_due(now: datetime) -> ColumnElement[bool]:
    """Whether its time has come; a row of the future shows that the clock was put back."""
    moment, put_back = col(MailRow.not_before), col(MailRow.updated_at) > now + MINUTE
    return and_(col(MailRow.status) == "pending", or_(moment.is_(None), moment <= now, put_back))


def _is_unwanted() -> ColumnElement[bool]:
    """Whether what it says to a customer was read, or that customer is banned."""
    read = col(ConversationRow.read_seq) >= MailRow.last_seq
    return exists().where(
        col(MailRow.kind) == TO_CUSTOMER,
        col(ConversationRow.id) == MailRow.conversation_id,
        or_(read, col(ConversationRow.banned_at).is_not(None)),
    )


def _change(session: Session, which: ColumnElement[bool], **values: Any) -> int:
    statement = update(MailRow).where(which).values(**values)
    changed = session.execute(statement.execution_options(synchronize_session=False))
    return int(changed.rowcount)  # type: ignore[attr-defined]


def _as_mail(row: MailRow) -> Mail:
    assert row.id is not None
    letter = Letter(row.to, row.subject, row.text, row.html)
    return Mail(
        row.id, row.key, row.kind, letter, row.created_at, row.attempts, row.conversation_id
    )
