"""Messages are taken apart where a new request begins, and nowhere else."""

from __future__ import annotations

import pytest

from bot.answering.clauses import clauses_in, requests_in


@pytest.mark.parametrize(
    ("text", "requests"),
    [
        (
            "Where is my order and how do I return an item?",
            ["Where is my order", "how do I return an item?"],
        ),
        ("Do you sell bells and lights?", ["Do you sell bells and lights?"]),
        ("Where is it? And can I pay later?", ["Where is it?", "And can I pay later?"]),
    ],
)
def test_a_new_question_begins_a_new_request(text: str, requests: list[str]) -> None:
    assert requests_in(text) == requests


def test_what_commas_set_apart_is_heard_for_itself() -> None:
    assert clauses_in("I want to speak to a human please, where's my refund") == [
        "I want to speak to a human please",
        "where's my refund",
    ]
    assert clauses_in("where is my refund") == []
