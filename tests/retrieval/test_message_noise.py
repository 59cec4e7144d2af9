"""The worn-down messages of the figures: repeatable, and what they say they are."""

from __future__ import annotations

from difflib import SequenceMatcher
from random import Random

import pytest
from message_noise import NOISES, misspelt, terse

TEXT = "I would really need to book a quiet hotel room near the station for tomorrow evening please"


@pytest.mark.parametrize("name", sorted(NOISES))
def test_the_same_seed_gives_the_same_message(name: str) -> None:
    noise = NOISES[name]
    assert noise(TEXT, Random(3)) == noise(TEXT, Random(3))
    assert (noise(TEXT, Random(3)) == TEXT) is (name == "as written")


@pytest.mark.parametrize("seed", range(20))
def test_a_tenth_of_the_words_has_one_slip_each(seed: int) -> None:
    worn = misspelt(TEXT, Random(seed))
    changed = [(a, b) for a, b in zip(TEXT.split(), worn.split(), strict=True) if a != b]
    assert len(changed) <= 2
    assert all(SequenceMatcher(None, a, b).ratio() > 0.5 for a, b in changed)


def test_terse_keeps_six_bare_words_and_something_of_every_message() -> None:
    assert terse(TEXT, Random(0)) == "really book quiet hotel room near"
    assert terse("Can you?", Random(0)) == "can you"
    assert misspelt("ok", Random(0)) == "ok"
