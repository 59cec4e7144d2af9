"""Politeness is no part of a request, and stays where it is all there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.pleasantries import without_pleasantries


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Hi, what does shipping cost?", "what does shipping cost?"),
        ("Hello! I have a question. What does shipping cost?", "What does shipping cost?"),
        ("what does shipping cost? thanks!", "what does shipping cost?"),
        ("Good morning team,\n\nwhere is my parcel?\n\nMany thanks", "where is my parcel?"),
        ("Hallo zusammen, wo ist mein Paket? Vielen Dank im Voraus!", "wo ist mein Paket?"),
        ("你好，运费多少？谢谢", "运费多少？"),
        ("请问运费是多少", "运费是多少"),
        ("how do I say thanks to the driver?", "how do I say thanks to the driver?"),
        ("hide the parcel please", "hide the parcel please"),
        ("hi there", "hi there"),
        ("hello", "hello"),
        ("thanks!", "thanks!"),
        ("ok, thanks", "ok, thanks"),
        ("你好", "你好"),
    ],
)
def test_what_frames_a_request_is_taken_off(text: str, bare: str) -> None:
    assert without_pleasantries(text) == bare


PIECES = st.sampled_from(["hi", " ", ",", "thanks", "谢谢", "where", "?", "\n"])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_nothing_is_left_empty(text: str) -> None:
    assert bool(without_pleasantries(text).strip()) == bool(text.strip())
