"""Resolutions, how long they last, waiting times, hand-overs, ratings, and the team's work."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from counting import ask, asked, behind, change, counted, facts, says_template, scope

from bot.conversations import agents
from bot.conversations.rating import keep_rating
from bot.conversations.service_levels import reckon
from bot.dialog import Move, OpeningHours, Route
from bot.dialog.clock_rules import ClockRules, ServiceLevel, ServiceLevels
from bot.dialog.why import REASONS, why
from bot.insights import Figure, durations, template_outcomes
from bot.insights.handovers import GROUPS, group_of
from bot.store.tables import FeedbackRow

DAY = timedelta(days=1)


def lapsed(desk) -> str:
    """Answered by the bot, and closed because the customer fell silent."""
    conversation = asked(desk, "returns")
    desk.move(conversation, Move.LAPSE)
    return conversation


def closed_by(desk, agent) -> str:
    conversation = desk.held_by(agent)
    desk.replies(conversation, agent)
    agents.close(desk.database, conversation, agent, desk.later())
    return conversation


def test_resolved_by_bot_or_person_or_undone(desk):
    ada = desk.agent()
    by_bot, undone, by_person = lapsed(desk), lapsed(desk), closed_by(desk, ada)
    ask(desk, undone, "returns")
    assert counted(desk, Figure.RESOLUTIONS) == {"bot": 1, "person": 1, "undone": 1}
    assert behind(desk, Figure.RESOLUTIONS, "bot") == {by_bot}
    assert behind(desk, Figure.RESOLUTIONS, "person") == {by_person}


def test_whether_it_lasted_is_judged_after_its_days_and_not_before(desk):
    lasted, reopened = lapsed(desk), lapsed(desk)
    desk.passes(days=3)
    ask(desk, reopened, "returns")
    early = lapsed(desk)
    ask(desk, early, "returns")
    assert counted(desk, Figure.DURABILITY) == {"open": 3}
    desk.passes(days=5)
    assert counted(desk, Figure.DURABILITY) == {"lasted": 1, "reopened": 1, "open": 1}
    assert behind(desk, Figure.DURABILITY, "lasted") == {lasted}
    assert behind(desk, Figure.DURABILITY, "reopened") == {reopened}


def test_waits_count_opening_hours_and_what_was_promised(desk):
    ada = desk.agent()
    office = {day: ((time(9), time(17)),) for day in range(7)}
    promise = ServiceLevels(ServiceLevel(timedelta(minutes=30), None))
    rules = ClockRules(hours=OpeningHours("Europe/Amsterdam", office), service_levels=promise)
    desk.now = desk.now.replace(hour=15, minute=50)  # 16:50 or 17:50 in Amsterdam
    quick, slow, left = desk.waiting(), desk.waiting(), desk.waiting()
    desk.take_over(quick, ada)
    desk.replies(quick, ada)
    desk.now = desk.now.replace(hour=10) + DAY
    desk.take_over(slow, ada)
    desk.replies(slow, ada)
    agents.release(desk.database, left, ada, desk.later())
    reckon(desk.database, rules, desk.now)
    assert counted(desk, Figure.FIRST_RESPONSES) == {"kept": 1, "late": 1, "unanswered": 1}
    times = durations(facts(desk, Figure.FIRST_RESPONSES))
    assert times.count == 2
    assert times.slowest is not None
    assert times.slowest < timedelta(hours=4).total_seconds()
    assert behind(desk, Figure.FIRST_RESPONSES, "unanswered") == {left}


def test_a_resolution_time_ends_when_the_conversation_is_closed(desk):
    ada = desk.agent()
    conversation = desk.held_by(ada)
    desk.passes(hours=2)
    desk.replies(conversation, ada)
    agents.close(desk.database, conversation, ada, desk.later())
    reckon(desk.database, ClockRules(), desk.now)
    [fact] = facts(desk, Figure.RESOLUTION_TIMES)
    assert fact.part == "unpromised"
    assert fact.seconds == pytest.approx(7200, abs=10)


@pytest.mark.parametrize(
    ("reason", "group"),
    [
        (why("pressed_person"), "asked"),
        (why("unhappy", sentiment="-0.80", floor="-0.50"), "distress"),
        (why("nothing_sure"), "unsure"),
        (why("passed_on", name="Ada"), "passed_on"),
        ("in an agent's own words", "other"),
        (None, "other"),
    ],
)
def test_reasons_are_told_in_groups(reason, group):
    assert group_of(reason) == group


def test_every_grouped_reason_is_one_that_there_is_and_stands_in_one_group():
    grouped = [key for keys in GROUPS.values() for key in keys]
    assert set(grouped) <= set(REASONS["en"])
    assert len(grouped) == len(set(grouped))


def test_hand_overs_by_bot_colleague_and_clock(desk):
    ada = desk.agent()
    conversation = asked(desk, "returns")
    desk.move(conversation, Move.HAND_OFF, reason=why("nothing_sure"))
    desk.move(conversation, Move.TIME_OUT, reason=why("nothing_sure"))
    desk.take_over(conversation, ada)
    agents.transfer_to_queue(desk.database, conversation, ada, Route("", 0), desk.later())
    desk.take_over(conversation, ada)
    desk.move(conversation, Move.TIME_OUT, reason=why("unanswered_agent", name="Ada"))
    expected = {"unsure": 1, "passed_on": 1, "unanswered": 1}
    assert counted(desk, Figure.HANDOVERS) == expected


def test_the_last_rating_and_the_last_thumb_count(desk):
    conversation = asked(desk, "returns")
    seq = desk.messages(conversation)[-1].seq
    for score, helpful in ((2, False), (5, True)):
        with desk.database.write() as session:
            keep_rating(session, conversation, score, desk.later())
            row = FeedbackRow(conversation_id=conversation, seq=seq, helpful=helpful, at=desk.now)
            session.merge(row)
    assert counted(desk, Figure.RATINGS) == {"5": 1}
    assert counted(desk, Figure.THUMBS) == {"helpful": 1}


def test_work_is_told_by_who_did_it(desk):
    ada, bob = desk.agent("Ada"), desk.agent("Bob")
    conversation = desk.held_by(ada)
    desk.replies(conversation, ada)
    agents.transfer(desk.database, conversation, ada, bob.id, desk.later())
    desk.replies(conversation, bob, "another")
    agents.close(desk.database, conversation, bob, desk.later())
    done = sorted((fact.agent, fact.part) for fact in facts(desk, Figure.WORK))
    assert done == [
        (ada.id, "replied"), (ada.id, "taken"),
        (bob.id, "replied"), (bob.id, "resolved"), (bob.id, "taken"),
    ]  # fmt: skip


def test_templates_are_counted_within_the_period_and_the_filters(desk):
    old = desk.conversation()
    says_template(desk, old, "t")
    desk.passes(days=20)
    new = desk.conversation()
    says_template(desk, new, "t")
    change(desk, new, language="de")
    with desk.database.read() as session:
        in_all = template_outcomes(session, scope(desk))["t"]
        lately = template_outcomes(session, scope(desk, days=7))["t"]
        german = template_outcomes(session, scope(desk, language="de"))["t"]
    assert (in_all.shown, lately.shown, german.shown) == (2, 1, 1)
    assert behind(desk, Figure.TEMPLATES, "t") == {old, new}
