"""A ban among everything else that goes on: on the wire, held, waiting, rated, mailed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from conversing import Desk

from bot.content.attachments import expect_attachment
from bot.conversations import agents
from bot.conversations.banning import ban, unban
from bot.conversations.errors import StaleOwnerError
from bot.conversations.expected_files import Problem, give_up
from bot.conversations.expected_files import due as files_due
from bot.conversations.intake import Inbound, accept_within
from bot.conversations.outbox import NotSent, claim, due, settle
from bot.conversations.reading import owner_view
from bot.conversations.timekeeper import tick
from bot.dialog import Status
from bot.dialog.clock_rules import Assignment, ClockRules, Method, ServiceLevel, ServiceLevels

RULES = ClockRules(
    assignment=Assignment(Method.ROUND_ROBIN),
    service_levels=ServiceLevels(ServiceLevel(timedelta(minutes=5), timedelta(hours=1))),
)


def held_in_telegram(desk: Desk) -> tuple[str, agents.Agent]:
    chat, ada = desk.telegram_conversation(), desk.agent()
    desk.says(chat, "hello")
    desk.take_over(chat, ada)
    return chat, ada


def test_what_was_on_the_wire_at_the_ban_is_not_tried_again(desk):
    chat = desk.telegram_conversation()
    desk.says(chat, "hello")
    desk.answers(chat)
    (row,) = due(desk.database, "telegram", desk.later(), ())
    claim(desk.database, row.id, desk.later())
    ban(desk.database, chat, desk.agent(), desk.later())
    settle(desk.database, row.id, NotSent("too many", desk.now), desk.later())
    assert [each.status for each in desk.outbox(chat)] == ["cancelled"]


def test_what_people_and_notices_had_not_said_yet_stays_unsaid_too(desk):
    chat, ada = held_in_telegram(desk)
    desk.replies(chat, ada)
    ban(desk.database, chat, ada, desk.later())
    agents.close(desk.database, chat, ada, desk.later())
    assert {row.status for row in desk.outbox(chat)} == {"cancelled"}
    assert not any(row.buttons for row in desk.messages(chat))


def test_nobody_answers_a_banned_customer_before_they_are_let_in_again(desk):
    chat, ada = held_in_telegram(desk)
    ban(desk.database, chat, ada, desk.later())
    with pytest.raises(StaleOwnerError, match="banned"):
        desk.replies(chat, ada)
    unban(desk.database, chat, ada, desk.later())
    desk.replies(chat, ada)
    assert desk.outbox(chat)[-1].status == "pending"


def test_a_rating_of_a_banned_customer_is_ignored_like_all_they_write(desk):
    chat, ada = held_in_telegram(desk)
    agents.close(desk.database, chat, ada, desk.later())
    question = desk.messages(chat)[-1]
    ban(desk.database, chat, ada, desk.later())
    desk.says(chat, "", "press", question.buttons[0]["id"])
    last = desk.messages(chat)[-1]
    assert (last.author, last.turn) == ("customer", "ignored")
    assert desk.row(chat).status == Status.CLOSED


def test_a_banned_customer_waits_for_nobody_and_before_nobody(desk):
    banned, behind = desk.waiting(), desk.waiting()
    ban(desk.database, banned, desk.agent(), desk.later())
    said = len(desk.messages(banned))
    for _ in range(3):
        tick(desk.database, RULES, desk.passes(minutes=30))
    assert {told for _, told in desk.notices()} == {behind}
    assert len(desk.messages(banned)) == said
    assert desk.row(banned).assignee_id is None
    with desk.database.read() as session:
        assert owner_view(session, desk.row(behind)).position == 1


def test_what_a_banned_customer_writes_takes_nothing_from_an_agent(desk):
    chat, ada = held_in_telegram(desk)
    desk.replies(chat, ada)
    ban(desk.database, chat, ada, desk.later())
    desk.says(chat, "you can't ban me")
    tick(desk.database, RULES, desk.passes(hours=2))
    assert desk.row(chat).status == Status.WITH_AGENT


def test_of_a_file_that_does_not_come_a_banned_customer_hears_nothing(desk):
    chat = desk.telegram_conversation()
    ban(desk.database, chat, desk.agent(), desk.later())
    with desk.database.write() as session:
        file = expect_attachment(
            session, chat, source="f", name="a", media_type="", size=1, now=desk.now
        )
        accept_within(session, chat, Inbound("key", "", None, (file,)), desk.later())
    (expected,) = files_due(desk.database, "telegram", desk.passes(hours=1))
    give_up(desk.database, expected, Problem.UNAVAILABLE, desk.later())
    assert [row.author for row in desk.messages(chat)] == ["customer"]
