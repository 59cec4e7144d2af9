"""Promises to customers: when their clocks run, when they stand still, and who is told in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from conversing import Desk, answering
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from bot.conversations import agents
from bot.conversations.service_levels import alert, figures, reckon
from bot.dialog import Move, OpeningHours, Priority, Route
from bot.dialog.clock_rules import Clock, ClockRules, ServiceLevel, ServiceLevels
from bot.store import Database
from bot.store.tables import ServiceClockRow

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
LEVELS = ServiceLevels(
    default=ServiceLevel(30 * MINUTE, 8 * HOUR),
    queues={"returns": ServiceLevel(2 * HOUR, 8 * HOUR)},
    priorities={Priority.URGENT: ServiceLevel(5 * MINUTE)},
)
RULES = ClockRules(service_levels=LEVELS)
OFFICE = ClockRules(
    hours=OpeningHours("UTC", {day: ((time(9), time(17)),) for day in range(5)}),
    service_levels=LEVELS,
)


def clock(desk: Desk, conversation: str, kind: Clock) -> ServiceClockRow:
    """The latest clock of this kind, reckoned."""
    reckon(desk.database, RULES, desk.now)
    with desk.database.read() as session:
        row = session.exec(
            select(ServiceClockRow)
            .where(
                ServiceClockRow.conversation_id == conversation, ServiceClockRow.kind == kind.value
            )
            .order_by(col(ServiceClockRow.id).desc())
        ).first()
        assert row is not None
        session.expunge(row)
        return row


def test_both_clocks_start_when_a_person_is_needed(desk):
    conversation = desk.waiting()
    since = desk.row(conversation).waiting_since
    assert clock(desk, conversation, Clock.FIRST_RESPONSE).due_at == since + 30 * MINUTE
    assert clock(desk, conversation, Clock.RESOLUTION).due_at == since + 8 * HOUR


def test_the_first_reply_of_a_person_stops_the_one_and_closing_the_other(desk):
    ada = desk.agent()
    conversation = desk.waiting()
    desk.passes(minutes=10)
    desk.take_over(conversation, ada)
    assert clock(desk, conversation, Clock.FIRST_RESPONSE).stopped_at is None
    desk.replies(conversation, ada)
    first = clock(desk, conversation, Clock.FIRST_RESPONSE)
    assert (first.stopped_by, first.took_seconds) == ("reply", 602)
    agents.close(desk.database, conversation, ada, desk.passes(hours=1))
    settled = clock(desk, conversation, Clock.RESOLUTION)
    assert (settled.stopped_by, settled.took_seconds) == ("closed", 602 + 3600)


def test_a_clock_stands_still_while_snoozed(desk):
    ada = desk.agent()
    conversation = desk.held_by(ada)
    due = clock(desk, conversation, Clock.RESOLUTION).due_at
    agents.snooze(desk.database, conversation, ada, desk.now + 5 * HOUR, desk.now)
    assert clock(desk, conversation, Clock.RESOLUTION).due_at is None
    desk.passes(hours=3)
    desk.move(conversation, Move.WAKE)
    assert due is not None
    assert clock(desk, conversation, Clock.RESOLUTION).due_at == due + 3 * HOUR + timedelta(
        seconds=1
    )


def test_a_clock_that_starts_at_night_is_due_in_the_morning(desk):
    desk.now = datetime.fromisoformat("2026-03-06T20:00+00:00")
    conversation = desk.waiting()
    reckon(desk.database, OFFICE, desk.now)
    due = clock(desk, conversation, Clock.FIRST_RESPONSE).due_at
    assert due == datetime.fromisoformat("2026-03-09T09:30+00:00")


def test_people_are_told_before_a_promise_breaks_and_when_it_does_each_once(desk):
    conversation = desk.waiting()
    reckon(desk.database, RULES, desk.now)
    assert alert(desk.database, desk.passes(minutes=23)) == []
    assert alert(desk.database, desk.passes(minutes=2)) == [conversation]
    assert alert(desk.database, desk.passes(minutes=6)) == [conversation]
    assert alert(desk.database, desk.passes(minutes=6)) == []
    assert [kind for kind, _ in desk.notices()] == ["promise_at_risk", "promise_broken"]
    assert len(desk.events(conversation, "promise_broken")) == 1


def test_a_promise_kept_alerts_nobody(desk):
    ada = desk.agent()
    conversation = desk.held_by(ada)
    desk.replies(conversation, ada)
    agents.close(desk.database, conversation, ada, desk.later())
    reckon(desk.database, RULES, desk.now)
    assert alert(desk.database, desk.passes(days=3)) == []


def test_a_change_since_it_was_reckoned_is_reckoned_before_anybody_is_alerted(desk):
    ada = desk.agent()
    conversation = desk.held_by(ada)
    reckon(desk.database, RULES, desk.now)
    agents.snooze(desk.database, conversation, ada, desk.now + 20 * HOUR, desk.later())
    assert alert(desk.database, desk.passes(hours=10)) == []


def test_who_becomes_urgent_while_waiting_is_promised_an_answer_sooner(desk):
    conversation = desk.waiting()
    assert clock(desk, conversation, Clock.FIRST_RESPONSE).target_seconds == 1800
    desk.says(conversation, "the battery is smoking")
    decided = answering(hand_off="a rule")
    decision = replace(decided.decision, route=Route(priority=Priority.URGENT))
    desk.commit(desk.pending(conversation), replace(decided, decision=decision))
    assert clock(desk, conversation, Clock.FIRST_RESPONSE).target_seconds == 300


def test_a_queue_and_a_priority_have_promises_of_their_own(desk):
    conversation = desk.waiting()
    before = clock(desk, conversation, Clock.FIRST_RESPONSE).due_at
    desk.move(conversation, Move.RELEASE)
    desk.move(conversation, Move.HAND_OFF, route=Route("returns", Priority.URGENT))
    after = clock(desk, conversation, Clock.FIRST_RESPONSE)
    assert before is not None
    assert (after.target_seconds, after.queue) == (300, "returns")


def test_handed_to_another_queue_its_promise_is_that_queues(desk):
    ada = desk.agent()
    conversation = desk.held_by(ada)
    agents.transfer_to_queue(desk.database, conversation, ada, Route("returns"), desk.later())
    running = clock(desk, conversation, Clock.FIRST_RESPONSE)
    assert (running.queue, running.target_seconds) == ("returns", 7200)


def test_reopened_soon_the_resolution_goes_on_where_it_stopped(desk):
    ada = desk.agent()
    conversation = desk.held_by(ada)
    agents.close(desk.database, conversation, ada, desk.passes(hours=1))
    ran = clock(desk, conversation, Clock.RESOLUTION)
    desk.passes(days=2)
    desk.says(conversation, "it broke again")
    desk.move(conversation, Move.HAND_OFF)
    again = clock(desk, conversation, Clock.RESOLUTION)
    assert (again.id, again.stopped_at) == (ran.id, None)
    assert again.due_at is not None
    assert ran.took_seconds is not None
    left = 8 * HOUR - timedelta(seconds=ran.took_seconds)
    assert again.due_at - desk.now == left


def test_figures_say_how_long_it_took_and_how_often_it_was_in_time(desk):
    ada = desk.agent()
    start = desk.now
    for minutes in (10, 20, 60):
        conversation = desk.waiting()
        desk.passes(minutes=minutes)
        desk.take_over(conversation, ada)
        desk.replies(conversation, ada)
    reckon(desk.database, RULES, desk.now)
    with desk.database.read() as session:
        found = figures(session, Clock.FIRST_RESPONSE, start)
        none = figures(session, Clock.RESOLUTION, start)
    assert (found.count, found.median_seconds, found.longest_seconds) == (3, 1202, 3602)
    assert found.kept == pytest.approx(2 / 3)
    assert (none.count, none.median_seconds, none.kept) == (0, None, None)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 300)), max_size=4))
def test_whatever_was_put_off_a_clock_counts_only_the_time_between(pauses):
    desk = Desk(Database.open("sqlite://"))
    ada = desk.agent()
    conversation = desk.held_by(ada)
    started = clock(desk, conversation, Clock.RESOLUTION).started_at
    still = timedelta()
    for before, length in pauses:
        begins = desk.passes(minutes=before, seconds=1)
        agents.snooze(desk.database, conversation, ada, begins + 90 * HOUR, begins)
        desk.passes(minutes=length)
        desk.move(conversation, Move.WAKE)
        still += desk.now - begins
    agents.close(desk.database, conversation, ada, desk.later())
    took = clock(desk, conversation, Clock.RESOLUTION).took_seconds
    assert took == (desk.now - started - still).total_seconds()
    desk.database.close()
