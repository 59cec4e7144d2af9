"""Opening hours: whether somebody is there, and when next. Pure: the moment is passed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MIDNIGHT = time.max
"""As the end of a span: the end of that day."""


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Weekly hours in a time zone. ``week`` maps Monday=0 … Sunday=6 to spans; none is closed.

    An empty ``week`` means that somebody is always there. A span may end at ``MIDNIGHT``.
    """

    time_zone: str = "UTC"
    week: Mapping[int, tuple[tuple[time, time], ...]] = field(default_factory=dict)
    holidays: frozenset[date] = frozenset()

    def is_open(self, now: datetime) -> bool:
        """Whether ``now`` (aware) falls into a span."""
        if not self.week:
            return True
        return any(start <= now < end for start, end in self.open_on(self.day_of(now)))

    def next_opening(self, now: datetime) -> datetime | None:
        """When it opens next, in its own time zone; None where the next two weeks have nothing.

        Moments are compared in UTC: where clocks go back, an hour of the day comes twice.
        """
        zone = ZoneInfo(self.time_zone)
        today = self.day_of(now)
        for days in range(15):
            for start, _ in self.open_on(today + timedelta(days=days)):
                if start > now:
                    return start.astimezone(zone)
        return None

    def day_of(self, moment: datetime) -> date:
        """The day that ``moment`` falls on where the team is."""
        return moment.astimezone(ZoneInfo(self.time_zone)).date()

    def open_on(self, day: date) -> list[tuple[datetime, datetime]]:
        """When somebody is there on ``day``, in UTC and in order; none overlaps another.

        An hour that the clock repeats belongs to the span twice. A time that it skips means the
        moment as long after midnight as on any other day.
        """
        merged: list[tuple[datetime, datetime]] = []
        for start, end in sorted(self._moments(day)):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            elif start < end:
                merged.append((start, end))
        return merged

    def _moments(self, day: date) -> list[tuple[datetime, datetime]]:
        spans = () if day in self.holidays else self.week.get(day.weekday(), ())
        return [(self._utc(day, start), self._end(day, end)) for start, end in spans]

    def _end(self, day: date, end: time) -> datetime:
        if end == MIDNIGHT:
            return self._utc(day + timedelta(days=1), time())
        later, plain = self._utc(day, end.replace(fold=1)), self._utc(day, end)
        return max(later, plain)

    def _utc(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, ZoneInfo(self.time_zone)).astimezone(UTC)
