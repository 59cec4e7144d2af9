"""The language of a first message of few words."""

from __future__ import annotations

import pytest

from bot.answering.language import conversation_language
from bot.answering.little_words import told_by_little_words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("und ein Akku?", "de"),
        ("oder mit dem Rad", "de"),
        ("et la batterie", "fr"),
        ("y el casco?", "es"),
        ("e il lucchetto?", "it"),
        ("en het slot?", "nl"),
        ("e não um capacete", "pt"),
        ("is the lock in it", "en"),
    ],
)
def test_little_words_tell_the_language_of_a_few(text: str, language: str) -> None:
    assert told_by_little_words(text) == language
    assert conversation_language(text, None, "zh-Hans", "en") == language


@pytest.mark.parametrize(
    "text",
    [
        "Rechnung?",
        "en de accu?",
        "Maria de la Cruz",
        "Anna von der Heide",
        "LW-26-10442",
        "",
        "der Akku und das Rad und der Helm und das Schloss",
    ],
)
def test_where_they_do_not_tell_the_language_stays(text: str) -> None:
    assert told_by_little_words(text) is None
    assert conversation_language(text, None, "de", "en") == "de"
