"""What short messages to a question of the bot's own mean."""

from __future__ import annotations

import pytest

from bot.dialog.phrases import PHRASES
from bot.dialog.words import (
    asks,
    begins_as_question,
    says_cancel,
    says_no,
    says_skip,
    says_something_is_wrong,
    says_yes,
)


@pytest.mark.parametrize(
    "text", ["Yes!", "yes, send it please", "Ja, alles richtig", "Genau.", "是的。", "没错", "OK"]
)
def test_a_yes_is_heard(text):
    assert says_yes(text)
    assert not says_no(text)


@pytest.mark.parametrize(
    "text",
    ["", "no", "yes but the date is wrong", "ok, ändern", "yes I think we all can see it is late"],
)
def test_what_has_something_against_it_is_no_yes(text):
    assert not says_yes(text)


@pytest.mark.parametrize(
    "text", ["No.", "nope", "no, the e-mail is wrong", "Nein, etwas ändern", "不对，需要修改"]
)
def test_a_no_is_heard(text):
    assert says_no(text)
    assert says_something_is_wrong(text)


@pytest.mark.parametrize("text", ["the date is wrong", "bitte das Datum ändern", "日期错了"])
def test_something_wrong_is_heard(text):
    assert says_something_is_wrong(text)
    assert not says_something_is_wrong("the date")


@pytest.mark.parametrize("text", ["Skip", "I don't have one", "I don’t know.", "keine", "跳过"])
def test_passing_over_is_heard(text):
    assert says_skip(text)
    assert not says_cancel(text)


@pytest.mark.parametrize("text", ["Cancel!", "never mind", "abbrechen", "算了"])
def test_calling_off_is_heard(text):
    assert says_cancel(text)
    assert not says_skip(text)


@pytest.mark.parametrize(
    "text", ["When are you open?", "Hi! When do you open?", "几点开门？", "really?!"]
)
def test_a_question_is_told_from_an_answer(text):
    assert asks(text)
    assert begins_as_question(text)


@pytest.mark.parametrize(
    "text", ["The rim is bent. Can you fix it?", "车架有裂纹而且掉漆了。能修吗？", "It is red", ""]
)
def test_what_tells_something_is_more_than_a_question(text):
    assert not asks(text)


@pytest.mark.parametrize("text", ["how do I return this", "wann öffnet ihr", "你们几点开门呢"])
def test_a_question_needs_no_mark(text):
    assert not asks(text)
    assert begins_as_question(text)
    assert not begins_as_question("it is red")


@pytest.mark.parametrize("language", PHRASES)
def test_the_labels_of_buttons_are_understood(language):
    said = PHRASES[language]
    assert says_yes(said["form_yes"])
    assert says_yes(said["yes"])
    assert says_no(said["form_no"])
    assert says_no(said["no"])
    assert says_skip(said["form_skip"])
