"""Time that counts only within opening hours: over nights, holidays and changes of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog import OpeningHours
from bot.dialog.business_time import add_open_time, open_time_between
from bot.dialog.hours import MIDNIGHT

HOUR = timedelta(hours=1)
WEEKDAYS = OpeningHours(
    "Europe/Amsterdam",
    {day: ((time(9), time(17)),) for day in range(5)},
    frozenset({date(2026, 3, 9)}),
)
NIGHTS = OpeningHours(
    "Europe/Amsterdam", {day: ((time(22), MIDNIGHT), (time(0), time(6))) for day in range(7)}
)
FRIDAY_16 = datetime(2026, 3, 6, 15, 0, tzinfo=UTC)

clock = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30)))
span = st.tuples(clock, st.one_of(clock, st.just(MIDNIGHT))).filter(lambda each: each[0] < each[1])
hours = st.builds(
    OpeningHours,
    st.sampled_from(["UTC", "Europe/Amsterdam", "America/Havana", "Australia/Lord_Howe"]),
    st.dictionaries(st.integers(0, 6), st.lists(span, max_size=3).map(tuple), max_size=7),
    st.frozensets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=3),
)
moments = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001
    datetime(2026, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)
durations = st.timedeltas(timedelta(0), timedelta(hours=60))


def test_a_clock_stands_still_over_weekend_and_holiday():
    due = add_open_time(WEEKDAYS, FRIDAY_16, 2 * HOUR)
    assert due == datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
    assert open_time_between(WEEKDAYS, FRIDAY_16, due) == 2 * HOUR


def test_a_clock_that_starts_outside_hours_starts_at_opening():
    night = datetime(2026, 3, 4, 20, 0, tzinfo=UTC)
    assert add_open_time(WEEKDAYS, night, HOUR) == datetime(2026, 3, 5, 9, 0, tzinfo=UTC)


def test_a_span_may_go_on_past_midnight():
    evening = datetime(2026, 3, 4, 21, 0, tzinfo=UTC)
    assert open_time_between(NIGHTS, evening, evening + timedelta(days=1)) == 8 * HOUR
    assert add_open_time(NIGHTS, evening, 3 * HOUR) == evening + 3 * HOUR


@pytest.mark.parametrize(("changes_on", "length"), [(29, 7), (28, 8)])
def test_the_night_of_the_change_to_summer_time_is_an_hour_shorter(changes_on, length):
    evening = datetime(2026, 3, changes_on - 1, 20, 0, tzinfo=UTC)
    morning = evening + timedelta(hours=12)
    assert open_time_between(NIGHTS, evening, morning) == length * HOUR


def test_the_night_of_the_change_to_winter_time_is_an_hour_longer():
    evening = datetime(2026, 10, 24, 19, 0, tzinfo=UTC)
    assert open_time_between(NIGHTS, evening, evening + timedelta(hours=13)) == 9 * HOUR


def test_a_span_that_the_clock_skips_is_no_time():
    skipped = OpeningHours("Europe/Amsterdam", {6: ((time(2, 30), time(3, 15)),)})
    night = datetime(2026, 3, 29, tzinfo=UTC)
    assert open_time_between(skipped, night, night + timedelta(hours=12)) == timedelta()


def test_without_hours_all_time_counts():
    always = OpeningHours()
    assert add_open_time(always, FRIDAY_16, HOUR) == FRIDAY_16 + HOUR
    assert open_time_between(always, FRIDAY_16, FRIDAY_16 + HOUR) == HOUR
    assert open_time_between(always, FRIDAY_16, FRIDAY_16 - HOUR) == timedelta()


def test_where_nobody_is_ever_there_no_time_passes():
    never = OpeningHours("UTC", {0: ()})
    assert add_open_time(never, FRIDAY_16, HOUR) is None
    assert open_time_between(never, FRIDAY_16, FRIDAY_16 + timedelta(days=500)) == timedelta()


def test_spans_that_overlap_count_once():
    doubled = OpeningHours("UTC", {4: ((time(9), time(12)), (time(11), time(13)))})
    start = datetime(2026, 3, 6, tzinfo=UTC)
    assert open_time_between(doubled, start, start + timedelta(days=1)) == 4 * HOUR


@given(hours, moments, durations)
def test_the_open_time_up_to_a_due_moment_is_what_was_added(hours, start, duration):
    due = add_open_time(hours, start, duration)
    if due is not None:
        assert due >= start
        assert open_time_between(hours, start, due) == duration


@given(hours, moments, st.timedeltas(timedelta(0), timedelta(days=20)))
def test_what_is_added_back_ends_no_later_and_nobody_was_there_since(hours, start, later):
    end = start + later
    passed = open_time_between(hours, start, end)
    due = add_open_time(hours, start, passed)
    assert due is not None
    assert due <= end
    assert open_time_between(hours, due, end) == timedelta()


@given(hours, moments, durations, durations)
def test_open_time_adds_up(hours, start, first, second):
    middle, end = start + first, start + first + second
    assert open_time_between(hours, start, end) == (
        open_time_between(hours, start, middle) + open_time_between(hours, middle, end)
    )


@given(hours, moments)
def test_time_passes_exactly_while_it_is_open(hours, now):
    moment = timedelta(microseconds=1)
    assert (open_time_between(hours, now, now + moment) == moment) is hours.is_open(now)
