"""A rewriting may shorten and join; it may not say anything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import unfaithful
from retrieval.claims import figures_of

RETURNS = (
    "You can return unused items within 45 days of delivery.",
    "Opened helmets cannot be returned.",
    "The return costs €4.90, which we take off your refund.",
)
WEIGHTS = ("The Polder weighs 16 kg.", "The Harn weighs 21 kg, the Loper 24 kg.")
GERMAN = ("Rückgabe ist innerhalb von 45 Tagen möglich.", "Geöffnete Helme nehmen wir nicht.")
POSTAGE = (
    "We pay the postage of every return.",
    "Heronway Freight delivers within two working days.",
    "A deposit of 50 euros is needed.",
)
CHINESE = ("未使用的商品可在45天内退货。", "已开封的头盔不能退货。")


@pytest.mark.parametrize(
    ("extract", "rewriting"),
    [
        (
            RETURNS,
            "Unused items can be returned within 45 days of delivery, but opened helmets cannot. "
            "A return costs 4.90 euros, taken off your refund.",
        ),
        (WEIGHTS, "The Polder weighs 16 kg and the Harn 21 kg."),
        (
            GERMAN,
            "Rückgabe ist innerhalb von 45 Tagen möglich, geöffnete Helme nehmen wir nicht.",
        ),
        (CHINESE, "未使用的商品可在45天内退货，已开封的头盔不能退货。"),
        (CHINESE, "未使用的商品可在45天内退货，而已开封的头盔则不能退货。"),
        (
            POSTAGE,
            "We pay the postage of returns. Heronway Freight delivers within 2 working days. "
            "However, a 50 euro deposit is needed.",
        ),
    ],
)
def test_what_says_the_same_may_stand(extract: tuple[str, ...], rewriting: str) -> None:
    assert unfaithful(rewriting, extract) is None


@pytest.mark.parametrize(
    ("reason", "extract", "rewriting"),
    [
        ("empty", RETURNS, " \n"),
        ("long", WEIGHTS, " ".join((*WEIGHTS, *WEIGHTS))),
        ("markup", RETURNS, "<b>You can return unused items within 45 days of delivery.</b>"),
        ("address", RETURNS, "Return unused items at https://evil.example within 45 days."),
        ("figure", RETURNS, "You can return unused items within 60 days of delivery."),
        ("figure", RETURNS, "You can return unused items within 45 weeks of delivery."),
        ("figure", WEIGHTS, "The Harn weighs 16 kg."),
        ("name", RETURNS, "You can return unused items to Miller within 45 days of delivery."),
        ("word", RETURNS, "We apologise and will gladly pay full compensation."),
        (
            "denial",
            RETURNS,
            "Unused items can be returned within 45 days. Opened helmets can too.",
        ),
        (
            "denial",
            GERMAN,
            "Rückgabe ist innerhalb von 45 Tagen möglich. Geöffnete Helme nehmen wir.",
        ),
        ("denial", RETURNS[:1], "You cannot return unused items within 45 days of delivery."),
        ("bound", RETURNS[:1], "You can return unused items after 45 days of delivery."),
        ("restriction", RETURNS, "You can return unused items within 45 days of delivery."),
        (
            "restriction",
            ("You must return only unused items of a delivery.",),
            "You return unused items of a delivery.",
        ),
        ("figure", CHINESE, "未使用的商品可在60天内退货，已开封的头盔不能退货。"),
        ("figure", RETURNS[:1], "You can return unused items within thirty days of delivery."),
        ("figure", RETURNS[:1], "You can return unused items within a day of delivery."),
        ("figure", GERMAN[:1], "Rückgabe ist innerhalb von dreißig Tagen möglich."),
        ("word", RETURNS[:1], "You can return unused items within 45 days of purchase."),
        ("word", POSTAGE, "A deposit of 50 euros is optional."),
        ("word", POSTAGE, "Kuehne delivers within two working days."),
        ("word", CHINESE, "未使用的商品可在45天内换货，已开封的头盔不能换货。"),
        ("name", POSTAGE, "You pay the postage of every return."),
        ("restriction", RETURNS[:1], "You must return unused items within 45 days of delivery."),
    ],
)
def test_what_says_something_else_is_turned_down(
    reason: str, extract: tuple[str, ...], rewriting: str
) -> None:
    assert unfaithful(rewriting, extract) == reason


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    assert unfaithful(text, RETURNS) is None or unfaithful(text, RETURNS)


@given(st.sampled_from((RETURNS, WEIGHTS, GERMAN, CHINESE)))
def test_the_extract_itself_may_stand(extract: tuple[str, ...]) -> None:
    assert unfaithful(" ".join(extract), extract) is None


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        ("twenty-six days", ("26", "day")),
        ("twenty six days", ("26", "day")),
        ("fünfundzwanzig Tage", ("25", "day")),
        ("two hundred euros", ("200", "€")),
        ("zweihundert Euro", ("200", "€")),
        ("ninety days", ("90", "day")),
        ("两天", ("2", "day")),
    ],
)
def test_numbers_in_words_are_figures(written: str, figure: tuple[str, str]) -> None:
    assert figures_of(written) == {figure}


@pytest.mark.parametrize(
    ("rewriting", "sentence"),
    [
        ("Delivery takes twenty-six days.", "Delivery takes twenty-five days."),
        ("It costs three hundred euros.", "It costs two hundred euros."),
        ("Cardboard payments are free of charge.", "Card payments are free of charge."),
    ],
)
def test_one_word_that_turns_it_is_noticed(rewriting: str, sentence: str) -> None:
    assert unfaithful(rewriting, [sentence]) is not None
