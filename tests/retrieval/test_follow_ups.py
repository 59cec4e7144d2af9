"""Which messages lean on the question before, and what is looked up in their place."""

from __future__ import annotations

import pytest

from retrieval import Leaning, last_question, leaning, made_whole


@pytest.mark.parametrize(
    "text",
    [
        "and for express?",
        "what about Canada?",
        "And Japan?",
        "to Canada?",
        "ok thanks, and the frame?",
        "and if I have no printer?",
        "does that also apply to bikes?",
        "und nach Kanada?",
        "was ist mit Helmen?",
        "那加拿大呢？",
        "快递呢？",
    ],
)
def test_a_question_left_out_is_a_fragment(text: str) -> None:
    assert leaning(text) is Leaning.FRAGMENT


@pytest.mark.parametrize(
    "text",
    [
        "is it free?",
        "how long does that take?",
        "can I do it myself?",
        "how long?",
        "what does it cost?",
        "wie lange dauert das?",
        "was kostet das?",
        "要多久？",
        "这个免费吗？",
    ],
)
def test_a_question_without_its_matter_points_back(text: str) -> None:
    assert leaning(text) is Leaning.POINTING


@pytest.mark.parametrize("text", ["my battery", "Regional differences", "was he a communist?"])
def test_a_few_nouns_and_what_refers_to_something_lean_loosely(text: str) -> None:
    assert leaning(text) is Leaning.LOOSE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "thanks, and my bike is broken?",
        "and do you know a good restaurant in Zutphen?",
        "how much is postage to portugal",
        "where is my order?",
        "how can I pay?",
        "what does a return cost?",
        "刹车召回是怎么回事",
        "Ich möchte meine Bestellung stornieren",
        "thanks",
        "word " * 30,
    ],
)
def test_a_question_of_its_own_stands_alone(text: str) -> None:
    assert leaning(text) is None
    assert made_whole(text, "How do I return an item?") is None


@pytest.mark.parametrize(
    "text", ["Thank you, goodbye!", "yes please", "ok, Tuesday then", "great, please book that"]
)
def test_a_polite_word_before_it_makes_no_fragment(text: str) -> None:
    assert leaning(text) in (None, Leaning.LOOSE)


@pytest.mark.parametrize(
    ("asked", "text", "whole"),
    [
        (
            "How long does delivery to Germany take?",
            "and to Canada?",
            "How long does delivery to Canada take?",
        ),
        ("Do you ship to Germany?", "what about the Czech Republic?", None),
        ("Do you ship bikes to Germany?", "And Canada?", "Do you ship bikes to Canada?"),
        ("Liefert ihr nach Polen?", "und nach Kanada?", "Liefert ihr nach Kanada?"),
        ("a helmet for my son", "and for my daughter?", "a helmet for my daughter"),
    ],
)
def test_what_takes_a_place_is_put_there(asked: str, text: str, whole: str | None) -> None:
    found = made_whole(text, asked)
    assert found is not None
    assert found.replaced is (whole is not None)
    assert found.text == (whole or f"the Czech Republic? {asked}")


def test_with_two_places_to_take_both_questions_stand_side_by_side() -> None:
    found = made_whole("and to Canada?", "from Berlin to Bonn or to Kiel?")
    assert found is not None
    assert (found.text, found.replaced) == ("to Canada? from Berlin to Bonn or to Kiel?", False)


def test_a_chain_of_follow_ups_does_not_grow() -> None:
    asked = "how long do I have warranty on a battery"
    for text in ("and the frame?", "and the fork?", "is it free?"):
        whole = made_whole(text, asked)
        assert whole is not None
        assert whole.asked == asked


def test_without_a_question_before_it_nothing_is_added() -> None:
    assert made_whole("and to Canada?", "  ") is None


def test_the_last_question_is_the_latest_that_stands_alone() -> None:
    said = ["How do I return an item?", "is it free?", "thanks", "and a battery?"]
    assert last_question(said) == "How do I return an item?"
    assert last_question(["and a battery?"]) == "and a battery?"
    assert last_question([]) == ""
