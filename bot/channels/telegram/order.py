"""Which stored updates may be worked off now, where Telegram may bring a later one first.

It numbers updates without gaps and brings several at once to a webhook, each again until it is
taken. So what comes after a gap waits a little for it to be filled. Knows no database.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from time import monotonic

from bot.channels.telegram.updates import StoredUpdate

PATIENCE_SECONDS = 2.0


class ArrivalOrder:
    """Remembers since when each gap is waited for, at most ``patience`` seconds of ``clock``."""

    def __init__(self, patience: float, clock: Callable[[], float] = monotonic) -> None:
        self._patience = patience
        self._clock = clock
        self._missing: dict[int, float] = {}

    def ready(
        self, updates: Sequence[StoredUpdate], handled: Collection[int]
    ) -> list[StoredUpdate]:
        """The first of ``updates``, which rise, up to a gap that may still be filled.

        ``handled`` has the numbers of updates that are worked off. One that is stored, but neither
        that nor among ``updates``, came after these were read, and belongs before them.
        """
        now = self._clock()
        known = {*handled, *(each.update_id for each in updates)}
        before = {each.update_id - 1 for each in updates} - known
        self._missing = {each: self._missing.get(each, now) for each in before}
        awaited = [each for each, since in self._missing.items() if now - since < self._patience]
        if not awaited:
            return list(updates)
        return [each for each in updates if each.update_id < min(awaited)]

    def rest(self, longest: float) -> float:
        """Seconds after which to look again: when patience with a gap ends, else ``longest``."""
        now = self._clock()
        ends = (since + self._patience - now for since in self._missing.values())
        return min([longest, *(end for end in ends if end > 0)])
