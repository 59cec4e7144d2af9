"""The frozen baseline: logistic regression on the search vectors that no training has changed.

It is what fine-tuning must beat, where the tuned head starts from, and a second opinion at
serving.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from nlu.head import Linear, Vector

if TYPE_CHECKING:
    from sklearn.linear_model import LogisticRegression

_REGULARISATION = 10.0


def fit_probe(vectors: Vector, labels: NDArray[np.int64], classes: int) -> Linear:
    """Fit on normalised vectors (n, dimension); ``labels`` must name every class at least once."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=_REGULARISATION, max_iter=1000, tol=1e-5)
    model.fit(vectors, labels)
    return linear_of(model, classes)


def linear_of(model: LogisticRegression, classes: int) -> Linear:
    """Return a fitted regression as a layer of one row a class, which two classes lack in it."""
    weight, bias = model.coef_, model.intercept_
    if classes == 2:
        weight, bias = np.concatenate([-weight, weight]) / 2, np.concatenate([-bias, bias]) / 2
    return Linear(np.ascontiguousarray(weight, np.float32), np.ascontiguousarray(bias, np.float32))
