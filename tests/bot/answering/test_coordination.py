"""Where a message may be cut in two: at the word that joins two things in its language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.coordination import LONGEST, MOST_CUTS, sides_in
from bot.dialog.phrases import PHRASES


@pytest.mark.parametrize(
    ("text", "language", "sides"),
    [
        ("cancel my order and get a refund", "en", ("cancel my order", "get a refund")),
        ("Cancel it, AND get a refund", None, ("Cancel it", "get a refund")),
        ("Bestellung stornieren und Geld zurück", "de", ("Bestellung stornieren", "Geld zurück")),
        ("annuler et être remboursé", "fr", ("annuler", "être remboursé")),
        ("cancelar y devolver", "es", ("cancelar", "devolver")),
        ("取消订单并退款", "zh-Hans", ("取消订单", "退款")),
        ("キャンセルして、返金", "ja", ("キャンセルし", "返金")),
        ("취소하고 환불", "ko", ("취소", "환불")),
        ("إلغاء الطلب واسترداد المال", "ar", ("إلغاء الطلب", "استرداد المال")),
        ("отменить заказ и вернуть деньги", "ru", ("отменить заказ", "вернуть деньги")),
    ],
)
def test_a_joining_word_cuts(text: str, language: str | None, sides: tuple[str, str]) -> None:
    assert sides_in(text, language)[0] == sides


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the brand is sandy", "en"),
        ("is a refund e possible", "en"),
        ("and what now", "en"),
        ("me and a", "en"),
        ("", "en"),
        ("a " * LONGEST + "and get a refund", "en"),
    ],
)
def test_nothing_else_does(text: str, language: str) -> None:
    assert sides_in(text, language) == ()


def test_every_joining_word_is_tried_up_to_a_few() -> None:
    cuts = sides_in("cancel it and send it and pay it and keep it", "en")
    assert cuts[0] == ("cancel it", "send it and pay it and keep it")
    assert len(cuts) == MOST_CUTS


@given(st.text(max_size=300), st.sampled_from(sorted(PHRASES)))
def test_sides_are_never_empty_and_stand_in_the_text(text: str, language: str) -> None:
    for first, second in sides_in(text, language):
        assert "" not in (first, second)
        assert all(side in text for side in (first, second))
