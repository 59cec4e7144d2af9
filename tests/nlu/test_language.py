"""Languages of the messages that a support team sees."""

from __future__ import annotations

import pytest

from nlu import detect_language


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
