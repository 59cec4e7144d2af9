"""What all figures are made of: something that happened in a conversation at a moment.

A figure counts facts, and leads to the conversations of the same facts, so the two always agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from statistics import median

from bot.insights.period import Period


@dataclass(frozen=True, slots=True)
class Fact:
    """``part`` is which of a figure's kinds it is, empty where none is known.

    ``seconds`` is what it took; ``agent`` who did it.
    """

    conversation: str
    at: datetime
    part: str
    seconds: float | None = None
    agent: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One kind: how often in each part of the period, in all of it, and in the period before."""

    id: str
    counts: tuple[int, ...]
    total: int
    before: int


@dataclass(frozen=True, slots=True)
class Counts:
    """The kinds, the most frequent first; they add up to the totals."""

    parts: tuple[Part, ...]
    total: int
    before: int


@dataclass(frozen=True, slots=True)
class Durations:
    """Seconds: half took at most ``median``, nine in ten at most ``slowest``; of ``count``."""

    count: int = 0
    median: float | None = None
    slowest: float | None = None


def count(facts: Iterable[Fact], period: Period) -> Counts:
    """The facts of ``period`` and of the one before it, by kind and by time."""
    start = period.start
    counted: dict[str, list[int]] = {}
    before: Counter[str] = Counter()
    for fact in facts:
        row = counted.setdefault(fact.part, [0] * len(period.buckets))
        if fact.at < start:
            before[fact.part] += 1
        else:
            row[period.bucket_of(fact.at)] += 1
    parts = [Part(id, tuple(counts), sum(counts), before[id]) for id, counts in counted.items()]
    parts.sort(key=lambda each: (-each.total, -each.before, each.id))
    return Counts(tuple(parts), sum(each.total for each in parts), before.total())


def durations(facts: Iterable[Fact]) -> Durations:
    """How long the facts took; those that took no time that was measured are left out."""
    took = sorted(fact.seconds for fact in facts if fact.seconds is not None)
    if not took:
        return Durations()
    return Durations(len(took), median(took), took[ceil(0.9 * len(took)) - 1])


def by_bucket(facts: Iterable[Fact], period: Period) -> list[list[Fact]]:
    """The facts of ``period`` by its parts."""
    found: list[list[Fact]] = [[] for _ in period.buckets]
    for fact in within(facts, period):
        found[period.bucket_of(fact.at)].append(fact)
    return found


def within(facts: Iterable[Fact], period: Period) -> Sequence[Fact]:
    """The facts of ``period`` alone."""
    start, end = period.start, period.end
    return [fact for fact in facts if start <= fact.at < end]
