"""Opening hours: whether somebody is there, and when next. Pure: the moment is passed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


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
        """The next opening, in its own time zone; None where the next two weeks have none."""
        zone = ZoneInfo(self.time_zone)
        local = now.astimezone(zone)
        for days in range(15):
            day = local.date() + timedelta(days=days)
            for start, _ in sorted(self._spans(day)):
                moment = datetime.combine(day, start, zone)
                if moment > local:
                    return moment
        return None

    def _spans(self, day: date) -> tuple[tuple[time, time], ...]:
        return () if day in self.holidays else self.week.get(day.weekday(), ())
