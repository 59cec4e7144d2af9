"""What a ranking has to beat: popularity, item-item co-occurrence, and matrix factorisation.

Each scores every item after a history, in one or several settings; whoever compares takes those
that do best on an earlier stretch of time, so that a weak baseline flatters nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.recommender import Catalogue, Histories
from retrieval.recommender.behaviour import Numbers

Scorer = Callable[[Numbers], NDArray[np.float64]]
Setting = tuple[str, Callable[[], Scorer]]
"""How it is called, and what fits it."""
ITERATIONS = 15
"""Of alternating least squares."""


def popularity(histories: Histories, catalogue: Catalogue) -> Iterator[Setting]:
    """How often each item was used, the same for everybody."""
    counts = _counts(histories, catalogue)
    yield "counts", lambda: lambda _: counts


def co_occurrence(histories: Histories, catalogue: Catalogue) -> Iterator[Setting]:
    """How many of those who used an item used the other too: as counts, or by cosine.

    Over the whole history, or its latest ten. What nothing goes with is ordered by popularity.
    """
    import scipy.sparse

    used = _matrix(histories, catalogue)
    counts = _counts(histories, catalogue)
    among = scipy.sparse.csr_matrix(used.T @ used)
    among.setdiag(0)
    scale = scipy.sparse.diags(1 / np.sqrt(np.maximum(counts, 1)))
    for name, matrix in (("counts", among), ("cosine", scale @ among @ scale)):
        rows = scipy.sparse.csr_matrix(matrix)
        for latest in (len(catalogue), 10):
            of_latest = "whole history" if latest > 10 else "latest 10"
            yield f"{name}, {of_latest}", partial(_summed, rows, latest, 1e-9 * counts)


def _summed(rows: Any, latest: int, tie: NDArray[np.float64]) -> Scorer:
    return lambda history: np.asarray(rows[history[-latest:]].sum(0)).ravel() + tie


def matrix_factorisation(
    histories: Histories, catalogue: Catalogue, seed: int
) -> Iterator[Setting]:
    """Alternating least squares on implicit feedback (Hu, Koren and Volinsky, 2008), by the
    library ``implicit``; who came later is folded in from what they have done.
    """
    used = _matrix(histories, catalogue)
    for factors, regularization, alpha in ((32, 0.1, 5.0), (64, 0.1, 5.0), (64, 1.0, 20.0)):
        name = f"{factors} factors, regularization {regularization}, alpha {alpha}"
        yield name, partial(_factorised, used, factors, regularization, alpha, seed)


def _factorised(used: Any, factors: int, regularization: float, alpha: float, seed: int) -> Scorer:
    import scipy.sparse
    from implicit.cpu.als import AlternatingLeastSquares
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1, "blas"):  # the library's small products wait for each other else
        model = AlternatingLeastSquares(
            factors=factors,
            regularization=regularization,
            alpha=alpha,
            iterations=ITERATIONS,
            num_threads=1,
            random_state=seed,
        )
        model.fit(used, show_progress=False)

    def score(history: Numbers) -> NDArray[np.float64]:
        ones = np.ones(len(history), dtype=np.float32)
        places = (np.zeros(len(history), dtype=np.int32), history.astype(np.int32))
        row = scipy.sparse.csr_matrix((ones, places), shape=(1, used.shape[1]))
        person = np.asarray(model.recalculate_user(0, row)).ravel()
        return np.asarray(model.item_factors @ person, dtype=np.float64)

    return score


def _counts(histories: Histories, catalogue: Catalogue) -> NDArray[np.float64]:
    return np.bincount(histories.items, minlength=len(catalogue)).astype(np.float64)


def _matrix(histories: Histories, catalogue: Catalogue) -> Any:
    import scipy.sparse

    shape = (int(histories.people.max(initial=-1)) + 1, len(catalogue))
    ones = np.ones(len(histories), dtype=np.float32)
    return scipy.sparse.csr_matrix((ones, (histories.people, histories.items)), shape=shape)
