"""Periods: whole days where the team is, cut into parts that cover them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.insights import Fact, Period, Step, count

ZONES = ("UTC", "Europe/Amsterdam", "America/Santiago", "Asia/Kathmandu", "Pacific/Apia")
DAYS = st.dates(date(2015, 1, 1), date(2026, 12, 31))


@given(DAYS, st.integers(0, 800), st.sampled_from(ZONES))
def test_the_period_before_ends_where_the_period_begins_and_is_as_long(first, more, zone):
    period = Period(first, first + timedelta(days=more), zone)
    before = period.before()
    assert before.end == period.start
    assert before.days == period.days


@given(DAYS, st.integers(0, 800), st.sampled_from(ZONES), st.data())
def test_every_moment_of_a_period_is_in_the_part_of_its_day(first, more, zone, data):
    period = Period(first, first + timedelta(days=more), zone)
    seconds = int((period.end - period.start).total_seconds())
    moment = period.start + timedelta(seconds=data.draw(st.integers(0, seconds - 1)))
    place = period.bucket_of(moment)
    parts = [*period.buckets, period.last + timedelta(days=1)]
    day = Period(parts[place], parts[place + 1] - timedelta(days=1), zone)
    assert day.start <= moment < day.end


@given(DAYS, st.integers(0, 400), st.data())
def test_parts_and_kinds_add_up_to_the_whole(first, more, data):
    period = Period(first, first + timedelta(days=more), "Europe/Amsterdam")
    both = int((period.end - period.before().start).total_seconds())
    moments = data.draw(st.lists(st.tuples(st.integers(0, both - 1), st.sampled_from("abc"))))
    start = period.before().start
    facts = [Fact("c", start + timedelta(seconds=each), kind) for each, kind in moments]
    counts = count(facts, period)
    assert counts.total + counts.before == len(facts)
    assert counts.total == sum(fact.at >= period.start for fact in facts)
    assert all(sum(each.counts) == each.total for each in counts.parts)
    assert sum(each.before for each in counts.parts) == counts.before


def test_a_day_on_which_the_clock_changes_is_shorter_or_longer():
    spring, autumn = date(2026, 3, 29), date(2026, 10, 25)
    hours = [
        (Period(day, day, "Europe/Amsterdam").end - Period(day, day, "Europe/Amsterdam").start)
        / timedelta(hours=1)
        for day in (spring, autumn)
    ]
    assert hours == [23, 25]
    period = Period(spring, date(2026, 3, 30), "Europe/Amsterdam")
    assert period.bucket_of(datetime(2026, 3, 29, 21, 59, tzinfo=UTC)) == 0
    assert period.bucket_of(datetime(2026, 3, 29, 22, 0, tzinfo=UTC)) == 1


@pytest.mark.parametrize(
    ("days", "step", "parts"),
    [
        (31, Step.DAY, 31),
        (32, Step.WEEK, 5),
        (182, Step.WEEK, 27),
        (365, Step.MONTH, 13),
    ],
)
def test_longer_periods_have_longer_parts(days, step, parts):
    first = date(2026, 1, 15)
    period = Period(first, first + timedelta(days=days - 1))
    assert (period.step, len(period.buckets)) == (step, parts)
    assert period.buckets[0] == first
    assert all(day.weekday() == 0 for day in period.buckets[1:]) or step is not Step.WEEK
