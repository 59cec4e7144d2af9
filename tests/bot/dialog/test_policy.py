"""What the operator decided, as the dialog asks for it."""

from __future__ import annotations

from bot.dialog import Policy
from retrieval.composing import ROOM


def test_a_channel_has_the_room_that_was_set_and_another_one_the_usual():
    policy = Policy(rooms={"telegram": 300})
    assert (policy.room_on("telegram"), policy.room_on("terminal")) == (300, ROOM)
