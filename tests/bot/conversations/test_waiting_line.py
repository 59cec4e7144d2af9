"""What somebody who waits is told: the place, and how long it takes where that is known."""

from __future__ import annotations

from datetime import time

import pytest
from conversing import Desk, answering

from bot.conversations import desk_workers
from bot.conversations.asking import ask_for_person
from bot.conversations.line import Place, measure_pace, places
from bot.conversations.reading import customer_view
from bot.conversations.service_levels import reckon
from bot.dialog import OpeningHours
from bot.dialog.clock_rules import ClockRules
from bot.store.tables import QueuePaceRow

RULES = ClockRules()
CLOSED = ClockRules(hours=OpeningHours("UTC", {0: ((time(1), time(2)),)}))


def answered(desk: Desk, times: int, minutes: int = 4) -> None:
    """So many customers of the past were answered after so many minutes, by Ada, who is there."""
    ada = desk.agent("Ada")
    for _ in range(times):
        conversation = desk.waiting()
        desk.passes(minutes=minutes)
        desk.take_over(conversation, ada)
        desk.replies(conversation, ada)
    desk_workers.mark_seen(desk.database, ada.id, desk.now)
    reckon(desk.database, RULES, desk.now)
    measure_pace(desk.database, RULES, desk.now)


def state(desk: Desk, conversation: str) -> tuple[int | None, int | None]:
    shown = customer_view(desk.database, conversation, 0).state
    return shown.position, shown.expected_wait_seconds


def test_the_wait_is_what_others_lately_waited_and_grows_with_the_place(desk):
    answered(desk, 5)
    waiting = [desk.waiting() for _ in range(3)]
    assert [state(desk, each) for each in waiting] == [(1, 300), (2, 600), (3, 900)]
    assert places(desk.database)[waiting[2]] == Place(3, 900)


def test_from_too_few_nothing_is_concluded(desk):
    answered(desk, 4)
    assert state(desk, desk.waiting()) == (1, None)


def test_nobody_is_told_a_wait_while_no_agent_is_there(desk):
    answered(desk, 5)
    measure_pace(desk.database, RULES, desk.passes(minutes=10))
    assert state(desk, desk.waiting()) == (1, None)


def test_nor_outside_opening_hours(desk):
    answered(desk, 5)
    measure_pace(desk.database, CLOSED, desk.now)
    assert state(desk, desk.waiting()) == (1, None)


def test_another_queues_past_says_nothing_about_this_one(desk):
    answered(desk, 5)
    assert state(desk, desk.waiting(queue="returns")) == (1, None)


def test_who_is_handed_over_hears_it_in_the_same_sentence(desk):
    answered(desk, 5)
    conversation = desk.waiting()
    said = desk.messages(conversation)[-1].text
    assert said.startswith("passing on You are number 1 in the queue")
    assert "within about 5 minutes" in said


@pytest.mark.parametrize(("rules", "told"), [(RULES, True), (CLOSED, False)])
def test_who_asks_by_button_hears_it_too_while_somebody_is_there(desk, rules, told):
    answered(desk, 5)
    conversation = desk.conversation()
    with desk.database.write() as session:
        ask_for_person(session, conversation, rules.hours, "de", desk.later())
    assert ("number 1" in desk.messages(conversation)[-1].text) is told


def test_an_answer_says_nothing_of_queues(desk):
    answered(desk, 5)
    conversation = desk.conversation()
    desk.says(conversation, "hello")
    desk.commit(desk.pending(conversation), answering("an answer"))
    assert desk.messages(conversation)[-1].text == "an answer"


def test_what_did_not_change_is_not_written_again(desk, monkeypatch):
    answered(desk, 5)
    monkeypatch.setattr(desk.database, "write", None)
    measure_pace(desk.database, RULES, desk.now)
    with desk.database.read() as session:
        assert session.get_one(QueuePaceRow, "").agents == 1
