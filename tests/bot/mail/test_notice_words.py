"""What letters to the team say: every language of theirs says all of it, with the same places."""

from __future__ import annotations

from string import Formatter

import pytest

from bot.mail.notice_words import NOTICES, OTHERS, notice_words, team_language


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("catalogue", [NOTICES, OTHERS])
@pytest.mark.parametrize("language", NOTICES)
def test_every_language_of_the_team_says_the_same(catalogue, language):
    assert {key: places(text) for key, text in catalogue[language].items()} == {
        key: places(text) for key, text in catalogue["en"].items()
    }


@pytest.mark.parametrize(
    ("locale", "written"),
    [("zh-TW", "zh-Hans"), ("de-AT", "de"), ("fr", "en"), (None, "en")],
)
def test_a_team_gets_its_language_or_english(locale, written):
    assert team_language(locale) == written


def test_a_kind_without_words_still_says_that_somebody_is_needed():
    assert notice_words("something_new", "en") == OTHERS["en"]["unknown"]
