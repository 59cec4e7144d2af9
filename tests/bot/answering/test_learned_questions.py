"""A question that a model learned is known again however it is written."""

from __future__ import annotations

import pytest

from bot.answering.learned_questions import LearnedQuestions, sound_of
from nlu import text_digest

TEXTS = ("Where is my parcel?", "Cancel order [order], please", "[phone]", "我的包裹在哪里？")
LEARNED = LearnedQuestions.of({text_digest(each) for each in TEXTS}, TEXTS)


@pytest.mark.parametrize(
    "question",
    [
        "where is my parcel",
        "WHERE  is my parcel ?!",
        "Cancel order please",
        "cancel order [name], please.",
        "我的包裹 在哪里",
    ],
)
def test_case_spaces_marks_and_what_was_redacted_make_no_other_question(question: str) -> None:
    assert LEARNED.hold(question)


@pytest.mark.parametrize(
    "question", ["where is my parcel now", "parcel?", "[order]", "?", "cancel order 17, please"]
)
def test_other_words_or_none_at_all_are_another_question(question: str) -> None:
    assert not LEARNED.hold(question)


def test_a_text_that_the_model_did_not_learn_from_refuses_nothing() -> None:
    assert not LearnedQuestions.of({"0" * 16}, TEXTS).hold("where is my parcel")


def test_nothing_is_left_of_marks_and_redacted_parts() -> None:
    assert sound_of("[order] [Name]?!") == ""
