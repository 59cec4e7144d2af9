"""What a message says about the bot's last reply, in its words."""

from __future__ import annotations

import pytest

from bot.answering.corrections import bearing_of
from bot.dialog import Bearing


@pytest.mark.parametrize(
    ("bearing", "texts"),
    [
        (
            Bearing.OTHER,
            ["no, the other one", "The other one please", "I meant the other one", "das andere"],
        ),
        (
            Bearing.REFUSED,
            [
                "that's not what I asked",
                "That’s not what I meant!",
                "that didn't help",
                "that does not help me",
                "still doesn't help",
                "you didn't answer my question",
                "wrong answer",
                "no, that's wrong",
                "das hilft mir nicht",
                "我不是问这个",
                "没有帮助",
                "答非所问",
            ],
        ),
        (Bearing.ORDINAL, ["the first one", "1", "das erste", "the second", "2", "第二个"]),
        (Bearing.YES, ["yes", "Yes please", "that's it", "ja genau", "对", "是的"]),
        (Bearing.NO, ["no", "none of these", "no, neither", "nein", "keins davon", "都不是"]),
    ],
)  # fmt: skip
def test_short_words_about_the_last_reply_are_understood(
    bearing: Bearing, texts: list[str]
) -> None:
    assert [bearing_of(text) for text in texts] == [(bearing, text) for text in texts]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("no, I meant a return label", "a return label"),
        ("not that, the invoice", "the invoice"),
        ("sorry, I was asking about gift cards", "gift cards"),
        ("nein, ich meine die Rechnung", "die Rechnung"),
        ("不是，我问的是发票", "发票"),
        ("not that, I meant the newsletter", "the newsletter"),
        ("no, E15", "E15"),
        ("Nein, das Fahrrad", "das Fahrrad"),
        ("不是，自行车", "自行车"),
    ],
)
def test_a_correction_is_read_as_what_it_says_is_meant(text: str, rest: str) -> None:
    assert bearing_of(text) == (Bearing.MENDED, rest)


@pytest.mark.parametrize(
    "text",
    [
        "the other pedal is missing",
        "no pedals in the box!",
        "the first parcel came, the second did not",
        "one of the two tyres is a different size",
        "my charger doesn't work",
        "wrong colour grips came",
        "yes and my order is late",
        "nothing helps, I want my money back",
        "no, thanks",
        "no, the parcel is here",
        "我没有收到",
    ],
)
def test_a_matter_of_its_own_is_no_word_about_the_last_reply(text: str) -> None:
    assert bearing_of(text) == (None, text)
