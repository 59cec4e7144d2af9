"""Tells listeners that a conversation changed. Carries no content: listeners read the rows."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.waiting import is_set_within

ALL = "*"


@dataclass(eq=False)
class Subscription:
    """What one listener has not looked at yet. Repeats coalesce: a slow listener costs nothing."""

    changed: set[str] = field(default_factory=set)
    typing: set[str] = field(default_factory=set)
    ended: bool = False
    _ready: asyncio.Event = field(default_factory=asyncio.Event)

    def note(self, key: str, *, typing: bool = False) -> None:
        """Remember that ``key`` changed."""
        (self.typing if typing else self.changed).add(key)
        self._ready.set()

    def end(self) -> None:
        """Nothing will come any more: the server is about to stop."""
        self.ended = True
        self._ready.set()

    async def wait(self, seconds: float | None = None) -> bool:
        """Wait for news; False when ``seconds`` passed without any."""
        return await is_set_within(self._ready, seconds)

    def take(self) -> tuple[set[str], set[str]]:
        """The keys that changed, and those where somebody types, since the last look."""
        taken = self.changed, self.typing
        self.changed, self.typing = set(), set()
        self._ready.clear()
        return taken


class Bus:
    """Fan-out inside one process. Use it from the event loop's thread only."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[Subscription]] = {}

    @contextmanager
    def subscribe(self, key: str = ALL) -> Iterator[Subscription]:
        """Listen to one conversation, or to all of them."""
        subscription = Subscription()
        self._listeners.setdefault(key, set()).add(subscription)
        try:
            yield subscription
        finally:
            listeners = self._listeners[key]
            listeners.discard(subscription)
            if not listeners:
                del self._listeners[key]

    def close(self) -> None:
        """Tell every listener that nothing will come any more, so that open streams can end."""
        for listeners in self._listeners.values():
            for listener in listeners:
                listener.end()

    def publish(self, key: str, *, typing: bool = False) -> None:
        """Tell the listeners of ``key``, and those of everything."""
        for listener in (*self._listeners.get(key, ()), *self._listeners.get(ALL, ())):
            listener.note(key, typing=typing)
