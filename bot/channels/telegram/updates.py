"""Telegram's updates in the database: stored before they are confirmed, each worked off once.

Payloads stay as Telegram sent them; what they mean is read elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from bot.store import Database
from bot.store.tables import TelegramUpdateRow

COUNTED_FROM = timedelta(days=6)
"""After a week without updates Telegram numbers them anew, at random; older rows say nothing."""


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """An update that waits to be worked off."""

    update_id: int
    payload: dict[str, Any]
    received_at: datetime


def store_updates(
    database: Database, bot_id: str, payloads: Sequence[dict[str, Any]], now: datetime
) -> None:
    """Store a batch in one transaction. What was stored before is only noted as seen again."""
    numbered = {
        each["update_id"]: each for each in payloads if isinstance(each.get("update_id"), int)
    }
    try:
        with database.write() as session:
            _store(session, bot_id, numbered, now)
    except IntegrityError:
        with database.write() as session:
            _store(session, bot_id, numbered, now)


def _store(
    session: Session, bot_id: str, numbered: dict[int, dict[str, Any]], now: datetime
) -> None:
    known = session.exec(
        select(TelegramUpdateRow).where(
            TelegramUpdateRow.bot_id == bot_id, col(TelegramUpdateRow.update_id).in_(numbered)
        )
    ).all()
    for row in known:
        row.received_at = now
        session.add(row)
    for update_id in numbered.keys() - {row.update_id for row in known}:
        payload = numbered[update_id]
        session.add(
            TelegramUpdateRow(bot_id=bot_id, update_id=update_id, payload=payload, received_at=now)
        )


def next_offset(database: Database, bot_id: str, now: datetime) -> int | None:
    """The first update that is not stored yet; None asks for everything Telegram still holds."""
    with database.read() as session:
        newest = session.exec(
            select(func.max(TelegramUpdateRow.update_id)).where(
                TelegramUpdateRow.bot_id == bot_id,
                TelegramUpdateRow.received_at > now - COUNTED_FROM,
            )
        ).one()
    return None if newest is None else newest + 1


def open_updates(database: Database, bot_id: str, limit: int = 100) -> list[StoredUpdate]:
    """Updates that nothing has been made of yet, in Telegram's order."""
    with database.read() as session:
        rows = session.exec(
            select(TelegramUpdateRow)
            .where(TelegramUpdateRow.bot_id == bot_id, col(TelegramUpdateRow.handled_at).is_(None))
            .order_by(col(TelegramUpdateRow.update_id))
            .limit(limit)
        ).all()
        return [StoredUpdate(row.update_id, row.payload, row.received_at) for row in rows]


def handled_among(database: Database, bot_id: str, update_ids: Collection[int]) -> set[int]:
    """Those of ``update_ids`` that are worked off."""
    with database.read() as session:
        return set(
            session.exec(
                select(TelegramUpdateRow.update_id).where(
                    TelegramUpdateRow.bot_id == bot_id,
                    col(TelegramUpdateRow.update_id).in_(update_ids),
                    col(TelegramUpdateRow.handled_at).is_not(None),
                )
            )
        )


def mark_handled(session: Session, bot_id: str, update_id: int, now: datetime) -> bool:
    """Mark an update as worked off, in the caller's transaction; False where it already was."""
    row = session.get(TelegramUpdateRow, (bot_id, update_id), with_for_update=True)
    if row is None or row.handled_at is not None:
        return False
    row.handled_at = now
    session.add(row)
    return True


def set_aside(database: Database, bot_id: str, update_id: int, error: str, now: datetime) -> None:
    """Work an update off without making anything of it, and keep why."""
    with database.write() as session:
        if mark_handled(session, bot_id, update_id, now):
            row = session.get_one(TelegramUpdateRow, (bot_id, update_id))
            row.error = error
            session.add(row)


def chat_of(payload: dict[str, Any]) -> int | None:
    """The group or chat that an update comes from, read as little as needed."""
    query = payload.get("callback_query")
    for holder in (
        payload.get("message"),
        payload.get("edited_message"),
        payload.get("my_chat_member"),
        query.get("message") if isinstance(query, dict) else None,
    ):
        if isinstance(holder, dict) and isinstance(holder.get("chat"), dict):
            number = holder["chat"].get("id")
            return number if isinstance(number, int) else None
    return None
