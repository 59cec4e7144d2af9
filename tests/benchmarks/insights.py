"""How long the desk's figures take over ten thousand conversations of eight messages.

``python -m tests.benchmarks.insights [DATABASE_URL]`` fills a database (a SQLite file of its own
where none is named; otherwise it must be empty) and prints, for each figure, the median and the
slowest of five in milliseconds, with and without filters.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert

from bot.desk.insight_figures import Named, figure_json
from bot.dialog.why import why
from bot.insights import Figure, Period, Scope, conversations_behind
from bot.insights.figures import Chosen
from bot.services import utc_now
from bot.store import Database
from bot.store.database import sqlite_url
from bot.store.tables import (
    ConversationRow,
    EventRow,
    FeedbackRow,
    MessageRow,
    RatingRow,
    ResolutionRow,
    ServiceClockRow,
    TemplateSayingRow,
    TopicRow,
)

MANY, MESSAGES, DAYS, ROUNDS = 10_000, 8, 90, 5
INTENTS = [f"matter/{number}" for number in range(60)]
CANDIDATES = [
    {"template": f"t{number}", "title": "A title of usual length", "probability": 0.1,
     "similarity": 0.4, "fuzzy": 0.3, "intent_probability": 0.1, "example": "Where is my order?"}
    for number in range(8)
]  # fmt: skip
Rows = Iterator[tuple[type, dict[str, Any]]]


def conversation(number: int, began: datetime, chance: random.Random) -> Rows:
    """A conversation that the bot or a person settled, with all that is kept of it."""
    id, intent = f"c{number:05}", chance.choice(INTENTS)
    to_person = chance.random() < 0.4
    ended = began + timedelta(hours=chance.expovariate(1 / 4))
    yield ConversationRow, {
        "id": id, "channel": chance.choice(["web", "telegram"]), "channel_ref": id,
        "language": chance.choice(["en", "de", "zh-Hans"]), "status": "closed",
        "next_seq": MESSAGES + 1, "customer_wrote_at": began, "created_at": began,
        "updated_at": ended, "dialog": {"memory": {"asked": "where is it? " * 20}},
    }  # fmt: skip
    for seq in range(1, MESSAGES + 1):
        author = "customer" if seq % 2 else "agent" if to_person and seq > 4 else "bot"
        at = began + timedelta(minutes=seq)
        yield MessageRow, {
            "conversation_id": id, "seq": seq, "author": author, "text": "about my parcel " * 6,
            "author_id": f"u{number % 7}" if author == "agent" else None, "sent_at": at,
            "reasons": {"kind": "answer", "candidates": CANDIDATES} if author == "bot" else None,
        }  # fmt: skip
        if author == "bot":
            key = {"conversation_id": id, "seq": seq, "at": at}
            yield TopicRow, {**key, "intent": intent}
            yield TemplateSayingRow, {**key, "template_id": f"t{number % 80}", "by": "bot"}
    if chance.random() < 0.2:
        yield FeedbackRow, {"conversation_id": id, "seq": 2, "helpful": True, "at": began}
    yield from _handling(number, id, began, ended, chance) if to_person else ()
    yield ResolutionRow, {
        "conversation_id": id, "resolved_by": "person" if to_person else "bot",
        "resolved_at": ended, "undone_at": ended if chance.random() < 0.1 else None,
    }  # fmt: skip


def _handling(
    number: int, id: str, began: datetime, ended: datetime, chance: random.Random
) -> Rows:
    key = chance.choice(["asks_person", "nothing_sure", "unhappy", "slow"])
    reason = why(key, sentiment="-0.8", floor="-0.5")
    for kind, data in (
        ("hand_off", {"reason": reason}),
        ("take_over", {"agent": f"u{number % 7}"}),
    ):
        yield EventRow, {"conversation_id": id, "kind": kind, "data": data, "at": began}
    for kind, by in (("first_response", "reply"), ("resolution", "closed")):
        yield ServiceClockRow, {
            "conversation_id": id, "kind": kind, "started_at": began, "stopped_at": ended,
            "stopped_by": by, "took_seconds": chance.expovariate(1 / 600), "target_seconds": 900,
            "reckoned_at": ended,
        }  # fmt: skip
    if chance.random() < 0.5:
        yield RatingRow, {"conversation_id": id, "score": chance.randint(1, 5), "at": ended}


def fill(database: Database, now: datetime) -> None:
    """Ten thousand conversations, spread over the last ninety days."""
    chance = random.Random(7)
    rows: dict[type, list[dict[str, Any]]] = {}
    for number in range(MANY):
        began = now - timedelta(days=DAYS * chance.random(), hours=2)
        for table, row in conversation(number, began, chance):
            rows.setdefault(table, []).append(row)
    with database.write() as session:
        for table, of_it in rows.items():
            session.execute(insert(table), of_it)


def measure(database: Database, now: datetime) -> None:
    """Print what each figure takes."""
    for days in (7, 30, 90):
        period = Period((now - timedelta(days=days - 1)).date(), now.date(), "Europe/Amsterdam")
        for name, scope in (
            (f"{days} days", Scope(period, now)),
            (f"{days} days, filtered", Scope(period, now, channel="web", language="en")),
            (f"{days} days, one intent", Scope(period, now, intents=frozenset(INTENTS[:1]))),
        ):
            for figure in Figure:
                took = [_time(database, figure, scope) for _ in range(ROUNDS)]
                print(f"{name:22} {figure:16} {median(took):6.0f} {max(took):6.0f}")


def _time(database: Database, figure: Figure, scope: Scope) -> float:
    begun = time.perf_counter()
    with database.read() as session:
        figure_json(session, figure, scope, Named.read(session, by_agent=True))
    figured = time.perf_counter()
    with database.read() as session:
        conversations_behind(session, figure, scope, Chosen())
    return 1000 * max(figured - begun, time.perf_counter() - figured)


def main() -> None:
    """Fill and measure."""
    with TemporaryDirectory() as folder:
        url = sys.argv[1] if len(sys.argv) > 1 else sqlite_url(Path(folder) / "frontdesk.db")
        database, now = Database.open(url), utc_now()
        fill(database, now)
        measure(database, now)
        database.close()


if __name__ == "__main__":
    main()
