"""What the team has to hear of, by mail: seldom, and many of a kind in one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.dialog import Status
from bot.mail.letters import Correspondence, notice_letter
from bot.mail.outbox import enqueue
from bot.store import Database
from bot.store.tables import ConversationRow, MailRow, NoticeRow

WAITS = ("waiting_outside_hours", "nobody_looked", "unattended_urgent", "no_agent")
"""The kinds that are about somebody who waits."""
TOO_OLD = timedelta(days=1)
"""Older notices are no news any more, as after mail was set up or a server stood still."""


def write_notices(database: Database, by: Correspondence, now: datetime) -> int:
    """Write mails about what nobody was told yet, one for each kind and address; how many.

    A kind that was mailed a moment ago waits, and goes with whatever comes meanwhile.
    """
    with database.read() as session:
        if not _untold(session, now):
            return 0
    written = 0
    with database.write() as session:
        for kind, group in groupby(_untold(session, now), key=lambda notice: notice.kind):
            if not _mailed_lately(session, kind, by, now):
                current = [notice for notice in group if not _settled(session, notice, now)]
                written += _write(session, kind, current, by, now) if current else 0
    return written


def _settled(session: Session, notice: NoticeRow, now: datetime) -> bool:
    """Whether the notice has come to nothing before it was mailed; it is put away then."""
    if notice.kind not in WAITS:
        return False
    row = session.get_one(ConversationRow, notice.conversation_id)
    if row.status == Status.WAITING:
        return False
    notice.delivered_at = now
    session.add(notice)
    return True


def _write(
    session: Session, kind: str, notices: Sequence[NoticeRow], by: Correspondence, now: datetime
) -> int:
    for to in by.file.notify.emails:
        key = f"notice:{kind}:{notices[0].id}-{notices[-1].id}:{to}"
        enqueue(session, key, _mail_kind(kind), notice_letter(to, by, notices), now)
    for notice in notices:
        notice.delivered_at = now
        session.add(notice)
    return len(by.file.notify.emails)


def _untold(session: Session, now: datetime) -> Sequence[NoticeRow]:
    return session.exec(
        select(NoticeRow)
        .where(col(NoticeRow.delivered_at).is_(None), NoticeRow.created_at > now - TOO_OLD)
        .order_by(col(NoticeRow.kind), col(NoticeRow.id))
    ).all()


def _mailed_lately(session: Session, kind: str, by: Correspondence, now: datetime) -> bool:
    last = session.exec(
        select(func.max(MailRow.created_at)).where(MailRow.kind == _mail_kind(kind))
    ).one()
    return last is not None and last > now - timedelta(minutes=by.file.notify.every_minutes)


def _mail_kind(kind: str) -> str:
    return f"notice:{kind}"
