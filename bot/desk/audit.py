"""Who changed what about people and settings: entries are added, and never changed.

Whoever records an entry leaves secrets and customers' data out of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlmodel import Session, col, select

from bot.desk.users import User
from bot.store import Database, Note
from bot.store.tables import AuditRow

PAGE: Final = 50
LABELLED: Final = "question.labelled"


@dataclass(frozen=True, slots=True)
class Author:
    """Whose change it is; nobody's id is where somebody at the machine itself did it."""

    id: str | None
    name: str

    @classmethod
    def of(cls, user: User) -> Author:
        """Somebody who is signed in."""
        return cls(user.id, user.name)


TERMINAL: Final = Author(None, "command line")


def record(
    session: Session,
    author: Author,
    act: str,
    subject: str,
    now: datetime,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Note a change in the transaction that makes it."""
    row = AuditRow(
        at=now,
        user_id=author.id,
        name=author.name,
        act=act,
        subject=subject,
        before=_json(before or {}),
        after=_json(after or {}),
    )
    session.add(row)


def noting(author: Author, act: str, subject: str, now: datetime, **after: Any) -> Note:
    """Notes an act in whichever transaction carries it out."""

    def note(session: Session) -> None:
        record(session, author, act, subject, now, after=after)

    return note


def audit_page(database: Database, before: int | None) -> list[dict[str, Any]]:
    """A page of entries, the latest first; ``before`` is the last id of the page above."""
    statement = select(AuditRow).order_by(col(AuditRow.id).desc()).limit(PAGE)
    if before is not None:
        statement = statement.where(col(AuditRow.id) < before)
    with database.read() as session:
        return [
            {
                "id": row.id,
                "at": row.at.isoformat(),
                "user": row.user_id,
                "name": row.name,
                "act": row.act,
                "subject": row.subject,
                "before": row.before,
                "after": row.after,
            }
            for row in session.exec(statement)
        ]


def _json(value: Any) -> Any:
    """As JSON can hold it: days and moments as texts."""
    if isinstance(value, Mapping):
        return {str(key): _json(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
