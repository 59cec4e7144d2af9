"""How fast a channel may be spoken to: overall, per chat, and not at all while it asks for quiet.

Kept in memory: a restart forgets it, and the channel says so again. Seconds of a monotonic clock.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

LONGEST_BACK_OFF = 30.0


@dataclass
class Pace:
    """Rates of one channel. ``per_second`` overall; ``chat_seconds`` between two in one chat."""

    per_second: float = 25.0
    chat_seconds: float = 1.0
    clock: Callable[[], float] = monotonic
    _next_turn: float = 0.0
    _paused_until: float = 0.0
    _failures: int = 0
    _resting: dict[str, float] = field(default_factory=dict)
    _throttled: dict[str, float] = field(default_factory=dict)

    async def turn(self) -> None:
        """Wait until one more message may leave, and count it."""
        while True:
            rest = max(self._next_turn - self.clock(), self.paused())
            if rest <= 0:
                break
            await asyncio.sleep(rest)
        self._next_turn = max(self._next_turn, self.clock()) + 1 / self.per_second

    def spoke(self, chat: str) -> None:
        """A message left for ``chat``: the next one there has to wait a little."""
        self._resting[chat] = max(self._resting.get(chat, 0.0), self.clock() + self.chat_seconds)

    def throttle(self, chat: str, seconds: float) -> None:
        """The channel asked for quiet in answer to ``chat``.

        It does not say whether it means the chat or everything. A second chat that is told so in
        the meantime means everything.
        """
        until = self.clock() + seconds
        self._throttled = {c: end for c, end in self._throttled.items() if end > self.clock()}
        if self._throttled.keys() - {chat}:
            self._paused_until = max(self._paused_until, until, *self._throttled.values())
        self._throttled[chat] = until
        self._resting[chat] = max(self._resting.get(chat, 0.0), until)

    def back_off(self) -> float:
        """Nothing gets through: pause everything, twice as long each time. Returns the seconds."""
        seconds = min(2.0**self._failures, LONGEST_BACK_OFF)
        self._failures += 1
        self._paused_until = max(self._paused_until, self.clock() + seconds)
        return seconds

    def reached(self) -> None:
        """Something got through again."""
        self._failures = 0

    def paused(self) -> float:
        """Seconds for which nothing at all may leave."""
        return max(0.0, self._paused_until - self.clock())

    def resting(self) -> set[str]:
        """Chats that must not be spoken to now."""
        now = self.clock()
        self._resting = {chat: end for chat, end in self._resting.items() if end > now}
        return set(self._resting)

    def rest(self, longest: float) -> float:
        """Seconds until the first resting chat may be spoken to again, at most ``longest``."""
        now = self.clock()
        return min([longest, *(max(0.01, end - now) for end in self._resting.values())])
