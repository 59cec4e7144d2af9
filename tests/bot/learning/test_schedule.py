"""When retraining is due, where the team is."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.schedule import Schedule

ZONES = ("UTC", "Europe/Amsterdam", "America/New_York", "Asia/Kolkata", "Pacific/Auckland")
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-07-15T00:59", "2026-07-14T01:00"),
        ("2026-07-15T01:00", "2026-07-15T01:00"),
        ("2026-12-15T01:59", "2026-12-14T02:00"),
    ],
)
def test_three_at_night_is_reckoned_where_the_team_is(now, due):
    schedule = Schedule(weekly=False, at=time(3), time_zone="Europe/Amsterdam")
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert schedule.last_due(moment) == datetime.fromisoformat(due).replace(tzinfo=UTC)


def test_a_week_begins_on_monday():
    schedule = Schedule(weekly=True, at=time(3), time_zone="UTC")
    sunday = datetime(2026, 7, 19, 12, tzinfo=UTC)
    assert schedule.last_due(sunday) == datetime(2026, 7, 13, 3, tzinfo=UTC)


@given(MOMENTS, st.times(), st.sampled_from(ZONES), st.booleans())
def test_what_is_due_is_past_and_recent_and_due_itself(now, at, zone, weekly):
    schedule = Schedule(weekly, at.replace(microsecond=0), zone)
    due = schedule.last_due(now)
    longest = timedelta(days=8 if weekly else 2)
    assert now - longest < due <= now
    assert schedule.last_due(due) == due
