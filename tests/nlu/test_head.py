"""The heads and the comparison with training texts, in plain numbers."""

from __future__ import annotations

import numpy as np
import pytest
from safetensors.numpy import load, save

from nlu.head import Head, Linear, Neighbours, nearest_of_each, probabilities_of, scope_signals


def head(texts: int = 8) -> Head:
    rng = np.random.default_rng(0)
    weight = np.asfortranarray(rng.normal(size=(3, 4)).astype(np.float32))
    linear = Linear(weight, np.zeros(3, np.float32))
    near = Neighbours(np.eye(texts, 4, dtype="f4"), np.arange(texts) % 3)
    return Head(linear, Linear(weight[::-1], np.ones(3, np.float32)), near)


def test_head_survives_its_file_whatever_the_memory_layout() -> None:
    before = head()
    after = Head.from_tensors(load(save(before.to_tensors())))
    np.testing.assert_array_equal(before.probe.weight, after.probe.weight)
    np.testing.assert_array_equal(before.tuned.weight, after.tuned.weight)
    np.testing.assert_array_equal(before.neighbours.vectors, after.neighbours.vectors)
    np.testing.assert_array_equal(before.neighbours.labels, after.neighbours.labels)


def test_probe_counts_by_its_weight() -> None:
    model, ones = head(), np.ones(4, np.float32)
    half = (model.tuned(ones) + model.probe(ones)) / 2
    np.testing.assert_allclose(model.logits(ones, ones, 0.5), half, rtol=1e-6)
    np.testing.assert_array_equal(model.logits(ones, ones, 0.0), model.tuned(ones))


def test_nothing_is_near_without_training_texts() -> None:
    near, ones = head(texts=0).neighbours, np.ones((1, 4), np.float32)
    assert near.nearest(ones, 3).tolist() == [[0.0, 0.0, 0.0]]
    assert near.similarity(ones[0], 2) == 0.0


@pytest.mark.parametrize("texts", [1, 40, 700])
def test_training_and_serving_find_the_same_nearest_texts(texts: int) -> None:
    rng = np.random.default_rng(texts)
    vectors, asked = (rng.normal(size=(n, 6)).astype(np.float32) for n in (texts, 300))
    near = Neighbours(vectors, rng.permutation(np.arange(texts) % 5))
    found = near.nearest(asked, 7)
    served = [[near.similarity(each, label) for label in range(7)] for each in asked]
    np.testing.assert_allclose(found, served, atol=1e-5)
    one = nearest_of_each(near.vectors @ asked[0], near.labels, 7)
    np.testing.assert_allclose(found[0], one, atol=1e-5)


@pytest.mark.parametrize("texts", [1, 7, 50])
def test_nearest_of_each_class_agrees_with_looking_at_each(texts: int) -> None:
    rng = np.random.default_rng(texts)
    cosines, labels = rng.random(texts).astype(np.float32), rng.integers(0, 5, texts)
    expected = [max([0.0, *cosines[labels == label]]) for label in range(5)]
    assert nearest_of_each(cosines, labels, 5) == pytest.approx(expected)


def test_surer_logits_give_stronger_signals() -> None:
    flat, sharp = (np.array([top, 0.0, 0.0], np.float32) for top in (0.5, 5.0))
    weak, strong = (scope_signals(each, probabilities_of(each), 0.0) for each in (flat, sharp))
    assert strong.confidence > weak.confidence
    assert strong.margin > weak.margin
    assert strong.energy > weak.energy


def test_certain_logits_stay_finite() -> None:
    logits = np.array([500.0, -500.0], np.float32)
    assert np.isfinite(scope_signals(logits, probabilities_of(logits), 1.0).values()).all()
