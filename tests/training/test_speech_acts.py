"""Few words with a number: a sentence that tells what happens is a matter, a detail is none."""

from __future__ import annotations

import pytest

from training.speech_acts import CustomerAct, read_customer


@pytest.mark.parametrize(
    "text",
    [
        "my display shows error E07",
        "It shows error E07",
        "My order 12345 arrived broken",
        "Your parcel weighs only 3 kilos",
        "mein Display zeigt Fehler E07",
        "屏幕坏了2次",
    ],
)
def test_a_sentence_with_a_number_tells_a_matter(text: str) -> None:
    assert read_customer(text, answered=False) is CustomerAct.STATES


@pytest.mark.parametrize(
    "text",
    [
        "order number 12345",
        "my number is 12345",
        "the last 4 digits 1234",
        "my last digits are 1234",
        "I think it is 2014",
        "it should be 5552328891",
        "its ABC 456",
        "meine Nummer ist 12345",
        "die letzten Ziffern 1234",
        "订单号12345",
    ],
)
def test_what_something_is_stays_a_detail(text: str) -> None:
    assert read_customer(text, answered=False) is CustomerAct.GIVES_DETAILS
