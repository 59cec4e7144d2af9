"""A Bot API that answers every fifth message with 429, 5xx, a broken line or nothing at all."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from acceptance.chatting import AgentAtDesk
from fakes.bot_api import Refusal, running_bot_api
from live import LiveServer

from faults.findings import Figure, Finding, none_of, some, told
from faults.place import Place, rows
from faults.telegram_kills import finished
from faults.telegram_service import (
    OUTBOX,
    UnreliableBotApi,
    environment_of,
    inbound_kept,
    outbound_kept,
)

EVERY = 5
LONGEST_WAIT = 3


@dataclass(frozen=True, slots=True)
class Size:
    """How much is done."""

    chats: int
    messages: int
    pause: float


FULL = Size(60, 12, 4.0)
QUICK = Size(15, 4, 1.0)


@dataclass
class Mishaps:
    """Every fifth message goes wrong, in one of four ways; half of the unclear ones arrive.

    Each way has its turn before one comes again, and 429 comes first: however few the messages
    are, one of them is answered with it.
    """

    chance: random.Random = field(default_factory=lambda: random.Random(4))
    _messages: int = 0
    _ways: list[str] = field(default_factory=list)

    def __call__(self, chat: int) -> Refusal | None:
        self._messages += 1
        if self._messages % EVERY:
            return None
        if not self._ways:
            self._ways = [*self.chance.sample(("error", "break", "hang"), k=3), "429"]
        arrives = self.chance.random() < 0.5
        match self._ways.pop():
            case "429":
                seconds = self.chance.randint(1, LONGEST_WAIT)
                return Refusal(429, f"Too Many Requests: retry after {seconds}", seconds)
            case "error":
                return Refusal(self.chance.choice((500, 502)), "Bad Gateway", arrives=arrives)
            case behaviour:
                return Refusal(behaviour=behaviour, arrives=arrives)


async def write(api: UnreliableBotApi, server: LiveServer, size: Size) -> dict[int, list[str]]:
    """What every chat wrote, once it is all answered and settled."""
    chance = random.Random(5)
    said: dict[int, list[str]] = {chat: [] for chat in range(1, size.chats + 1)}

    async def chat_away(chat: int) -> None:
        for number in range(size.messages):
            await asyncio.sleep(chance.uniform(0, 2 * size.pause))
            said[chat].append(f"question {number} of chat {chat}")
            api.text(chat, said[chat][-1])

    await asyncio.gather(*map(chat_away, said))
    await finished(server.home, api, size.chats * size.messages)
    return said


def too_early(api: UnreliableBotApi) -> list[float]:
    """The sends that came while their chat was asked to be left alone."""
    quiet_until: dict[int, float] = {}
    early = []
    for each in api.attempts:
        if each.at < quiet_until.get(each.chat, 0.0):
            early.append(each.at)
        if each.refusal is not None and each.refusal.retry_after:
            quiet_until[each.chat] = each.at + each.refusal.retry_after
    return early


def shown_at_the_desk(server: LiveServer, chats: list[str]) -> Counter[str]:
    """How the desk shows the delivery of everything that the bot said."""
    desk = AgentAtDesk(server)
    shown: Counter[str] = Counter()
    for chat in chats:
        thread = desk.client.get(f"/conversations/{chat}").json()["messages"]
        shown.update(each["delivery"] for each in thread if each["author"] == "bot")
    desk.close()
    return shown


def unclear(api: UnreliableBotApi) -> int:
    """How many answers left open whether the message arrived."""
    refused = [each.refusal for each in api.attempts if each.refusal is not None]
    return sum(each.retry_after is None for each in refused)


def judged(
    server: LiveServer, api: UnreliableBotApi, outbox: list[dict[str, Any]]
) -> tuple[Figure, ...]:
    """Whether every unclear delivery is kept, and shown, as just that."""
    shown = shown_at_the_desk(server, sorted({row["conversation_id"] for row in outbox}))
    kept = sum(row["status"] == "unknown" for row in outbox)
    of = unclear(api)
    return (
        none_of("sends inside a retry_after", too_early(api)),
        Figure("unclear deliveries flagged", f"{kept:,} of {of:,}", 0 < kept == of),
        Figure("of them shown at the desk", f"{shown['unknown']:,}", shown["unknown"] == kept),
        some(
            "answers of 429", sum(bool(a.refusal and a.refusal.retry_after) for a in api.attempts)
        ),
        told("sends", len(api.attempts)),
    )


def run(place: Place, *, quick: bool) -> list[Finding]:
    """Let chats write, and count."""
    size = QUICK if quick else FULL
    home = place.bare_home()
    api = UnreliableBotApi(mishap=Mishaps())
    with (
        running_bot_api(api),
        place.serving(home, "--telegram", environment=environment_of(api)) as server,
    ):
        said = asyncio.run(write(api, server, size))
        outbox = rows(home, OUTBOX)
        figures = (
            *inbound_kept(home, said),
            *outbound_kept(home, api),
            *judged(server, api, outbox),
        )
    done = (
        f"every fifth send is answered with 429, 5xx, a reset or silence; {size.chats} chats × "
        f"{size.messages} messages"
    )
    return [Finding("The Bot API misbehaves", done, figures)]
