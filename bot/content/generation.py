"""A counter that rises with every change of what serves, so that other processes notice."""

from __future__ import annotations

from sqlmodel import Session

from bot.store import Database
from bot.store.tables import SettingRow

KEY = "generation"


def raise_generation(session: Session) -> None:
    """Note, in the caller's transaction, that content or release changed."""
    row = session.get(SettingRow, KEY, with_for_update=True)
    if row is None:
        session.add(SettingRow(key=KEY, value="1"))
    else:
        row.value = str(int(row.value) + 1)
        session.add(row)


def generation(database: Database) -> int:
    """The counter now; 0 in a new home."""
    with database.read() as session:
        row = session.get(SettingRow, KEY)
        return int(row.value) if row else 0
