"""Which number a sentiment's label stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu import sentiment_scores


@pytest.mark.parametrize(
    ("labels", "scores"),
    [
        (("negative", "positive"), (-1, 1)),
        (("negative", "neutral", "positive"), (-1, 0, 1)),
        (("Neg", "NEU", " pos "), (-1, 0, 1)),
        (("very_negative", "negative", "neutral", "Very-Positive"), (-1, -0.5, 0, 1)),
        (("负面", "中性", "正面"), (-1, 0, 1)),
        (("0", "1"), (-1, 1)),
        (("-1", "0", "1"), (-1, 0, 1)),
        (("1", "2", "3", "4", "5"), (-1, -0.5, 0, 0.5, 1)),
    ],
)
def test_labels_have_their_place_on_the_scale(
    labels: tuple[str, ...], scores: tuple[float, ...]
) -> None:
    assert sentiment_scores(labels) == scores


@pytest.mark.parametrize(
    "labels", [("refund", "delivery"), ("positive", "1"), ("nan", "inf"), ("negative", "")]
)
def test_what_names_no_sentiment_is_refused(labels: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="names no sentiment; use negative"):
        sentiment_scores(labels)


@pytest.mark.parametrize("labels", [(), ("positive",), ("pos", "positive"), ("1", "1.0")])
def test_labels_that_tell_nothing_apart_are_refused(labels: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="no two sentiments"):
        sentiment_scores(labels)


@given(st.sets(st.integers(-1000, 1000), min_size=2))
def test_numbers_fill_the_scale_in_their_order(numbers: set[int]) -> None:
    ordered = sorted(numbers)
    scores = sentiment_scores([str(number) for number in ordered])
    assert (scores[0], scores[-1]) == (-1.0, 1.0)
    assert list(scores) == sorted(set(scores))
