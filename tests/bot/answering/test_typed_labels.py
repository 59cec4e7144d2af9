"""A button's label that is typed leaves the conversation's language as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from situations import NOON, POLICY, REFUND, RETURNS

from bot.answering import DialogAnswerer, first_message
from bot.answering.release import Release
from bot.dialog import DialogState, Memory, Reading

OFFERED = DialogState(memory=Memory("x", (), (RETURNS.id, REFUND.id), "f"))


class EnglishReader(Release):
    """Takes everything for English."""

    def read(self, text: str, language: str | None, parts=(), channel="") -> Reading:
        return Reading(text, "en")


@pytest.mark.parametrize(
    ("text", "state", "language"),
    [
        ("Returning something", OFFERED, "zh-Hans"),
        ("Returning something", DialogState(), "en"),
        ("where is my parcel", OFFERED, "en"),
    ],
)
def test_a_label_is_no_choice_of_a_language(text, state, language):
    templates = {each.id: each for each in (RETURNS, REFUND)}
    release = EnglishReader(None, POLICY, {}, "Shop", "en", templates)
    turn = replace(first_message(text, "web"), state=state, language="zh-Hans")
    assert DialogAnswerer(lambda: release, lambda: NOON).decide(turn).language == language
