"""Duplicates, and what is held out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.records import IntentId
from training import LabelledDataError, LabelledText
from training.splits import capped_sample, fold_classes, fold_texts, hold_out_texts, prepare

labels = st.lists(st.integers(0, 6), min_size=2, max_size=80).map(
    lambda each: np.unique(each, return_inverse=True)[1].astype(np.int64)
)
seeds = st.integers(0, 1000)


def example(text: str, intent: str) -> LabelledText:
    return LabelledText(text, IntentId(intent))


def test_duplicates_train_once_and_the_majority_decides() -> None:
    texts = prepare(
        [
            example("hi", "greet"),
            example(" hi ", "other"),
            example("hi", "greet"),
            example("no", "other"),
        ]
    )
    assert (texts.texts, texts.intents) == (("hi", "no"), ("greet", "other"))
    assert texts.labels.tolist() == [0, 1]
    assert (texts.duplicates, texts.conflicting) == (2, 1)


def test_texts_are_learned_without_the_order_that_they_name() -> None:
    both = ["where is my order LW-26-10234?", "where is my order [order]?"]
    texts = prepare([*(example(each, "status") for each in both), example("no", "other")])
    assert texts.texts == ("where is my order?", "no")


def test_one_intent_cannot_be_trained_on() -> None:
    with pytest.raises(LabelledDataError, match="at least two"):
        prepare([example("a", "x"), example("b", "x")])


@given(labels, st.floats(0, 0.5), seeds)
def test_every_class_keeps_a_text_to_train_on(each: np.ndarray, share: float, seed: int) -> None:
    held = hold_out_texts(each, share, np.random.default_rng(seed))
    kept = np.setdiff1d(np.arange(len(each)), held)
    assert set(each[kept]) == set(each)
    assert len(np.unique(held)) == len(held)


@given(labels, st.integers(2, 5), seeds)
def test_folds_share_no_text_and_leave_each_class_some(
    each: np.ndarray, folds: int, seed: int
) -> None:
    parts = fold_texts(each, folds, np.random.default_rng(seed))
    together = np.concatenate(parts)
    assert len(np.unique(together)) == len(together)
    assert set(together) == {at for at in range(len(each)) if (each == each[at]).sum() > 1}
    for part in parts:
        assert set(each[np.setdiff1d(np.arange(len(each)), part)]) == set(each)


@given(st.integers(3, 50), seeds)
def test_each_class_is_left_out_once(classes: int, seed: int) -> None:
    groups = fold_classes(classes, 3, np.random.default_rng(seed))
    assert sorted(np.concatenate(groups).tolist()) == list(range(classes))


@given(labels, st.integers(1, 100), seeds)
def test_a_capped_sample_thins_the_frequent_classes_first(
    each: np.ndarray, cap: int, seed: int
) -> None:
    chosen = capped_sample(each, cap, np.random.default_rng(seed))
    assert len(chosen) == min(cap, len(each))
    before, after = np.bincount(each), np.bincount(each[chosen], minlength=each.max() + 1)
    thinned = after[after < before]
    assert not len(thinned) or after.max() <= thinned.min() + 1
