"""How long the desk's figures take over ten thousand conversations of eight messages.

``python -m tests.benchmarks.insights [DATABASE_URL]`` fills a database (a SQLite file of its own
where none is named; otherwise it must be empty) and prints, for each figure, the median and the
slowest of five in milliseconds of this process's own time, with and without filters.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bot.desk.insight_figures import Named, figure_json
from bot.insights import Chosen, Figure, Period, Scope, conversations_behind
from bot.services import utc_now
from bot.store import Database
from bot.store.database import sqlite_url
from tests.eventful import Desk, fill

MANY, DAYS, ROUNDS = 10_000, 90, 5
DESK = Desk(
    [f"matter/{number}" for number in range(60)],
    [f"t{number}" for number in range(80)],
    [f"u{number}" for number in range(7)],
)


def measure(database: Database, now: datetime) -> None:
    """Print what each figure takes."""
    for days in (7, 30, 90):
        period = Period((now - timedelta(days=days - 1)).date(), now.date(), "Europe/Amsterdam")
        for name, scope in (
            (f"{days} days", Scope(period, now)),
            (f"{days} days, filtered", Scope(period, now, channel="web", language="en")),
            (f"{days} days, one intent", Scope(period, now, intents=frozenset(DESK.intents[:1]))),
        ):
            for figure in Figure:
                took = [_time(database, figure, scope) for _ in range(ROUNDS)]
                print(f"{name:22} {figure:16} {median(took):6.0f} {max(took):6.0f}")


def _time(database: Database, figure: Figure, scope: Scope) -> float:
    begun = time.process_time()
    with database.read() as session:
        figure_json(session, figure, scope, Named.read(session, by_agent=True))
    figured = time.process_time()
    with database.read() as session:
        conversations_behind(session, figure, scope, Chosen())
    return 1000 * max(figured - begun, time.process_time() - figured)


def main() -> None:
    """Fill and measure."""
    with TemporaryDirectory() as folder:
        url = sys.argv[1] if len(sys.argv) > 1 else sqlite_url(Path(folder) / "frontdesk.db")
        database, now = Database.open(url), utc_now()
        fill(database, DESK, now, MANY, DAYS)
        measure(database, now)
        database.close()


if __name__ == "__main__":
    main()
