"""A customer asks for a person by a button or a command, rather than in words."""

from __future__ import annotations

from datetime import UTC, datetime, time

from conversing import Desk

from bot.conversations.asking import ask_for_person
from bot.dialog import OpeningHours

SATURDAY = datetime(2026, 3, 7, 12, tzinfo=UTC)
WEEKDAYS = OpeningHours("UTC", {day: ((time(9), time(17)),) for day in range(5)})


def asked(desk: Desk, hours: OpeningHours) -> str:
    conversation = desk.conversation()
    with desk.database.write() as session:
        assert ask_for_person(session, conversation, hours, "en", SATURDAY)
    assert desk.row(conversation).status == "waiting"
    return desk.messages(conversation, "bot")[-1].text


def test_a_colleague_is_promised_while_somebody_is_there(desk: Desk) -> None:
    assert "colleague" in asked(desk, OpeningHours())


def test_outside_opening_hours_the_next_opening_is_named(desk: Desk) -> None:
    assert "2026-03-09 09:00 (UTC)" in asked(desk, WEEKDAYS)
