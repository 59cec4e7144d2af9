"""Who is asked to take a conversation that waits."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import time, timedelta

import pytest
from conversing import Desk
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations import desk_workers
from bot.conversations.assignment import assign, assign_waiting, next_worker
from bot.conversations.desk_workers import Worker
from bot.conversations.errors import StaleOwnerError, UnknownConversationError
from bot.dialog import OpeningHours
from bot.dialog.clock_rules import Assignment, ClockRules, Method

TURNS = ClockRules(assignment=Assignment(Method.ROUND_ROBIN))
LEAST = ClockRules(assignment=Assignment(Method.LEAST_BUSY))


def there(desk: Desk, *names: str, queues: tuple[str, ...] = (), capacity: int = 5) -> list[str]:
    """Agents whose desk is open."""
    found = []
    for name in names:
        agent = desk.agent(name)
        desk_workers.set_skills(desk.database, agent.id, queues, capacity)
        desk_workers.mark_seen(desk.database, agent.id, desk.now)
        found.append(agent.id)
    return found


def assignees(desk: Desk, *conversations: str) -> list[str | None]:
    return [desk.row(each).assignee_id for each in conversations]


def test_by_turns_everybody_is_asked_as_often(desk):
    there(desk, "Ada", "Bob", "Cyd", capacity=10)
    conversations = [desk.waiting() for _ in range(6)]
    assert assign_waiting(desk.database, TURNS, desk.later()) == conversations
    assert set(Counter(assignees(desk, *conversations)).values()) == {2}


def test_the_conversation_goes_on_waiting_and_anybody_may_take_it(desk):
    there(desk, "Ada")
    conversation = desk.waiting()
    epoch = desk.row(conversation).epoch
    assign_waiting(desk.database, TURNS, desk.later())
    assert (desk.row(conversation).status, desk.row(conversation).epoch) == ("waiting", epoch)
    desk.take_over(conversation, desk.agent("Bob"), epoch)
    assert assignees(desk, conversation) == [None]


def test_the_least_busy_is_asked_first_measured_by_what_they_can_take(desk):
    ada, bob = there(desk, "Ada", "Bob")
    desk_workers.set_skills(desk.database, bob, (), 20)
    for name, count in (("Ada", 1), ("Bob", 2)):
        for _ in range(count):
            desk.take_over(desk.waiting(), desk_agent(name))
    conversation = desk.waiting()
    assign_waiting(desk.database, LEAST, desk.later())
    assert assignees(desk, conversation) == [bob]
    assert ada != bob


def desk_agent(name: str):
    from bot.conversations.agents import Agent

    return Agent(f"id of {name}", name)


def test_only_those_who_take_its_queue_are_asked(desk):
    there(desk, "Ada", queues=("billing",))
    (bob,) = there(desk, "Bob", queues=("returns",))
    ours, nobodys = desk.waiting(queue="returns"), desk.waiting(queue="spam")
    assign_waiting(desk.database, TURNS, desk.later())
    assert assignees(desk, ours, nobodys) == [bob, None]


def test_whoever_is_full_away_or_switched_off_is_not_asked(desk):
    (full,) = there(desk, "Ada", capacity=1)
    desk.take_over(desk.waiting(), desk_agent("Ada"))
    (off,) = there(desk, "Bob")
    desk_workers.set_available(desk.database, off, False, desk.now)
    desk.agent("Cyd")
    conversation = desk.waiting()
    assert assign_waiting(desk.database, TURNS, desk.later()) == []
    assert assignees(desk, conversation) == [None]
    assert full != off


def test_who_does_not_take_it_in_time_is_passed_over(desk):
    there(desk, "Ada", "Bob")
    conversation = desk.waiting()
    asked = []
    for _ in range(3):
        for agent in ("id of Ada", "id of Bob"):
            desk_workers.mark_seen(desk.database, agent, desk.now)
        assign_waiting(desk.database, TURNS, desk.passes(minutes=3))
        asked += assignees(desk, conversation)
    assert asked == ["id of Ada", "id of Bob", "id of Ada"]


def test_where_there_is_nobody_else_it_stays_and_where_they_left_it_is_nobodys(desk):
    (ada,) = there(desk, "Ada")
    conversation = desk.waiting()
    assign_waiting(desk.database, TURNS, desk.later())
    assert assign_waiting(desk.database, TURNS, desk.passes(minutes=4)) == []
    assert assignees(desk, conversation) == [ada]
    assign_waiting(desk.database, TURNS, desk.passes(minutes=10))
    assert assignees(desk, conversation) == [None]


def test_outside_hours_and_by_hand_nobody_is_asked(desk):
    there(desk, "Ada")
    conversation = desk.waiting()
    closed = ClockRules(
        hours=OpeningHours("UTC", {0: ((time(9), time(10)),)}), assignment=TURNS.assignment
    )
    assign_waiting(desk.database, closed, desk.later())
    assign_waiting(desk.database, ClockRules(), desk.later())
    assert assignees(desk, conversation) == [None]


@pytest.mark.parametrize("attempt", range(3))
def test_two_at_once_give_nobody_more_than_they_can_take(desk, attempt):
    there(desk, "Ada", "Bob", capacity=2)
    conversations = [desk.waiting() for _ in range(8)]
    now, gate = desk.later(), threading.Barrier(2)

    def run() -> None:
        gate.wait()
        assign_waiting(desk.database, TURNS, now)

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    given = Counter(assignees(desk, *conversations))
    assert (given["id of Ada"], given["id of Bob"], given[None]) == (2, 2, 4)
    assert sum(len(desk.events(each, "assigned")) for each in conversations) == 4


def test_a_colleague_may_ask_somebody_and_take_it_back(desk):
    ada = desk.agent("Ada")
    conversation = desk.waiting()
    assign(desk.database, conversation, ada.id, "id of Lea", desk.later())
    assert assignees(desk, conversation) == [ada.id]
    assert desk.events(conversation, "assigned")[0].data == {"agent": ada.id, "by": "id of Lea"}
    assign(desk.database, conversation, None, "id of Lea", desk.later())
    assert assignees(desk, conversation) == [None]


def test_what_does_not_wait_cannot_be_assigned(desk):
    ada = desk.agent("Ada")
    for conversation, user in ((desk.held_by(ada), ada.id), (desk.waiting(), "nobody")):
        with pytest.raises(StaleOwnerError):
            assign(desk.database, conversation, user, ada.id, desk.now)
    with pytest.raises(UnknownConversationError):
        assign(desk.database, "nothing", ada.id, ada.id, desk.now)


people = st.builds(
    Worker,
    id=st.text("abcdef", min_size=1, max_size=3),
    queues=st.frozensets(st.sampled_from(["returns", "billing"])),
    capacity=st.integers(1, 5),
    busy=st.integers(0, 5),
    present=st.booleans(),
    available=st.booleans(),
    assigned_at=st.none(),
)


@given(
    st.lists(people, max_size=6, unique_by=lambda each: each.id),
    st.sampled_from(["", "returns"]),
    st.sampled_from([Method.ROUND_ROBIN, Method.LEAST_BUSY]),
    st.randoms(),
)
def test_the_choice_suits_and_does_not_depend_on_the_order(there, queue, method, random):
    found = next_worker(method, queue, there, None)
    suited = [w for w in there if w.present and w.takes(queue) and w.busy < w.capacity]
    assert (found is None) is (not suited)
    assert found is None or found in suited
    random.shuffle(there)
    assert next_worker(method, queue, there, None) == found


def test_a_desk_that_was_open_a_while_ago_is_not_there(desk):
    (ada,) = there(desk, "Ada")
    assert desk_workers.worker(desk.database, ada, desk.now + timedelta(minutes=4)).present
    assert not desk_workers.worker(desk.database, ada, desk.now + timedelta(minutes=6)).present
    assert desk_workers.worker(desk.database, "nobody", desk.now) is None
