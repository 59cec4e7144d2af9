"""Names of groups of questions: whole clauses of what customers wrote, less how they asked."""

from __future__ import annotations

import re

from training.clauses import clauses, openings, without_opening
from training.naming import name_groups

THINGS = {
    "pin": "change my pin",
    "card": "activate the new card",
    "refund": "get a refund",
    "parcel": "track a late parcel",
    "account": "close my account for good",
    "invoice": "download an invoice",
    "address": "correct the delivery address",
    "password": "reset a forgotten password",
    "order": "cancel an order",
}
ASKED = ("How do I {}?", "Hello, I need to {}", "how do i {} on my phone?", "Want to {}. Thanks!")
QUESTIONS = {key: [way.format(thing) for way in ASKED] for key, thing in THINGS.items()}
TYPICAL = {key: texts[0] for key, texts in QUESTIONS.items()}


def test_a_name_is_what_was_asked_without_the_way_of_asking() -> None:
    names = name_groups(QUESTIONS, TYPICAL)
    expected = {key: thing[:1].upper() + thing[1:] for key, thing in THINGS.items()}
    assert names == expected


def test_a_name_is_one_clause_to_its_end_and_never_a_fragment() -> None:
    names = name_groups(QUESTIONS, TYPICAL)
    for key, name in names.items():
        ends = [" ".join(words).lower() for text in QUESTIONS[key] for words in clauses(text)]
        assert any(end.endswith(name.lower()) for end in ends)


def test_openings_are_learned_in_a_language_that_nobody_listed() -> None:
    things = [thing.split() for thing in THINGS.values()]
    asked = {str(n): [[("kuinka", "voin", *thing)]] for n, thing in enumerate(things)}
    known = openings(asked)
    assert ("kuinka", "voin") in known
    assert without_opening(("Kuinka", "voin", "lukita", "kortin"), known) == ("lukita", "kortin")


def test_a_question_word_stays_where_few_words_may_follow_it() -> None:
    asked = {str(n): [[("how", "long", *thing.split())]] for n, thing in enumerate(THINGS.values())}
    assert without_opening(("how", "long", "a", "refund", "takes"), openings(asked))[0] != "long"


def test_groups_about_the_same_thing_get_different_names() -> None:
    names = name_groups(
        {"one": ["Lost card"] * 3, "two": ["Lost card"] * 3}, {"one": "a", "two": "b"}
    )
    assert len(set(names.values())) == 2


def test_a_name_holds_no_number_of_one_case() -> None:
    texts = [f"Cancel my order {number}" for number in (4711, 4712, 4713)]
    dated = ["It was sent back on the 10th of May, order 12", "It was sent back on the 3rd of June"]
    names = name_groups({"a": texts, "b": dated}, {"a": texts[0], "b": "sent back"})
    assert names == {"a": "Cancel my order", "b": "sent back"}


def test_writing_without_spaces_is_named_by_its_typical_question() -> None:
    texts = {"a": ["怎么修改密码"] * 3, "b": ["快递到哪里了"] * 3}
    names = name_groups(texts, {"a": "怎么修改密码", "b": "快递到哪里了"})
    assert names == {"a": "怎么修改密码", "b": "快递到哪里了"}


def test_no_name_is_long_or_ends_in_a_mark() -> None:
    long = "My parcel " + "which I have been waiting for since Monday " * 5
    name = name_groups({"a": [long] * 3}, {"a": long})["a"]
    assert len(name) <= 60
    assert not re.search(r"[,.;:!?]$", name)
