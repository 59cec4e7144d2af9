"""A counter that rises with every change of what serves, so that other processes notice."""

from __future__ import annotations

from sqlmodel import Session

from bot.store import Database
from bot.store.tables import SettingRow

KEY = "generation"


def raise_generation(session: Session) -> int:
    """Note, in the caller's transaction, that content or release changed; the new generation."""
    row = session.get(SettingRow, KEY, with_for_update=True)
    if row is None:
        row = SettingRow(key=KEY, value="0")
    row.value = str(int(row.value) + 1)
    session.add(row)
    return int(row.value)


def generation(database: Database) -> int:
    """The counter now; 0 in a new home."""
    with database.read() as session:
        row = session.get(SettingRow, KEY)
        return int(row.value) if row else 0
