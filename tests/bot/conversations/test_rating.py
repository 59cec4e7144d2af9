"""How a conversation was: asked once a person has closed it, and kept without waking anybody."""

from __future__ import annotations

import pytest
from conversing import Desk

from bot.conversations import agents
from bot.conversations.agents import Agent
from bot.conversations.rating import ratings_of
from bot.conversations.timekeeper import tick
from bot.conversations.turns import conversations_with_pending_turns
from bot.dialog import Status
from bot.dialog.clock_rules import ClockRules
from bot.store.tables import RatingRow


def closed_by_a_person(desk: Desk, conversation: str) -> str:
    agent = desk.agent()
    desk.says(conversation, "hello")
    desk.take_over(conversation, agent)
    agents.close(desk.database, conversation, agent, desk.later())
    return conversation


def press(desk: Desk, conversation: str, score: int, key: str = "press") -> None:
    question = next(row for row in desk.messages(conversation, "system") if row.buttons)
    (button,) = [each["id"] for each in question.buttons if each["label"] == str(score)]
    desk.says(conversation, "", key, button)


def rating(desk: Desk, conversation: str) -> int | None:
    with desk.database.read() as session:
        row = session.get(RatingRow, conversation)
        return row.score if row else None


@pytest.mark.parametrize("channel", ["web", "telegram"])
def test_a_person_who_closes_leaves_a_question_on_every_channel(desk, channel):
    begun = desk.conversation() if channel == "web" else desk.telegram_conversation()
    conversation = closed_by_a_person(desk, begun)
    question = desk.messages(conversation)[-1]
    assert [each["label"] for each in question.buttons] == ["1", "2", "3", "4", "5"]
    sent = [row for row in desk.outbox(conversation) if row.seq == question.seq]
    assert len(sent) == (channel == "telegram")
    assert all(len(row.payload["buttons"]) == 5 and row.status == "pending" for row in sent)


def test_a_rating_is_kept_and_thanked_for_and_wakes_nobody(desk):
    conversation = closed_by_a_person(desk, desk.conversation())
    press(desk, conversation, 4)
    assert rating(desk, conversation) == 4
    assert desk.row(conversation).status == Status.CLOSED
    assert conversations_with_pending_turns(desk.database) == []
    rated, thanks = desk.messages(conversation)[-2:]
    assert (rated.text, thanks.reply_to) == ("4", [rated.seq])


def test_an_agent_owes_no_answer_to_a_rating(desk):
    conversation = closed_by_a_person(desk, desk.conversation())
    agent = Agent("id of Ada", "Ada")
    desk.take_over(conversation, agent)
    desk.replies(conversation, agent)
    press(desk, conversation, 5)
    tick(desk.database, ClockRules(), desk.passes(hours=2))
    assert desk.row(conversation).status == Status.WITH_AGENT
    tick(desk.database, ClockRules(), desk.passes(hours=72))
    assert desk.row(conversation).status == Status.CLOSED


def test_the_last_rating_counts_and_the_same_press_counts_once(desk):
    conversation = closed_by_a_person(desk, desk.conversation())
    press(desk, conversation, 2)
    press(desk, conversation, 2)
    press(desk, conversation, 5, "another press")
    assert rating(desk, conversation) == 5
    assert len([row for row in desk.messages(conversation) if row.text == "2"]) == 1


@pytest.mark.parametrize("typed", ["4", " 4. ", "4/5", "４"])
def test_a_score_may_be_typed_as_well(desk, typed):
    conversation = closed_by_a_person(desk, desk.conversation())
    desk.says(conversation, typed)
    assert rating(desk, conversation) == 4
    assert desk.row(conversation).status == Status.CLOSED
    assert desk.messages(conversation)[-2].text == typed


@pytest.mark.parametrize("typed", ["6", "45", "4 bolts", "4 5"])
def test_other_numbers_are_no_score(desk, typed):
    conversation = closed_by_a_person(desk, desk.conversation())
    desk.says(conversation, typed)
    assert rating(desk, conversation) is None
    assert desk.row(conversation).status == Status.AUTOMATED


def test_a_number_is_a_score_only_where_one_is_asked_for(desk):
    conversation = closed_by_a_person(desk, desk.conversation())
    desk.says(conversation, "one more thing")
    desk.says(conversation, "4", "number")
    assert rating(desk, conversation) is None


def test_words_after_closing_reopen_it_for_the_bot(desk):
    conversation = closed_by_a_person(desk, desk.conversation())
    desk.says(conversation, "one more thing")
    assert desk.row(conversation).status == Status.AUTOMATED
    assert conversations_with_pending_turns(desk.database) == [conversation]
    assert not desk.pending(conversation).state.disclosed


def test_nobody_is_asked_where_the_bot_alone_had_it(desk):
    conversation, agent = desk.conversation(), desk.agent()
    agents.close(desk.database, conversation, agent, desk.later())
    assert desk.messages(conversation, "system") == []


def test_every_rating_stays_on_record_and_the_last_one_counts(desk):
    conversation = closed_by_a_person(desk, desk.conversation())
    for place, score in enumerate((2, 2, 5)):
        press(desk, conversation, score, f"press {place}")
    assert rating(desk, conversation) == 5
    with desk.database.read() as session:
        assert [each.score for each in ratings_of(session, conversation)] == [2, 5]
