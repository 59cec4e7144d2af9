"""Directions in a byte a component, for a quarter of the memory of floats.

The largest component of each vector takes the whole range of a byte, so that cosines are right to
about a thousandth. Its length is not kept, because only directions are compared.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

_LARGEST = 127
_LEAST = 1e-12
"""What is shorter has no direction."""


def as_bytes(vectors: NDArray[np.floating]) -> NDArray[np.int8]:
    """The directions of ``vectors`` (n, d), or of one (d,)."""
    wide = np.asarray(vectors, dtype=np.float32)
    reach = np.abs(wide).max(-1, keepdims=True, initial=_LEAST)
    return np.asarray(np.rint(wide * (_LARGEST / reach)), dtype=np.int8)


def as_units(stored: NDArray[Any]) -> NDArray[np.float32]:
    """L2-normalised vectors of the directions ``stored`` (n, d); what has none stays 0."""
    wide = stored.astype(np.float32)
    lengths = np.linalg.norm(wide, axis=1, keepdims=True)
    return np.asarray(wide / np.maximum(lengths, _LEAST), dtype=np.float32)


def cosines(stored: NDArray[Any], vector: NDArray[np.float32]) -> NDArray[np.float64]:
    """Cosines of the L2-normalised ``vector`` (d,) with the directions ``stored`` (n, d)."""
    wide = stored.astype(np.float32)
    lengths = np.sqrt(np.einsum("nd,nd->n", wide, wide))
    return np.asarray((wide @ vector) / np.maximum(lengths, _LEAST), dtype=np.float64)
