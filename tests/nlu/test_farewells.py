"""Thanks and goodbyes and nothing more are told from all that wants an answer."""

from __future__ import annotations

import pytest

from nlu import is_farewell


@pytest.mark.parametrize(
    "text",
    [
        "thank you!",
        "Thanks a lot",
        "ok, thanks, bye!",
        "Great, thank you so much :)",
        "danke",
        "Vielen Dank, alles Gute!",
        "谢谢",
        "好的，谢谢！再见",
    ],
)
def test_thanks_and_goodbyes_are_farewells(text: str) -> None:
    assert is_farewell(text)


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "great",
        "",
        "thanks, but it is still broken",
        "thank you for nothing",
        "thanks, and where is the other one?",
        "thanks?",
        "谢谢，还有一个问题",
        "bye the way, my name changed",
        "goodbye my money",
    ],
)
def test_what_says_more_is_none(text: str) -> None:
    assert not is_farewell(text)
