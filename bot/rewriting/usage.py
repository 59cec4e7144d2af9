"""What the generative endpoint was asked and what that cost, by calendar month.

Kept in the database, so that a restart forgets nothing and all processes share one limit.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from bot.store import Database
from bot.store.tables import SettingRow

_KEY = "generator-usage"


@dataclass(frozen=True, slots=True)
class Usage:
    """``turned_down`` rewritings were not faithful; ``failed`` calls brought none.

    ``cost`` is in the currency of the configured prices.
    """

    requests: int = 0
    failed: int = 0
    turned_down: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float = 0.0

    def plus(self, other: Usage) -> Usage:
        """Both together."""
        more = asdict(other)
        return replace(self, **{name: value + more[name] for name, value in asdict(self).items()})


def usage_of_month(database: Database, now: datetime) -> Usage:
    """What was used in the month of ``now``."""
    with database.read() as session:
        row = session.get(SettingRow, _key(now))
    return _usage(row)


def add_usage(database: Database, now: datetime, more: Usage) -> None:
    """Count ``more`` to the month of ``now``."""
    with database.write() as session:
        row = session.get(SettingRow, _key(now)) or SettingRow(key=_key(now), value="")
        row.value = json.dumps(asdict(_usage(row).plus(more)))
        session.add(row)


def _usage(row: SettingRow | None) -> Usage:
    return Usage(**json.loads(row.value)) if row and row.value else Usage()


def _key(now: datetime) -> str:
    return f"{_KEY}:{now:%Y-%m}"
