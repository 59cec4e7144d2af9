"""Who asks what answers, or for a person, is understood in the languages of the phrasebooks."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu import Wish, wish_in
from nlu.phrasebooks import BOOKS, Phrasebook, compiled, plain

FOLDER = Path(__file__).parent / "held_out"
EASY, AGAIN = "languages", "languages_again"
Row = tuple[str, str, str]


def rows(name: str) -> list[Row]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return [
            (act, text, language)
            for act, text, language in list(csv.reader(stream, delimiter="|"))[1:]
        ]


def read(text: str) -> str:
    worded = wish_in(text)
    return worded.wish.value if worded else ""


@pytest.mark.parametrize("name", [EASY, AGAIN])
@pytest.mark.parametrize("wish", ["identity", "human", ""])
def test_held_out_messages_are_read_right(name: str, wish: str) -> None:
    texts = [text for act, text, _ in rows(name) if act == wish]
    assert sum(read(text) == wish for text in texts) / len(texts) >= 0.95


@pytest.mark.parametrize("language", sorted(set(BOOKS) - {"en", "de", "zh-Hans"}))
def test_no_language_is_left_behind(language: str) -> None:
    own = [row for row in rows(EASY) if row[2] == language]
    right = Counter(act for act, text, _ in own if act and read(text) == act)
    assert min(right["identity"], right["human"]) >= 3


@pytest.mark.parametrize("name", [EASY, AGAIN])
def test_the_words_say_which_language_they_are(name: str) -> None:
    for act, text, language in rows(name):
        worded = wish_in(text)
        if act and worded:
            assert language in worded.languages, text


@pytest.mark.parametrize(
    "text", ["", "?", "manager", "personal", "person", "agent 007", "a" * 201, "是", "12345"]
)
def test_an_answer_to_a_question_is_no_wish(text: str) -> None:
    assert wish_in(text) is None


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("ERES UN ROBOT", Wish.IDENTITY),
        ("etes-vous une vraie personne", Wish.IDENTITY),
        ("оператор", Wish.HUMAN),
        ("un conseiller svp", Wish.HUMAN),
    ],
)
def test_capitals_accents_and_manners_do_not_matter(text: str, wish: Wish) -> None:
    worded = wish_in(text)
    assert worded
    assert worded.wish is wish


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    worded = wish_in(text)
    assert worded is None or set(worded.languages) <= set(BOOKS)


@given(st.text())
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_a_phrase_needs_its_words_near_each_other_and_in_one_sentence() -> None:
    book = Phrasebook(
        machine=("bot",), person=(), staff=(), wares=(), please=("please",),
        identity=("are you {what}",), human=(),
    )  # fmt: skip
    found = compiled(book).identity
    assert found.search("are you some kind of bot")
    assert not found.search("are you there? my bot is broken")
    assert not found.search("are you open when i bring it with a bot")
