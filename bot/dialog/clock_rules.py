"""What the operator decided about time: when a conversation lapses, who is told, what is promised.

Pure records. A duration of None switches that rule off. Patience and service levels count opening
hours only; silence of the customer counts every hour.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from bot.dialog.hours import OpeningHours
from bot.dialog.routing import Priority


@dataclass(frozen=True, slots=True)
class Inactivity:
    """How long a customer may be silent before the conversation closes by itself.

    ``bot`` where the bot spoke last, ``agent`` where a person did; ``remind`` is how long before
    ``agent`` a note says so at the desk. ``say`` tells the customer as well.
    """

    bot: timedelta | None = timedelta(hours=24)
    agent: timedelta | None = timedelta(hours=72)
    remind: timedelta = timedelta(hours=24)
    say: bool = False


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a customer waits before something is done about it.

    ``no_agent``: nobody took the conversation, the customer is told; ``agent_idle``: whoever holds
    it has not answered, it goes back to the queue; ``nobody_looked`` and ``urgent``: alerts.
    """

    no_agent: timedelta | None = timedelta(minutes=10)
    agent_idle: timedelta | None = timedelta(hours=1)
    nobody_looked: timedelta | None = timedelta(minutes=2)
    urgent: timedelta | None = timedelta(minutes=1)


class Method(StrEnum):
    """How a conversation that waits finds somebody who is asked to take it."""

    MANUAL = "manual"
    ROUND_ROBIN = "round_robin"
    LEAST_BUSY = "least_busy"


@dataclass(frozen=True, slots=True)
class Assignment:
    """The method, by queue where it differs, and how long one has before the next is asked."""

    method: Method = Method.MANUAL
    queues: Mapping[str, Method] = field(default_factory=dict)
    take_within: timedelta = timedelta(minutes=3)

    def method_of(self, queue: str) -> Method:
        """The method of this queue."""
        return self.queues.get(queue, self.method)


class Clock(StrEnum):
    """What is promised: that a person answers, and that the matter is settled."""

    FIRST_RESPONSE = "first_response"
    RESOLUTION = "resolution"


@dataclass(frozen=True, slots=True)
class ServiceLevel:
    """How much open time each may take; None where nothing is promised."""

    first_response: timedelta | None = None
    resolution: timedelta | None = None

    def target(self, clock: Clock) -> timedelta | None:
        """The time that ``clock`` may run."""
        return self.first_response if clock is Clock.FIRST_RESPONSE else self.resolution


@dataclass(frozen=True, slots=True)
class ServiceLevels:
    """Service levels, by queue and priority where they differ.

    ``warn_at`` is the share of the time after which an alert says that a promise is about to break.
    """

    default: ServiceLevel = ServiceLevel()
    queues: Mapping[str, ServiceLevel] = field(default_factory=dict)
    priorities: Mapping[Priority, ServiceLevel] = field(default_factory=dict)
    warn_at: float = 0.8

    def target(self, clock: Clock, queue: str, priority: Priority) -> timedelta | None:
        """The queue's own target, else that for all; a shorter one of the priority goes before."""
        nothing = ServiceLevel()
        own = self.queues.get(queue, nothing).target(clock)
        here = own if own is not None else self.default.target(clock)
        there = self.priorities.get(priority, nothing).target(clock)
        return min((each for each in (here, there) if each is not None), default=None)


@dataclass(frozen=True, slots=True)
class ClockRules:
    """All of it. A resolution is durable once ``durable_after`` passed without reopening."""

    hours: OpeningHours = field(default_factory=OpeningHours)
    inactivity: Inactivity = Inactivity()
    patience: Patience = Patience()
    assignment: Assignment = field(default_factory=Assignment)
    service_levels: ServiceLevels = field(default_factory=ServiceLevels)
    durable_after: timedelta = timedelta(days=7)
