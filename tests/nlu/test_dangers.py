"""What tells a danger in the words of 29 languages, and what only sounds like it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nlu import danger_in
from nlu.dangerbooks import BOOKS, Peril
from nlu.phrasebooks import BOOKS as PHRASEBOOKS

MESSAGES = [
    line.split(" ", 2)
    for line in (Path(__file__).parent / "held_out" / "dangers.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
LANGUAGES = sorted({spoken for spoken, _, _ in MESSAGES})


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_tells_a_danger_is_one(language):
    told = [text for spoken, mark, text in MESSAGES if (spoken, mark) == (language, "!")]
    assert [text for text in told if danger_in(text) is None] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_only_sounds_like_a_danger_is_none(language):
    named = [text for spoken, mark, text in MESSAGES if (spoken, mark) == (language, "-")]
    assert [text for text in named if danger_in(text) is not None] == []


def test_every_language_of_the_phrasebooks_has_a_danger_book_with_every_peril():
    assert BOOKS.keys() == PHRASEBOOKS.keys()
    for book in BOOKS.values():
        assert book.perils.keys() == set(Peril)
        assert all(book.perils.values())
        assert book.harmless
        assert book.no


def test_every_language_is_among_the_messages():
    assert {"zh" if each == "zh-Hans" else each for each in BOOKS} == set(LANGUAGES)


@pytest.mark.parametrize(
    ("text", "peril", "words"),
    [
        ("Help! My charger caught fire, what now?", Peril.FIRE, "caught fire"),
        ("es riecht hier stark nach Gas", Peril.POISON, "riecht hier stark nach gas"),
        ("il saigne", Peril.BODY, "saigne"),
        ("我想自杀", Peril.DESPAIR, "自杀"),
    ],
)
def test_a_danger_names_what_threatens_and_the_words_that_tell_it(text, peril, words):
    found = danger_in(text)
    assert found is not None
    assert (found.peril, found.words) == (peril, words)


def test_capitals_accents_hyphens_and_apostrophes_do_not_count():
    assert danger_in("I CAN’T BREATHE") is not None
    assert danger_in("la batterie brule") is not None
    assert danger_in("ma batterie a PRIS FEU") is not None


def test_a_denial_counts_in_its_clause_alone():
    assert danger_in("nothing is burning") is None
    assert danger_in("no, it is burning") is not None
    assert danger_in("der Akku lädt nicht, er brennt") is not None


def test_a_word_of_the_danger_itself_is_no_denial():
    assert danger_in("she is not breathing") is not None
    assert danger_in("elle ne respire plus") is not None


def test_a_danger_beside_a_look_alike_is_one():
    assert danger_in("the smoke detector is beeping. there is smoke in the kitchen") is not None


def test_a_danger_far_into_a_long_message_is_heard():
    assert danger_in("where is my order? " * 500 + "the charger exploded") is not None


@pytest.mark.parametrize(
    "piece",
    [
        *("is ", "there is a ", "he has a ", "电池", "a", "아", "có ", "no ", "smoke ", "و"),
        *("not on fire ", "there is a fire alarm ", "card swallowed ", "没有着火", "no hay fuego "),
    ],
)
def test_the_work_grows_with_the_length_and_no_faster(piece):
    def calls(length: int) -> int:
        count = 0

        def one(_frame, event, _argument):
            nonlocal count
            count += event == "call"

        sys.setprofile(one)
        try:
            danger_in((piece * length)[:length])
        finally:
            sys.setprofile(None)
        return count

    danger_in(piece)
    assert calls(8_000) < 5 * calls(2_000) + 1_000
