"""When retraining is due. Pure: the moment is passed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Schedule:
    """Every day, or ``weekly`` on Mondays, at the time ``at`` of a time zone."""

    weekly: bool
    at: time
    time_zone: str

    def last_due(self, now: datetime) -> datetime:
        """The latest moment that is not after ``now``, in UTC.

        An hour that the clock repeats counts the first time; a time that it skips means the moment
        as long after midnight as on any other day.
        """
        zone = ZoneInfo(self.time_zone)
        day = now.astimezone(zone).date()
        if self.weekly:
            day -= timedelta(days=day.weekday())
        due = datetime.combine(day, self.at, zone).astimezone(UTC)
        if due <= now:
            return due
        earlier = day - timedelta(days=7 if self.weekly else 1)
        return datetime.combine(earlier, self.at, zone).astimezone(UTC)
