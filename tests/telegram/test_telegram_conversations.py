"""Whole conversations through a Bot API on loopback, in a home without a model.

There the bot hands every question to a person with an honest sentence, once.
"""

from __future__ import annotations

from fakes.bot_api import until


async def test_a_question_is_answered_and_the_answer_is_marked_as_automated(house):
    house.api.text(7, "Where is my parcel?")
    await until(lambda: house.api.to(7))
    assert house.api.to(7)[0].startswith("🤖 I'm the automated assistant of Our company.")
    assert house.conversation(7).customer == "Kim"
    await until(lambda: house.statuses(7) == ["sent"])
    assert len(house.messages(7, "bot")) == 1
