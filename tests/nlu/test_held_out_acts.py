"""How many acts are heard in messages that were written before the examples were."""

from __future__ import annotations

from collections import defaultdict

import pytest
from held_out_messages import held_out

from nlu import ActReader, Model
from nlu.acts import EXAMPLES as ACTS
from nlu.matters import EXAMPLES as MATTERS

LEAST = {
    "human": 0.9,
    "distress": 0.85,
    "insult": 0.8,
    "compliment": 0.75,
    "dissatisfied": 0.8,
    "affirm": 0.95,
    "deny": 0.95,
    "wait": 0.95,
    "": 0.95,
}


@pytest.fixture(scope="module")
def heard(bundled_model: Model) -> dict[str, list[bool]]:
    """For every label, whether each of its messages was read so."""
    reader = ActReader(bundled_model.encode_each)
    right: dict[str, list[bool]] = defaultdict(list)
    for label, text in held_out("acts"):
        meant = bundled_model.understand(text)
        act = reader.read(text, meant.vector if meant.readable else None)
        right[label].append((act.value if act else "") == label)
    return right


@pytest.mark.parametrize("label", LEAST)
def test_held_out_messages_are_read_right(heard: dict[str, list[bool]], label: str) -> None:
    assert sum(heard[label]) / len(heard[label]) >= LEAST[label]


@pytest.mark.parametrize("examples", [ACTS, MATTERS])
def test_no_held_out_message_is_among_the_examples(examples: dict[str, tuple[str, ...]]) -> None:
    known = {text.casefold() for texts in examples.values() for text in texts}
    names = ("acts", "matters", "decisions", "decisions_again", "five_languages_again")
    messages = [message for name in names for message in held_out(name)]
    assert not [text for _, text in messages if text.casefold() in known]
