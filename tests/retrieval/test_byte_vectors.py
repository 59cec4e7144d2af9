"""A byte a component keeps directions."""

from __future__ import annotations

import numpy as np

from retrieval.byte_vectors import as_bytes, as_units, cosines


def _directions(number: int) -> np.ndarray:
    drawn = np.random.default_rng(3).standard_normal((number, 384)).astype(np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


def test_cosines_stay_right_to_a_few_thousandths() -> None:
    stored, asked = _directions(500), _directions(1)[0]

    assert np.abs(cosines(as_bytes(stored), asked) - stored @ asked).max() < 0.003


def test_what_is_taken_out_has_unit_length_and_its_own_direction() -> None:
    stored = _directions(100)
    units = as_units(as_bytes(stored))

    assert np.allclose(np.linalg.norm(units, axis=1), 1.0, atol=1e-5)
    assert ((units * stored).sum(1) > 0.9999).all()


def test_the_length_of_a_vector_changes_nothing() -> None:
    stored = _directions(20)

    assert (as_bytes(stored * 1e-4) == as_bytes(stored)).all()


def test_a_vector_without_direction_is_like_none() -> None:
    nothing = as_bytes(np.zeros((1, 384), dtype=np.float32))

    assert cosines(nothing, _directions(1)[0]).tolist() == [0.0]
    assert not as_units(nothing).any()
