"""The bot's own sentences: every language says all of them, with the same places."""

from __future__ import annotations

from string import Formatter

import pytest

from bot.dialog.phrases import PHRASES, catalogue_language, phrase


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", PHRASES)
def test_every_language_says_the_same_things(language):
    assert {key: places(text) for key, text in PHRASES[language].items()} == {
        key: places(text) for key, text in PHRASES["en"].items()
    }


@pytest.mark.parametrize(
    ("language", "served"),
    [(None, "en"), ("fr", "en"), ("DE-at", "de"), ("zh", "zh-Hans"), ("zh-Hans", "zh-Hans")],
)
def test_a_language_without_sentences_gets_those_of_its_base_or_english(language, served):
    assert catalogue_language(language) == served


def test_a_sentence_wants_all_its_places():
    with pytest.raises(KeyError):
        phrase("taken_over", "en")
