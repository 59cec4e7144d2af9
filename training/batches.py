"""Which texts are trained on together: shuffled anew each epoch, alike in length.

Texts of one length need no padding, which more than halves the work on a CPU.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_POOL = 32


def bucketed_batches(
    lengths: NDArray[np.int64], chosen: NDArray[np.int64], size: int, rng: np.random.Generator
) -> list[NDArray[np.int64]]:
    """Return batches of at most ``size`` that hold each of ``chosen`` exactly once.

    Texts are shuffled, then sorted by length within pools of ``_POOL`` batches; the order of the
    batches is random again.
    """
    order = rng.permutation(chosen)
    batches: list[NDArray[np.int64]] = []
    for start in range(0, len(order), size * _POOL):
        pool = order[start : start + size * _POOL]
        pool = pool[np.argsort(lengths[pool], kind="stable")]
        batches += [pool[first : first + size] for first in range(0, len(pool), size)]
    return [batches[index] for index in rng.permutation(len(batches))]
