"""Whether a home holds the sample company, whose words are nobody's own."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot.store import Database
from bot.store.tables import SettingRow

KEY: Final = "demo_prepared"


def mark_as_sample(database: Database, now: datetime) -> None:
    """Note that the sample company is complete here."""
    with database.write() as session:
        session.merge(SettingRow(key=KEY, value=now.isoformat()))


def is_sample(database: Database) -> bool:
    """Whether the sample company was brought in here, to its end."""
    with database.read() as session:
        return session.get(SettingRow, KEY) is not None
