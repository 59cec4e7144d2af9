"""Where a conversation that needs a person waits, and before whom. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from knowledge.hierarchy import lineage
from knowledge.records import IntentId

EVERYBODY = ""
"""The queue of what no other queue takes."""


class Priority(IntEnum):
    """Who waits before whom; within one priority, whoever came first."""

    LOW = -1
    NORMAL = 0
    HIGH = 1
    URGENT = 2


@dataclass(frozen=True, slots=True)
class Route:
    """The queue that a conversation waits in, and its priority there."""

    queue: str = EVERYBODY
    priority: Priority = Priority.NORMAL


EVERYWHERE = Route()


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue of the operator's: what is about one of ``intents`` waits here."""

    name: str
    intents: frozenset[IntentId]
    priority: Priority = Priority.NORMAL


def route_for(intents: Iterable[IntentId], queues: Iterable[Queue], *, urgent: bool) -> Route:
    """The first of ``queues`` that takes one of ``intents``, the likeliest intent first.

    A queue for what an intent stands under takes it where no queue is for the intent itself.
    """
    queues = tuple(queues)
    names = (name for intent in intents for name in lineage(intent))
    found = next((queue for name in names for queue in queues if name in queue.intents), None)
    route = Route(found.name, found.priority) if found else EVERYWHERE
    return Route(route.queue, Priority.URGENT) if urgent else route
