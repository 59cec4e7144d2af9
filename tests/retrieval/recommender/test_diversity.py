"""Lists that vary."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.recommender import diversified

ALIKE = np.array([[1, 0], [1, 0], [0, 1], [0, 1]], dtype=np.float32)


def test_the_same_thing_twice_gives_way_to_another():
    assert diversified(np.array([1.0, 0.95, 0.9, 0.0]), ALIKE, 2).tolist() == [0, 2]


def test_relevance_alone_keeps_the_order():
    scores = np.array([1.0, 0.9, 0.95, 0.0])
    assert diversified(scores, ALIKE, 3, relevance=1.0).tolist() == [0, 2, 1]


@given(st.lists(st.floats(-5, 5), max_size=8), st.integers(0, 10))
def test_each_place_is_taken_once(scores, count):
    vectors = np.zeros((len(scores), 3), dtype=np.float32)
    chosen = diversified(np.array(scores), vectors, count).tolist()
    assert len(chosen) == len(set(chosen)) == min(count, len(scores))
