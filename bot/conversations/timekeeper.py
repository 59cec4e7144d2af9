"""Does by the clock what nobody does by hand: wakes, closes, alerts, assigns, and keeps promises.

Several processes may run it at once. Every step finds its work by reading and does each piece in a
transaction of its own that looks again first, so nothing happens twice and nobody is overruled. A
step that fails is tried again at the next tick, and keeps no other from being done.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor
from datetime import datetime
from typing import Final

from bot.conversations.assignment import assign_waiting
from bot.conversations.bus import Bus
from bot.conversations.inactivity import lapse_quiet, remind_agents, wake_snoozed
from bot.conversations.line import Place, measure_pace, places
from bot.conversations.patience import alert_of_waits, take_back_from_idle, time_out_waits
from bot.conversations.resolutions import make_durable
from bot.conversations.service_levels import alert, reckon
from bot.dialog.clock_rules import ClockRules
from bot.store import Database

log = logging.getLogger(__name__)
TICK_SECONDS = 2.0
Step = Callable[[Database, ClockRules, datetime], list[str]]


def _alert(database: Database, _: ClockRules, now: datetime) -> list[str]:
    return alert(database, now)


def _make_durable(database: Database, rules: ClockRules, now: datetime) -> list[str]:
    return make_durable(database, rules.durable_after, now)


def _measure_pace(database: Database, rules: ClockRules, now: datetime) -> list[str]:
    measure_pace(database, rules, now)
    return []


STEPS: Final[tuple[Step, ...]] = (
    wake_snoozed,
    take_back_from_idle,
    time_out_waits,
    remind_agents,
    lapse_quiet,
    assign_waiting,
    reckon,
    _alert,
    alert_of_waits,
    _make_durable,
    _measure_pace,
)


def tick(database: Database, rules: ClockRules, now: datetime) -> set[str]:
    """Everything that is due at ``now``; returns the conversations that changed."""
    changed: set[str] = set()
    for step in STEPS:
        try:
            changed.update(step(database, rules, now))
        except Exception:
            log.exception("%s failed; it is tried again", step.__name__)
    return changed


class Timekeeper:
    """Ticks until cancelled. Use it from the event loop's thread."""

    def __init__(
        self,
        database: Database,
        bus: Bus,
        pool: Executor,
        clock: Callable[[], datetime],
        rules: Callable[[], ClockRules],
    ) -> None:
        self._database = database
        self._bus = bus
        self._pool = pool
        self._clock = clock
        self._rules = rules
        self._places: dict[str, Place] = {}

    async def run(self) -> None:
        """Tick every two seconds, whatever happens."""
        while True:
            try:
                await self.tick()
            except Exception:
                log.exception("the timekeeper stumbled; it goes on")
            await asyncio.sleep(TICK_SECONDS)

    async def tick(self) -> None:
        """One tick; those who look at a conversation that changed, or moved up, are told."""
        loop = asyncio.get_running_loop()
        changed, now_at = await loop.run_in_executor(self._pool, self._work)
        moved = {each for each, place in now_at.items() if self._places.get(each, place) != place}
        self._places = now_at
        for conversation_id in changed | moved:
            self._bus.publish(conversation_id)

    def _work(self) -> tuple[set[str], dict[str, Place]]:
        changed = tick(self._database, self._rules(), self._clock())
        return changed, places(self._database)
