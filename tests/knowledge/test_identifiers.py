"""Numbers of orders and the like, taken out of what a message means."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import without_identifiers

OWN = (re.compile(r"\bP-\d{3,}\b"),)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("where is my order LW-26-10234?", "where is my order?"),
        ("Where is LW-26-10234?", "Where is my order?"),
        ("My order number is 100045678. How do I return it?", "How do I return it?"),
        ("Order #48213377: how do I return an item?", "how do I return an item?"),
        ("How do I return an item? (ORD-2026-004512)", "How do I return an item?"),
        ("how do I return an item My order number is LW-26-10234.", "how do I return an item."),
        ("My order number is LW-26-10234. Where is it?", "My order. Where is it?"),
        ("my e-mail is a.b@c.nl, where is my parcel", "where is my parcel"),
        ("please send it to a.b@c.nl", "please send it to my e-mail address"),
        ("cancel [order] please", "cancel my order please"),
        ("Bestellung LW-26-10234 stornieren", "Bestellung stornieren"),
        ("我的订单LW-26-10234到哪了", "我的订单到哪了"),
        ("我想取消LW-26-10234可以吗", "我想取消可以吗"),
        ("请查LW-26-10234到哪了", "请查订单到哪了"),
    ],
)
def test_an_identifier_goes_with_the_words_that_announce_it(text, plain):
    assert without_identifiers(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "LW-26-10234",
        "how long to charge the LB-500",
        "display shows E07 since 2026-03-04",
        "I paid 12500 euro for it",
        "found for 1,234,567.00 elsewhere",
        "I weigh 118 kg, is the Harn ok?",
        "Where is my order?",
        "",
    ],
)
def test_what_is_no_identifier_and_a_bare_one_stay(text):
    assert without_identifiers(text) == text


def test_the_operators_own_numbers_are_known_by_their_pattern():
    text = "can I move my appointment P-229 to friday"
    assert without_identifiers(text) == text
    assert without_identifiers(text, OWN) == "can I move my appointment to friday"


@given(st.text())
def test_taking_out_twice_changes_nothing_more_where_nothing_is_left_to_take(text):
    once = without_identifiers(text)
    assert len(once) <= len(text) + 40
    assert once.strip() or not text.strip()


@given(st.from_regex(r"LW-\d{2}-\d{5}", fullmatch=True))
def test_any_number_reads_like_any_other(number):
    assert without_identifiers(f"Where is {number} now?") == "Where is my order now?"


@pytest.mark.parametrize(
    "text",
    [
        "it is LW-26-25461",
        "my order number is LW-26-25461",
        "LW-26-25461 and ada@post.example",
        "yes, here: ada@post.example",
        "Es ist die LW-26-25461",
        "我的订单号是LW-26-25461",
    ],
)
def test_a_detail_that_is_only_announced_stays_a_detail(text: str) -> None:
    assert without_identifiers(text) == text
