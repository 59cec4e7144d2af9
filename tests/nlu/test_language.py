"""Languages of the messages that a support team sees."""

from __future__ import annotations

import pytest

from nlu import detect_language
from nlu.language import is_traditional


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("where is my order, it should have been here by now", "en"),
        ("Wo bleibt meine Bestellung? Ich warte seit einer Woche", "de"),
        ("我的订单在哪里", "zh"),
        ("退款", "zh"),
        ("iPhone 15 的订单 A1023 什么时候发货", "zh"),
        ("注文はどこですか", "ja"),
        ("주문이 어디에 있나요", "ko"),
        ("¿Dónde está mi pedido? Todavía no ha llegado", "es"),
    ],
)
def test_language_is_recognised(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "  ", "?", "12345", "👍"])
def test_text_without_letters_has_no_language(text: str) -> None:
    assert detect_language(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Πού είναι;", "el"),
        ("איפה ההזמנה", "he"),
        ("อยู่ที่ไหน", "th"),
        ("Де моє замовлення?", "uk"),
        ("ты где", "ru"),
        ("मेरा ऑर्डर कहाँ है", "hi"),
        ("أين طلبي", "ar"),
    ],
)
def test_a_script_tells_where_few_words_do_not(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "traditional"),
    [("我的訂單還沒到", True), ("我的订单还没到", False), ("你好", False), ("", False)],
)
def test_traditional_characters_are_told_from_simplified(text: str, traditional: bool) -> None:
    assert is_traditional(text) is traditional
