"""Words of the operator's rules: found however they are typed, and only as words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog.trigger_words import comparable, names_something, says


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("my lawyer", "I'll call MY  LAWYER."),
        ("my lawyer", "my\nlawyer's letter"),
        ("chargeback", "two chargebacks so far"),
        ("Anwalt", "Brief meines Anwalts"),
        ("gross", "so groß"),
        ("STRASSE", "die Straße brennt"),
        ("straße", "STRASSE"),
        ("退款", "我要退款！"),
        ("退款", "退 款"),
        ("VIP客户", "我是ＶＩＰ客户"),
        ("refund", "我要ｒｅｆｕｎｄ吗"),
        ("café", "at the cafe\u0301"),
        ("don't pay", "I don’t pay"),
        ("lawyer", "law\u00adyer"),
        ("*anwalt", "mein Rechtsanwalt sagt"),
        ("chargeback*", "chargebacking"),
        ("911", "I call 911!"),
        ("!!!", "now!!!!"),
        ("адвокат", "мой Адвокат"),
        ("변호사", "변호사를 부르겠다"),
    ],
)
def test_words_are_found_however_they_are_typed(words, text):
    assert says(text, words)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("sue", "an issue with the tissue"),
        ("art", "start the cart"),
        ("art", "arts"),
        ("911", "order 29112"),
        ("Anwalt", "Rechtsanwalt"),
        ("my lawyer", "my old lawyer"),
        ("über", "uber"),
        ("суд", "судьба"),
        ("退款", "退货"),
    ],
)
def test_letters_within_other_words_are_no_words(words, text):
    assert not says(text, words)


@pytest.mark.parametrize("words", ["", " ", "*", "* *", "\u200b", "**"])
def test_a_rule_that_every_message_would_fit_names_nothing(words):
    assert not names_something(words)


@given(st.text(max_size=40))
def test_a_rule_finds_its_own_words_in_every_composition(words):
    if names_something(words):
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            assert says(unicodedata.normalize(form, words.strip("* ")), words)


@given(st.text(max_size=40))
def test_comparable_texts_stay_as_they_are(text):
    assert comparable(comparable(text)) == comparable(text)
