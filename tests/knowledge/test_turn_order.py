"""Turns stand in the order in which they were said, whichever way a list has them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from knowledge import Speaker, Turn
from knowledge.importers.turn_order import in_order, oldest_first

BEGIN = datetime(2026, 3, 1, 10, tzinfo=UTC)


def turn(text: str, second: int | None) -> Turn:
    time = None if second is None else BEGIN + timedelta(seconds=second)
    return Turn(Speaker.CUSTOMER, text, time)


@pytest.mark.parametrize(
    "listed",
    [
        [("a", 0), ("b", 5), ("c", 5), ("d", 5), ("e", 9)],
        [("e", 9), ("d", 5), ("c", 5), ("b", 5), ("a", 0)],
        [("b", 5), ("c", 5), ("a", 0), ("d", 5), ("e", 9)],
        [("a", 0), ("b", 5), ("c", None), ("d", 7), ("e", None)],
        [("e", 9), ("d", None), ("c", 6), ("b", 5), ("a", 0)],
    ],
    ids=["oldest first", "latest first", "nearly in order", "some without", "latest, without"],
)
def test_what_was_said_in_one_second_keeps_its_order(listed: list[tuple[str, int | None]]) -> None:
    turns = oldest_first([turn(text, second) for text, second in listed], lambda each: each.time)
    found = in_order(turns)
    assert "".join(each.text for each in found) == "abcde"


def test_what_belongs_together_is_not_turned_round() -> None:
    listed = [("later", 9), ("asked", 5), ("answered", 5), ("first", 0)]
    found = in_order(turn(text, second) for text, second in listed)
    assert [each.text for each in found] == ["first", "asked", "answered", "later"]


def test_without_any_time_the_list_is_believed() -> None:
    assert [t.text for t in in_order([turn("b", None), turn("a", None)])] == ["b", "a"]
