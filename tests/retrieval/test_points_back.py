"""Sentences that say nothing, or half of the truth, without their neighbours."""

from __future__ import annotations

import pytest

from knowledge.passages import unit_spans
from retrieval.blocks import blocks_of
from retrieval.points_back import limits_before, needs_before


@pytest.mark.parametrize(
    "sentence",
    [
        "After that we do not refund.",
        "If you are late, the booking lapses.",
        "Otherwise a fee is due.",
        "This is not possible on Sundays.",
        "It costs 9 euros.",
        "Danach ist keine Erstattung möglich.",
        "Sauf le dimanche.",
        "否则需要付费。",
    ],
)
def test_what_takes_back_a_part_is_known(sentence: str) -> None:
    assert limits_before(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Parking is free.", "There is no lift.", "It is green.", "Guests may stay.", "我们周日营业。"],
)
def test_what_stands_by_itself_limits_nothing(sentence: str) -> None:
    assert not limits_before(sentence)


def test_that_there_is_something_points_to_nothing() -> None:
    assert needs_before("They must be booked.")
    assert needs_before("After that it counts as cancelled.")
    assert not needs_before("There are two lifts.")


def _blocks(text: str) -> list[list[int]]:
    return [list(block) for block in blocks_of(text, list(unit_spans(text)))]


def test_a_rule_takes_its_exceptions_along() -> None:
    text = (
        "Stay until 2 pm for 35 euros. It is not possible in July. If you ask late, call us. Bye."
    )
    assert _blocks(text)[0] == [0, 1, 2]


def test_a_sentence_takes_along_what_it_points_back_to() -> None:
    text = "Keys are at the office. Late guests find them in the box. This costs 15 euros."
    assert _blocks(text)[2] == [1, 2]


def test_no_exception_is_taken_from_another_paragraph() -> None:
    assert _blocks("Stay until 2 pm.\n\nIf it rains, come in.")[0] == [0]


def test_a_long_chain_of_cases_is_cut() -> None:
    text = "Dogs are welcome. If one barks, call. If two bark, run. If three bark, hide."
    assert _blocks(text)[0] == [0, 1, 2]
