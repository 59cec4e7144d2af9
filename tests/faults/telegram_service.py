"""A Bot API that misbehaves as the real one may, and what a server in front of it has to show.

Batches come shuffled, updates twice, confirmed ones again. What is counted here is read from the
database and from what arrived in the chats, past the product.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fakes.bot_api import TOKEN, BotApi, Refusal

from faults.findings import Figure, all_of, none_of
from faults.place import rows

AGAIN_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Attempt:
    """A ``sendMessage`` that came in, and how it was answered; None is as it should be."""

    chat: int
    at: float
    refusal: Refusal | None


@dataclass
class UnreliableBotApi(BotApi):
    """``mishap`` decides how the next message to a chat is answered; ``untidy`` mixes batches."""

    mishap: Callable[[int], Refusal | None] = lambda chat: None
    untidy: random.Random | None = None
    attempts: list[Attempt] = field(default_factory=list)
    _shown: list[dict[str, Any]] = field(default_factory=list)

    def update(self, update_id: int) -> dict[str, Any]:
        """An update that was queued."""
        return self._updates[update_id]

    def take(self, offset: int) -> list[dict[str, Any]]:
        batch = super().take(offset)
        if self.untidy is None or not batch:
            return batch
        old = self.untidy.sample(self._shown, k=min(3, len(self._shown)))
        self._shown += batch
        twice = [each for each in batch if self.untidy.random() < AGAIN_SHARE]
        mixed = [*batch, *twice, *old]
        self.untidy.shuffle(mixed)
        return mixed

    def refusal(self, chat: int) -> Refusal | None:
        refusal = super().refusal(chat) or self.mishap(chat)
        self.attempts.append(Attempt(chat, time.monotonic(), refusal))
        return refusal


def environment_of(api: BotApi, **more: str) -> dict[str, str]:
    """The variables of a server that speaks to ``api``."""
    return {"FRONTDESK_TELEGRAM_TOKEN": TOKEN, "FRONTDESK_TELEGRAM_API_URL": api.url, **more}


MESSAGES = """
    SELECT c.channel_ref AS chat, m.* FROM message m JOIN conversation c ON c.id = m.conversation_id
    ORDER BY m.conversation_id, m.seq
"""
OUTBOX = "SELECT * FROM outbox ORDER BY conversation_id, seq, part"


def inbound_kept(home: Path, said: dict[int, list[str]]) -> tuple[Figure, ...]:
    """Whether every chat's messages stand there once, in the order they were written, answered."""
    stored: dict[int, list[str]] = {chat: [] for chat in said}
    waiting, answered, numbers = [], [], []
    for row in rows(home, MESSAGES):
        if row["author"] == "customer":
            stored[int(row["chat"])].append(row["text"])
            waiting += [row["seq"]] if row["turn"] != "answered" else []
            numbers.append((row["conversation_id"], row["seq"]))
        answered += [(row["conversation_id"], seq) for seq in _numbers(row["reply_to"])]
    lost = [text for chat, texts in said.items() for text in set(texts) - set(stored[chat])]
    twice = [texts for texts in stored.values() if len(texts) != len(set(texts))]
    ordered = sum(stored[chat] == texts for chat, texts in said.items())
    return (
        none_of("inbound messages lost", lost),
        none_of("chats with a message stored twice", twice),
        none_of("left unanswered", waiting),
        none_of("answered twice", [each for each in answered if answered.count(each) > 1]),
        all_of("of chats in order", ordered, len(said)),
    )


def outbound_kept(home: Path, api: BotApi) -> tuple[Figure, ...]:
    """Whether what arrived is what the outbox says: nothing twice, in order, nothing held up."""
    outbox = rows(home, OUTBOX)
    arrived = {str(each.number): str(each.chat) for each in api.sent}
    named = [row["external_id"] for row in outbox if row["status"] == "sent"]
    unnamed = Counter(chat for number, chat in arrived.items() if number not in set(named))
    unknown = Counter(row["channel_ref"] for row in outbox if row["status"] == "unknown")
    chats = {row["channel_ref"] for row in outbox}
    in_order = [chat for chat in chats if _rising(chat, outbox)]
    open_ones = [row for row in outbox if row["status"] in ("pending", "sending")]
    failed = [row for row in outbox if row["status"] == "failed"]
    return (
        none_of("replies lost", [each for each in named if each not in arrived] + failed),
        none_of("replies sent twice", list((unnamed - unknown).elements())),
        none_of("replies held up for good", open_ones),
        all_of("of chats answered in order", len(in_order), len(chats)),
    )


def _rising(chat: str, outbox: list[dict[str, Any]]) -> bool:
    sent = [int(r["external_id"]) for r in outbox if r["channel_ref"] == chat and r["external_id"]]
    return sent == sorted(set(sent))


def _numbers(reply_to: str) -> list[int]:
    return [int(each) for each in reply_to.strip("[] ").split(",") if each.strip()]
