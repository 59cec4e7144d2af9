"""The bot's own sentences: every language says all of them, with the same places."""

from __future__ import annotations

from string import Formatter

import pytest

from bot.dialog.phrases import PHRASES, catalogue_language, phrase, spoken_language
from bot.dialog.phrases.essential import ESSENTIAL
from nlu.phrasebooks import BOOKS

NEEDED = ESSENTIAL["es"]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", PHRASES)
def test_every_language_says_the_same_things(language):
    assert {key: places(text) for key, text in PHRASES[language].items()} == {
        key: places(text) for key, text in PHRASES["en"].items()
    }


@pytest.mark.parametrize("language", ESSENTIAL)
def test_every_language_says_the_essential_with_the_same_places(language):
    assert {key: places(text) for key, text in ESSENTIAL[language].items()} == {
        key: places(PHRASES["en"][key]) for key in NEEDED
    }


def test_what_a_machine_must_say_of_itself_and_of_people_is_essential():
    of_itself = {"greeting", "notice", "disclosure", "identity", "waiting_identity", "silenced"}
    of_people = {"handoff", "handoff_unsure", "handoff_urgent", "handoff_failed", "taken_over"}
    assert of_itself | of_people | {"closed", "closed_unknown", "person"} <= set(NEEDED)


@pytest.mark.parametrize("key", NEEDED)
def test_no_language_says_it_in_another_ones_words(key):
    said = [phrase(key, code, **dict.fromkeys(places(NEEDED[key]), "X")) for code in ESSENTIAL]
    english = phrase(key, "en", **dict.fromkeys(places(NEEDED[key]), "X"))
    assert english not in said


def test_the_bot_understands_who_asks_what_it_is_wherever_it_can_say_so():
    assert set(BOOKS) == {*PHRASES, *ESSENTIAL}


@pytest.mark.parametrize(
    ("language", "served"),
    [(None, "en"), ("fr", "en"), ("DE-at", "de"), ("zh", "zh-Hans"), ("zh-Hans", "zh-Hans")],
)
def test_a_language_without_a_whole_catalogue_gets_that_of_its_base_or_english(language, served):
    assert catalogue_language(language) == served


@pytest.mark.parametrize(
    ("language", "served"),
    [
        (None, "en"),
        ("", "en"),
        ("x-klingon", "en"),
        ("fr-CA", "fr"),
        ("pt_BR", "pt"),
        ("nb-NO", "no"),
        ("iw", "he"),
        ("DE-at", "de"),
        ("zh-CN", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
    ],
)
def test_the_essential_is_spoken_in_many_languages(language, served):
    assert spoken_language(language) == served


@pytest.mark.parametrize(("language", "served"), [("fr", "en"), ("zh-Hant", "zh-Hans")])
def test_what_is_not_essential_is_said_in_the_nearest_whole_catalogue(language, served):
    assert phrase("rated", language) == phrase("rated", served)
    assert phrase("person", language) != phrase("person", served)


def test_a_sentence_wants_all_its_places():
    with pytest.raises(KeyError):
        phrase("taken_over", "en")
