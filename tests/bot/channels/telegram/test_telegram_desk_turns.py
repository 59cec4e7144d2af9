"""Whose message leaves first into the team's group, where few may leave."""

from __future__ import annotations

from datetime import timedelta

from conversing import Desk

from bot.channels.telegram.desk.topics import CHANNEL, send_to_topic
from bot.channels.telegram.desk.turns import STANDING_IN_A_ROW, TopicTurns
from bot.conversations.outbox import Delivered, claim, due, settle
from bot.dialog import Priority
from bot.store.tables import ConversationRow, TelegramTopicRow

GROUP = "-1009"


def topic(desk: Desk, thread: int | None, minutes: int = 0, priority: int = 0) -> str:
    """A conversation that waits for so many minutes, with its topic."""
    conversation = desk.conversation()
    with desk.database.write() as session:
        row = session.get_one(ConversationRow, conversation)
        row.priority, row.waiting_since = priority, desk.now - timedelta(minutes=minutes)
        session.add(row)
        found = TelegramTopicRow(conversation_id=conversation, desk_chat=GROUP, title="x")
        found.thread_id = thread
        session.add(found)
    return conversation


def shows(desk: Desk, conversation: str) -> None:
    with desk.database.write() as session:
        send_to_topic(session, conversation, ["news"], desk.later())


def sent(desk: Desk, turns: TopicTurns, standing: set[str]) -> str:
    """Send what comes first; whose it was."""
    first = due(desk.database, CHANNEL, desk.later(), (), turns.order())[0]
    message = claim(desk.database, first.id, desk.now)
    assert message is not None
    settle(desk.database, message.id, Delivered("1"), desk.now)
    turns.taken(begins=message.conversation_id not in standing)
    return message.conversation_id


def test_what_is_said_in_a_topic_does_not_wait_for_all_that_are_to_begin(desk: Desk) -> None:
    backlog = [topic(desk, None) for _ in range(9)]
    standing = topic(desk, 5)
    for each in (*backlog, standing):
        shows(desk, each)
    assert sent(desk, TopicTurns(), {standing}) == standing


def test_topics_begin_however_much_is_said_in_others(desk: Desk) -> None:
    standing = [topic(desk, number) for number in range(1, 7)]
    beginning = [topic(desk, None) for _ in range(2)]
    for each in (*standing, *beginning):
        shows(desk, each)
    turns = TopicTurns()
    order = [sent(desk, turns, set(standing)) for _ in range(8)]
    assert [each in beginning for each in order] == [False, False, True] * 2 + [False, False]
    assert STANDING_IN_A_ROW == 2


def test_of_those_that_begin_the_urgent_and_then_the_longest_waiting_come_first(
    desk: Desk,
) -> None:
    young, old = topic(desk, None, minutes=1), topic(desk, None, minutes=9)
    urgent = topic(desk, None, priority=Priority.URGENT)
    for each in (young, old, urgent):
        shows(desk, each)
    turns = TopicTurns()
    assert [sent(desk, turns, set()) for _ in range(3)] == [urgent, old, young]
