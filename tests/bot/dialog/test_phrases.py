"""The bot's own sentences: every language says all of them, with the same places."""

from __future__ import annotations

from string import Formatter

import pytest

from bot.dialog.answer_words import ANSWER_WORDS, FINE, NO, YES
from bot.dialog.phrases import PHRASES, is_spoken, phrase, spoken_language
from nlu.phrasebooks import BOOKS

SAME_EVERYWHERE = {"list_separator", "of_request", "mail_answer_subject"}
"""What is only marks and names."""


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def said(key: str, language: str) -> str:
    return phrase(key, language, **dict.fromkeys(places(PHRASES["en"][key]), "X"))


@pytest.mark.parametrize("language", PHRASES)
def test_every_language_says_the_same_things_with_the_same_places(language):
    assert {key: places(text) for key, text in PHRASES[language].items()} == {
        key: places(text) for key, text in PHRASES["en"].items()
    }


@pytest.mark.parametrize("key", sorted(PHRASES["en"].keys() - SAME_EVERYWHERE - {"no"}))
def test_no_language_says_it_in_english(key):
    assert [code for code in PHRASES if code != "en" and said(key, code) == said(key, "en")] == []


@pytest.mark.parametrize(("key", "typed"), [("help", "/language"), ("commands", "/human")])
def test_commands_are_named_as_they_are_typed(key, typed):
    assert [code for code in PHRASES if typed not in PHRASES[code][key]] == []


def test_the_bot_understands_who_asks_what_it_is_and_a_yes_wherever_it_can_say_so():
    assert set(BOOKS) == set(PHRASES)
    assert {*ANSWER_WORDS, "en", "de", "zh-Hans"} == set(PHRASES)


def test_no_word_is_a_yes_in_one_language_and_a_no_in_another():
    assert not (YES | FINE) & NO


@pytest.mark.parametrize(
    ("language", "served"),
    [
        (None, "en"),
        ("", "en"),
        ("x-klingon", "en"),
        ("fr-CA", "fr"),
        ("DE-at", "de"),
        ("pt_BR", "pt"),
        ("nb-NO", "no"),
        ("iw", "he"),
        ("zh", "zh-Hans"),
        ("zh-Hans", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
    ],
)
def test_the_bot_talks_in_the_language_itself_or_in_english(language, served):
    assert spoken_language(language) == served


def test_a_language_without_sentences_is_not_spoken():
    assert is_spoken("nb")
    assert is_spoken("zh")
    assert not is_spoken("x-klingon")
    assert not is_spoken("")


def test_a_sentence_wants_all_its_places():
    with pytest.raises(KeyError):
        phrase("taken_over", "en")
