"""A customer asks for a person by a button or a command, rather than in words."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from conversing import Desk

from bot.conversations import agents
from bot.conversations.asking import ask_for_person
from bot.conversations.serialised import state_from_json
from bot.dialog import Move, OpeningHours

SATURDAY = datetime(2026, 3, 7, 12, tzinfo=UTC)
WEEKDAYS = OpeningHours("UTC", {day: ((time(9), time(17)),) for day in range(5)})


def asked(desk: Desk, hours: OpeningHours, conversation: str | None = None) -> str:
    conversation = conversation or desk.conversation()
    with desk.database.write() as session:
        assert ask_for_person(session, conversation, hours, "en", SATURDAY)
    assert desk.row(conversation).status == "waiting"
    return desk.messages(conversation, "bot")[-1].text


def test_a_colleague_is_promised_while_somebody_is_there(desk: Desk) -> None:
    assert "colleague" in asked(desk, OpeningHours())


def test_what_was_put_off_comes_back_to_its_agent(desk: Desk) -> None:
    ada = desk.agent()
    conversation = desk.held_by(ada)
    agents.snooze(desk.database, conversation, ada, desk.now + timedelta(days=1), desk.later())
    with desk.database.write() as session:
        assert not ask_for_person(session, conversation, OpeningHours(), "en", desk.later())
    assert desk.row(conversation).status == "with_agent"


def test_reopened_by_asking_the_bot_remembers_only_details(desk: Desk) -> None:
    conversation = desk.conversation()
    desk.move(conversation, Move.CLOSE)
    asked(desk, OpeningHours(), conversation)
    assert not state_from_json(desk.row(conversation).dialog).disclosed


def test_outside_opening_hours_the_next_opening_is_named(desk: Desk) -> None:
    assert "2026-03-09 09:00 (UTC)" in asked(desk, WEEKDAYS)
