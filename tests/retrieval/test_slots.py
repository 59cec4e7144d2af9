"""Places in a question that a later message may take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import ways_to_make_whole
from retrieval.slots import bare, in_guessed_places, naming, things_in


@pytest.mark.parametrize(
    ("asked", "fragment", "places"),
    [
        ("How do I return an item?", "a battery", ["How do I return an battery?"]),
        ("which child seat fits the polder", "the Knot", ["which child seat fits the Knot"]),
        ("postage for a bike to portugal", "Norway", [
            "postage for a bike to Norway", "postage for a Norway to portugal",
        ]),
        ("do you sell gift cards", "helmets", [
            "do you sell helmets", "do you sell gift helmets",
        ]),
        ("寄到德国要多久？", "瑞士", ["寄到瑞士要多久？"]),
        ("Can you help me?", "helmets", []),
        ("How do I return an item?", "if it is broken", []),
        ("How do I return an item?", "for a battery", []),
    ],
)  # fmt: skip
def test_a_thing_is_tried_wherever_the_question_names_one(asked, fragment, places):
    found = in_guessed_places(fragment, asked)
    assert set(places) <= set(found) if places else found == ()


def test_a_guess_is_never_surer_than_both_side_by_side():
    first, *guesses = ways_to_make_whole("and a battery?", "How do I return an item?")
    assert first.text == "a battery? How do I return an item?"
    assert guesses
    assert not any(each.replaced for each in guesses)


def test_a_pronoun_may_stand_for_what_the_question_named():
    assert things_in("How do I return an item?") == ("an item",)
    assert things_in("do you sell gift cards") == ()
    assert naming("an item", "can I exchange it?") == "can I exchange an item?"
    texts = [each.text for each in ways_to_make_whole("is it free?", "How do I return an item?")]
    assert texts == ["is it free? How do I return an item?", "is an item free?"]


@pytest.mark.parametrize(
    ("fragment", "named"),
    [("for the Knot?", "Knot"), ("to", "to"), ("a bike", "bike"), ("瑞士", "瑞士"), ("in", "in")],
)
def test_what_leads_a_name_in_is_no_part_of_it(fragment, named):
    assert bare(fragment) == named


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_made_whole(text, asked):
    for way in ways_to_make_whole(text, asked, corrects=True):
        assert way.text
