"""One model replaces another only where it is not worse, and nobody is judged on few texts."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.records import IntentId
from nlu.comparison import FEWEST, Judged, Verdict, chance_of, comparison_of

A, B = IntentId("a"), IntentId("b")


def judged(before: IntentId, after: IntentId, intent: IntentId = A, **sure: bool) -> Judged:
    given_ = {"before_sure": False, "after_sure": False, **sure}
    return Judged("text", intent, before, after, **given_)


def both(number: int, right: bool = True) -> list[Judged]:
    answer = A if right else B
    return [judged(answer, answer)] * number


def test_few_texts_are_no_judgement() -> None:
    assert comparison_of([judged(A, B)] * (FEWEST - 1)).verdict is Verdict.UNJUDGED
    assert comparison_of([]).accuracy_before is None


@pytest.mark.parametrize(
    ("changed", "verdict"),
    [
        ([], Verdict.ALIKE),
        ([judged(B, A)] * 5, Verdict.BETTER),
        ([judged(B, A)] * 4, Verdict.ALIKE),
        ([judged(A, B)] * 5, Verdict.WORSE),
        ([judged(A, B)] * 5 + [judged(B, A)] * 4, Verdict.ALIKE),
    ],
)
def test_only_what_chance_hardly_does_counts(changed: list[Judged], verdict: Verdict) -> None:
    assert comparison_of([*both(200), *changed]).verdict is verdict


def test_an_intent_that_suffers_much_is_enough() -> None:
    rare = IntentId("rare")
    suffering = [judged(rare, B, rare)] * 3 + [judged(rare, rare, rare)] * 3
    found = comparison_of([*both(200), *[judged(B, A)] * 20, *suffering])
    assert found.verdict is Verdict.WORSE
    assert "“rare” it gets 3 of 6 right, not 6" in found.because[0]
    assert found.intents[0].intent == rare


def test_to_be_sure_and_wrong_more_often_is_worse() -> None:
    misled = [judged(B, B, A, before_sure=False, after_sure=True)] * 5
    found = comparison_of([*both(200), *misled])
    assert found.verdict is Verdict.WORSE
    assert (found.misled_before, found.misled_after) == (0, 5)


def test_what_changed_is_shown_and_what_did_not_is_not() -> None:
    found = comparison_of([*both(40), judged(B, A), judged(A, B)])
    (change,) = found.intents
    assert (len(change.gained), len(change.lost), change.texts) == (1, 1, 42)
    assert comparison_of(both(40)).intents == ()


@given(st.integers(0, 40), st.integers(0, 40))
def test_the_chance_of_an_even_fall_is_no_evidence(one: int, other: int) -> None:
    fewer, more = sorted((one, other))
    assert 0 < chance_of(fewer, more) <= 1
    assert chance_of(more, more) >= 0.5
    assert isclose(chance_of(0, 5), 1 / 32)
