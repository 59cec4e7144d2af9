"""Finding the right approved answer: only where two models disagree counts, beyond chance."""

from __future__ import annotations

import pytest

from bot.answering.matching_gate import Match, comparison_of_matches
from knowledge import TemplateId
from nlu import Verdict

A, B = TemplateId("a"), TemplateId("b")
RIGHT, WRONG, SURELY_WRONG = Match(A, sure=True), Match(B, sure=False), Match(B, sure=True)


def compared(before: list[Match], after: list[Match]):
    texts = [f"text {number}" for number in range(len(before))]
    return comparison_of_matches(
        dict.fromkeys(texts, (A,)),
        dict(zip(texts, before, strict=True)),
        dict(zip(texts, after, strict=True)),
    )


@pytest.mark.parametrize(
    ("lost", "gained", "verdict"),
    [
        (0, 0, Verdict.ALIKE),
        (4, 0, Verdict.ALIKE),
        (5, 0, Verdict.WORSE),
        (0, 5, Verdict.BETTER),
        (10, 9, Verdict.ALIKE),
    ],
)
def test_a_difference_counts_beyond_chance(lost, gained, verdict):
    before = [*[RIGHT] * lost, *[WRONG] * gained, *[RIGHT] * 40]
    after = [*[WRONG] * lost, *[RIGHT] * gained, *[RIGHT] * 40]
    found = compared(before, after)
    assert (found.verdict, len(found.lost), len(found.gained)) == (verdict, lost, gained)


def test_new_sure_mistakes_are_worse_though_nothing_is_lost():
    found = compared([WRONG] * 40, [*[SURELY_WRONG] * 5, *[WRONG] * 35])
    assert (found.verdict, found.misled_before, found.misled_after) == (Verdict.WORSE, 0, 5)
    assert "wrong template anew" in found.because


def test_few_examples_say_nothing():
    assert compared([RIGHT] * 29, [WRONG] * 29).verdict is Verdict.UNJUDGED


def test_a_text_of_two_templates_is_right_with_either():
    match = {"text": Match(B, sure=True)}
    found = comparison_of_matches({"text": (A, B)}, match, match)
    assert (found.right_before, found.misled_before) == (1, 0)
