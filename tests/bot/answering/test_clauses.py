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
        ("Where is it now? And can I pay later?", ["Where is it now?", "And can I pay later?"]),
        (
            "cancel my order please, also I need a spare key",
            ["cancel my order please", "I need a spare key"],
        ),
        (
            "how do I return it and my display is broken",
            ["how do I return it", "my display is broken"],
        ),
        (
            "how much is postage, do you sell gift cards and how can I pay",
            ["how much is postage", "do you sell gift cards", "how can I pay"],
        ),
        ("怎么退货，还有退款什么时候到账", ["怎么退货", "退款什么时候到账"]),
        ("我想退货；另外运费多少钱？", ["我想退货", "运费多少钱？"]),
        (
            "Wie kann ich das bezahlen und außerdem brauche ich eine Rechnung",
            ["Wie kann ich das bezahlen", "brauche ich eine Rechnung"],
        ),
        (
            "I need an invoice and a return label",
            ["I need an invoice", "I need a return label"],
        ),
        ("hi\n\nok", []),
    ],
)
def test_a_new_question_begins_a_new_request(text: str, requests: list[str]) -> None:
    assert [each.text for each in requests_in(text)] == requests


@pytest.mark.parametrize(
    ("text", "asks", "stands_alone"),
    [
        ("do you know a good restaurant", True, True),
        ("你们卖咖啡吗？", True, True),
        ("does it run out soon", True, False),
        ("Can you help me?", False, False),
        ("I am 186 cm tall", False, False),
        ("will be back on 6 August", False, False),
    ],
)
def test_only_what_asks_about_a_matter_of_its_own_wants_its_own_answer(
    text: str, asks: bool, stands_alone: bool
) -> None:
    (request,) = requests_in(text)
    assert (request.asks, request.stands_alone) == (asks, stands_alone)


def test_two_things_in_one_wish_do_not_stand_alone() -> None:
    assert [each.stands_alone for each in requests_in("I need a bell and a light")] == [False] * 2


def test_a_flood_is_taken_apart_in_no_time() -> None:
    assert len(requests_in("the " * 5_000 + "and the")) == 1


def test_what_commas_set_apart_is_heard_for_itself() -> None:
    assert clauses_in("I want to speak to a human please, where's my refund") == [
        "I want to speak to a human please",
        "where's my refund",
    ]
    assert clauses_in("where is my refund") == []
