"""A yes, a no and a "one moment" count only where nothing else is said."""

from __future__ import annotations

import pytest

from nlu.short_answers import ShortAnswer, short_answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Yes, please!", ShortAnswer.AFFIRM),
        ("好的好的", ShortAnswer.AFFIRM),
        ("ja, genau", ShortAnswer.AFFIRM),
        ("No, it is not.", ShortAnswer.DENY),
        ("不是", ShortAnswer.DENY),
        ("nein, stimmt nicht", ShortAnswer.DENY),
        ("yes, one moment please", ShortAnswer.WAIT),
        ("请稍等一下", ShortAnswer.WAIT),
        ("Moment, ich schaue mal nach", ShortAnswer.WAIT),
    ],
)
def test_a_short_answer_is_recognised(text: str, answer: ShortAnswer) -> None:
    assert short_answer(text) is answer


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "please",
        "yes and no",
        "no, the other one",
        "yes?",
        "是不是",
        "好的，运费多少",
        "nobody came",
        "not yet delivered",
        "yes " * 30,
    ],
)
def test_anything_more_is_none(text: str) -> None:
    assert short_answer(text) is None
