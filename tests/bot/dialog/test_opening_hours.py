"""When somebody is there, and what is promised where nobody is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from situations import reading, turn

from bot.dialog import Decision, Kind, OpeningHours, Policy, decide
from bot.dialog.phrases import phrase
from bot.dialog.replies import handing_off_words
from nlu import Act

WEEKDAYS = OpeningHours(
    "Europe/Amsterdam",
    {day: ((time(9), time(12)), (time(13), time(17))) for day in range(5)},
    frozenset({date(2026, 3, 9)}),
)
FRIDAY_EVENING = datetime(2026, 3, 6, 18, 0, tzinfo=UTC)


def test_without_hours_somebody_is_always_there():
    assert OpeningHours().is_open(FRIDAY_EVENING)


def test_hours_are_those_of_their_own_time_zone():
    assert WEEKDAYS.is_open(datetime(2026, 3, 6, 8, 0, tzinfo=UTC))
    assert not WEEKDAYS.is_open(datetime(2026, 3, 6, 16, 0, tzinfo=UTC))


def test_the_end_of_a_span_is_outside():
    assert not WEEKDAYS.is_open(datetime(2026, 3, 6, 11, 0, tzinfo=UTC))


def test_the_next_opening_passes_weekend_and_holiday():
    opening = WEEKDAYS.next_opening(FRIDAY_EVENING)
    assert opening
    assert opening.isoformat() == "2026-03-10T09:00:00+01:00"


def test_the_next_opening_may_be_later_today():
    opening = WEEKDAYS.next_opening(datetime(2026, 3, 6, 11, 30, tzinfo=UTC))
    assert opening
    assert opening.isoformat() == "2026-03-06T13:00:00+01:00"


def test_a_span_that_follows_another_at_once_is_no_opening():
    week = {day: ((time(9), time(12)), (time(12), time(17))) for day in range(7)}
    opening = OpeningHours("UTC", week).next_opening(datetime(2026, 3, 6, 10, 0, tzinfo=UTC))
    assert opening.isoformat() == "2026-03-07T09:00:00+00:00"


def test_hours_without_a_span_have_no_next_opening():
    assert OpeningHours("UTC", {0: ()}).next_opening(FRIDAY_EVENING) is None


def test_outside_hours_it_declines_and_promises_a_time():
    policy = Policy(hours=WEEKDAYS)
    outcome = decide(turn(reading("x", act=Act.HUMAN), policy=policy, now=FRIDAY_EVENING))
    assert isinstance(outcome, Decision)
    assert outcome.reply.kind is Kind.DECLINE
    assert "2026-03-10 09:00 (CET)" in outcome.reply.text
    assert outcome.hand_off


def test_outside_hours_that_never_come_it_promises_no_time():
    policy = Policy(hours=OpeningHours("UTC", {0: ()}))
    outcome = decide(turn(reading("x", act=Act.HUMAN), policy=policy))
    assert isinstance(outcome, Decision)
    assert outcome.reply.text.endswith("as soon as they are back.")


def test_words_where_somebody_is_there_promise_no_time():
    assert handing_off_words("handoff", "en", OpeningHours(), FRIDAY_EVENING) == phrase(
        "handoff", "en"
    )
