"""A desk at which much has happened: conversations that ended, with all that is kept of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlmodel import col, select

from bot.dialog.why import why
from bot.store import Database
from bot.store.tables import (
    ConversationRow,
    EventRow,
    FeedbackRow,
    IntentRow,
    MessageRow,
    RatingRow,
    ResolutionRow,
    ServiceClockRow,
    TemplateRow,
    TemplateSayingRow,
    TopicRow,
    UserRow,
)

MESSAGES = 8
MATTERS = (
    "Where is my order?", "Return an item", "Warranty claim", "Change the address",
    "Pay by invoice", "Size of a frame", "Battery does not charge", "Cancel an order",
    "Opening hours",
)  # fmt: skip
COLLEAGUES = ("Ada", "Bo", "Chen", "Dia")
REASONS = ("pressed_person", "pressed_person", "nothing_sure", "nothing_near", "unhappy", "slow")
CANDIDATES = [
    {"template": f"t{number}", "title": "A title of usual length", "probability": 0.1,
     "similarity": 0.4, "fuzzy": 0.3, "intent_probability": 0.1, "example": "Where is my order?"}
    for number in range(8)
]  # fmt: skip
Rows = Iterator[tuple[type, dict[str, Any]]]


@dataclass(frozen=True)
class Desk:
    """Who and what conversations are about: ids of intents, templates and users."""

    intents: Sequence[str]
    templates: Sequence[str]
    users: Sequence[str]

    @classmethod
    def over(cls, database: Database, now: datetime) -> Desk:
        """What a database has, with matters and colleagues of its own beside it."""
        intents = [f"matter-{number}" for number in range(len(MATTERS))]
        users = [f"user-{name}" for name in COLLEAGUES]
        with database.write() as session:
            for id, name in zip(intents, MATTERS, strict=True):
                session.add(IntentRow(id=id, name=name, source="test", state="accepted"))
            for id, name in zip(users, COLLEAGUES, strict=True):
                row = UserRow(id=id, email=f"{name}@shop.example", name=name, role="agent",
                              password_hash="", created_at=now)  # fmt: skip
                session.add(row)
            found = session.exec(select(TemplateRow.id).order_by(col(TemplateRow.id)).limit(40))
            templates = list(found)
        return cls(intents, templates or ["t0", "t1", "t2"], users)


def fill(database: Database, desk: Desk, now: datetime, many: int, days: int) -> None:
    """``many`` conversations, spread over the last ``days``."""
    chance = random.Random(7)
    rows: dict[type, list[dict[str, Any]]] = {}
    for number in range(many):
        began = now - timedelta(days=days * chance.random(), minutes=1)
        for table, row in conversation(number, desk, began, now, chance):
            rows.setdefault(table, []).append(row)
    with database.write() as session:
        for table, of_it in rows.items():
            session.execute(insert(table), of_it)


def conversation(
    number: int, desk: Desk, began: datetime, now: datetime, chance: random.Random
) -> Rows:
    """A conversation that the bot or a person settled."""
    id = f"e{number:05}"
    likely = [1 / place for place in range(1, len(desk.intents) + 1)]
    [intent] = chance.choices(desk.intents, likely)
    agent = chance.choice(desk.users) if chance.random() < 0.4 else None
    ended = min(began + timedelta(hours=chance.expovariate(1 / 4)), now)
    yield ConversationRow, {
        "id": id, "channel": chance.choice(["web", "web", "telegram"]), "channel_ref": id,
        "customer": f"Customer {number}", "language": chance.choice(["en", "en", "de", "zh-Hans"]),
        "status": "closed", "next_seq": MESSAGES + 1, "customer_wrote_at": began,
        "created_at": began, "updated_at": ended,
        "dialog": {"memory": {"asked": "where is it? " * 20}},
    }  # fmt: skip
    for seq in range(1, MESSAGES + 1):
        author = "customer" if seq % 2 else "agent" if agent and seq > 4 else "bot"
        at = began + timedelta(seconds=seq)
        yield MessageRow, {
            "conversation_id": id, "seq": seq, "author": author, "text": "about my parcel " * 6,
            "author_id": agent if author == "agent" else None, "sent_at": at,
            "reasons": {"kind": "answer", "candidates": CANDIDATES} if author == "bot" else None,
        }  # fmt: skip
        if author == "bot":
            key = {"conversation_id": id, "seq": seq, "at": at}
            yield TopicRow, {**key, "intent": intent}
            yield (
                TemplateSayingRow,
                {**key, "template_id": chance.choice(desk.templates), "by": "bot"},
            )
    if chance.random() < 0.2:
        helpful = chance.random() < 0.8
        yield FeedbackRow, {"conversation_id": id, "seq": 2, "helpful": helpful, "at": began}
    if agent is not None:
        yield from _handling(id, agent, began, ended, chance)
    yield ResolutionRow, {
        "conversation_id": id, "resolved_by": "person" if agent else "bot", "agent_id": agent,
        "resolved_at": ended, "undone_at": ended if chance.random() < 0.1 else None,
    }  # fmt: skip


def _handling(id: str, agent: str, began: datetime, ended: datetime, chance: random.Random) -> Rows:
    reason = why(chance.choice(REASONS), sentiment="-0.8", floor="-0.5")
    for kind, data in (("hand_off", {"reason": reason}), ("take_over", {"agent": agent})):
        yield EventRow, {"conversation_id": id, "kind": kind, "data": data, "at": began}
    for kind, by, usual in (("first_response", "reply", 600), ("resolution", "closed", 9_000)):
        yield ServiceClockRow, {
            "conversation_id": id, "kind": kind, "started_at": began, "stopped_at": ended,
            "stopped_by": by, "took_seconds": chance.expovariate(1 / usual),
            "target_seconds": usual * 1.5, "reckoned_at": ended,
        }  # fmt: skip
    if chance.random() < 0.5:
        [score] = chance.choices(range(1, 6), [1, 1, 2, 5, 8])
        yield RatingRow, {"conversation_id": id, "score": score, "at": ended}
