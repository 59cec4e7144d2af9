"""What a probe says of examples that it has not seen, each in turn.

Cross-validated logistic regression on the frozen search vectors: it costs seconds, and nothing is
fine-tuned. It knows vectors and class numbers only.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nlu.head import Vector
from training.probe import fit_probe

FOLDS = 5

Classes = NDArray[np.int64]


def out_of_fold(vectors: Vector, labels: Classes, classes: int, *, seed: int = 0) -> Vector:
    """Probabilities (n, classes) of each row of ``vectors`` by a probe that did not learn from it.

    ``labels`` (n,) are class numbers. Equal vectors are in one fold, so that no text vouches for
    its own copy. Where the probe knew nothing of a class its probability is 0; rows are all 0
    where it knew fewer than two.
    """
    found = np.zeros((len(labels), classes), dtype=np.float32)
    folds = folds_of(vectors, labels, seed)
    for fold in range(FOLDS):
        held = folds == fold
        present = np.unique(labels[~held])
        if not held.any() or len(present) < 2:
            continue
        places = np.searchsorted(present, labels[~held])
        probe = fit_probe(vectors[~held], places, len(present))
        found[np.ix_(held, present)] = _softmax(vectors[held] @ probe.weight.T + probe.bias)
    return found


def folds_of(vectors: Vector, labels: Classes, seed: int) -> Classes:
    """The fold of each row: every class is spread over the folds, copies stay together."""
    _, copies = np.unique(vectors, axis=0, return_inverse=True)
    copies = copies.reshape(-1)
    order = np.random.default_rng(seed).permutation(len(labels))
    of_copy = np.full(copies.max(initial=-1) + 1, -1, dtype=np.int64)
    following = np.zeros(labels.max(initial=-1) + 1, dtype=np.int64)
    start = 0
    for row in order:
        if of_copy[copies[row]] < 0:
            label = labels[row]
            if following[label] == 0:
                following[label], start = start + FOLDS, start + 1
            of_copy[copies[row]] = following[label] % FOLDS
            following[label] += 1
    return np.asarray(of_copy[copies], dtype=np.int64)


def _softmax(logits: Vector) -> Vector:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)
