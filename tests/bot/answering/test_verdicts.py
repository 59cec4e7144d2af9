"""What is said of models: complete in every language, and recognised whatever it holds."""

from __future__ import annotations

from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.verdicts import VERDICTS, verdict_in, verdict_words
from knowledge import IntentId
from nlu.comparison import Judged, comparison_of

ENGLISH = VERDICTS["en"]
RIGHT, WRONG = IntentId("refund"), IntentId("login")


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", VERDICTS)
def test_every_language_has_every_sentence_with_the_same_places(language):
    assert {key: places(text) for key, text in VERDICTS[language].items()} == {
        key: places(text) for key, text in ENGLISH.items()
    }


@pytest.mark.parametrize("key", ENGLISH)
@given(data=st.data())
def test_a_stored_sentence_is_said_anew_with_its_values(key, data):
    values = {place: data.draw(st.integers(0, 999)) for place in places(ENGLISH[key])}
    said = verdict_in("zh-CN", verdict_words(key, **values))
    assert said == VERDICTS["zh-Hans"][key].format(**values)


@pytest.mark.parametrize(
    ("before", "after", "texts"),
    [(RIGHT, WRONG, 40), (WRONG, RIGHT, 40), (RIGHT, RIGHT, 40), (RIGHT, RIGHT, 3)],
    ids=["worse", "better", "alike", "too few"],
)
def test_whatever_a_comparison_says_is_worded(before, after, texts):
    judged = [
        Judged(str(number), RIGHT, before, after, before_sure=True, after_sure=True)
        for number in range(texts)
    ]
    because = comparison_of(judged).because
    assert because
    assert all(verdict_in("zh-Hans", each) != each for each in because)


@pytest.mark.parametrize("stored", ["the disk is full", ""])
def test_what_nobody_worded_stays_as_it_is(stored):
    assert verdict_in("zh-Hans", stored) == stored
