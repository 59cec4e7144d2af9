"""Which texts the bundled encoder knows in pieces alone."""

from __future__ import annotations

import pytest

from nlu import Model


@pytest.mark.parametrize(
    "text",
    [
        "where is my order",
        "do you ship to Norway, and what does it cost?",
        "order 4711-2024/ERR-404-XTZ9 has not been delivered to me yet",
        "does the derailleur hanger fit my ebike",
        "Can I return my Campagnolo Bora Ultra?",
        "swap old lindewiel for a knot",
        "brakes squeal",
        "unsubscribe newsletter",
    ],
)
def test_english_is_read_whole(bundled_model: Model, text: str) -> None:
    read = bundled_model.understand(text)
    assert (read.readable, read.half_read) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "Wie lange ist die Lieferzeit nach Österreich?",
        "¿Cuánto tarda el envío a Canarias?",
        "Kiedy dostanę zwrot pieniędzy?",
        "Сколько стоит доставка?",
        "Hoe zeg ik mijn abonnement op?",
    ],
)
def test_languages_with_the_same_or_known_letters_are_half_read(
    bundled_model: Model, text: str
) -> None:
    read = bundled_model.understand(text)
    assert (read.readable, read.half_read) == (True, True)


@pytest.mark.parametrize("text", ["我的订单在哪里", "", "4711", "Wielzeker", "Heronway?"])
def test_what_is_not_read_at_all_or_has_a_single_word_is_not_half_read(
    bundled_model: Model, text: str
) -> None:
    assert not bundled_model.understand(text).half_read
