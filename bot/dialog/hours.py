"""Opening hours: whether somebody is there, and when next. Pure: the moment is passed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

QUARTER = timedelta(minutes=15)
"""No time zone changes its clocks at a moment that is no multiple of this."""
TICK = timedelta.resolution


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Weekly hours in a time zone. ``week`` maps Monday=0 … Sunday=6 to spans; none is closed.

    An empty ``week`` means that somebody is always there.
    """

    time_zone: str = "UTC"
    week: Mapping[int, tuple[tuple[time, time], ...]] = field(default_factory=dict)
    holidays: frozenset[date] = frozenset()

    def is_open(self, now: datetime) -> bool:
        """Whether ``now`` (aware) falls into a span."""
        if not self.week:
            return True
        local = now.astimezone(ZoneInfo(self.time_zone))
        clock = local.time()
        return any(start <= clock < end for start, end in self._spans(local.date()))

    def next_opening(self, now: datetime) -> datetime | None:
        """When it opens next, in its own time zone; None where the next two weeks have nothing.

        Moments are compared in UTC: where clocks go back, an hour of the day comes twice.
        """
        zone = ZoneInfo(self.time_zone)
        today = now.astimezone(zone).date()
        for days in range(15):
            day = today + timedelta(days=days)
            for moment in sorted(self._edges(day, zone)):
                if moment > now and self.is_open(moment) and not self.is_open(moment - TICK):
                    return moment.astimezone(zone)
        return None

    def _edges(self, day: date, zone: ZoneInfo) -> set[datetime]:
        """Every moment in UTC at which ``day`` may open: starts of spans, changes of the clocks."""
        starts = [datetime.combine(day, start, zone) for start, _ in self._spans(day)]
        twice = {start.replace(fold=fold).astimezone(UTC) for start in starts for fold in (0, 1)}
        return twice | clock_changes(day, zone)

    def _spans(self, day: date) -> tuple[tuple[time, time], ...]:
        return () if day in self.holidays else self.week.get(day.weekday(), ())


def clock_changes(day: date, zone: ZoneInfo) -> set[datetime]:
    """The moments in UTC at which the clocks of ``zone`` are changed on ``day``."""
    midnight = datetime.combine(day, time(), zone).astimezone(UTC)
    quarters = [midnight + n * QUARTER for n in range(-1, 101)]
    return {
        later
        for earlier, later in pairwise(quarters)
        if earlier.astimezone(zone).utcoffset() != later.astimezone(zone).utcoffset()
    }
