"""The unlabelled questions whose labels would teach most: doubtful, typical, and unlike each other.

A question is worth the doubt that it lies near to: the sum, over all unlabelled questions, of how
unsure the probe is of each times how much nearer it is to this one than to anything labelled. They
are taken greedily, each counting as labelled for the next (facility location, which is
submodular), so that density and diversity need no weights of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.records import IntentId
from nlu.head import Vector
from training.labelled import LabelledText
from training.learning_curve import Gain, expected_gain
from training.probe import fit_probe

GUESSES = 3
MOST_WEIGHED = 3000
"""Of more unlabelled questions so many, the most doubtful, are weighed: memory grows with n²."""


@dataclass(frozen=True, slots=True)
class NextExample:
    """An unlabelled question, as its row, with the likeliest intents and their probabilities.

    ``stands_for`` counts the unlabelled questions, itself included, that are nearer to it than to
    anything labelled or chosen beside it.
    """

    row: int
    guesses: tuple[tuple[IntentId, float], ...]
    stands_for: int


@dataclass(frozen=True, slots=True)
class NextExamples:
    """What to label next, the most telling first, and what as many examples usually buy.

    ``gain`` is None where there are too few labelled examples to tell.
    """

    chosen: tuple[NextExample, ...]
    gain: Gain | None


def choose_next(
    labelled: Sequence[LabelledText],
    vectors: Vector,
    unlabelled: Vector,
    *,
    count: int = 20,
    seed: int = 0,
) -> NextExamples:
    """Choose ``count`` of the questions whose vectors are ``unlabelled`` (m, d).

    ``vectors`` (n, d) are those of ``labelled``, which must show two intents or more. All are
    L2-normalised, and equal questions should be given once.
    """
    names = sorted({each.intent for each in labelled})
    place = {name: number for number, name in enumerate(names)}
    labels = np.array([place[each.intent] for each in labelled], dtype=np.int64)
    probe = fit_probe(vectors, labels, len(names))
    probabilities = _softmax(unlabelled @ probe.weight.T + probe.bias)
    doubts = doubt(probabilities)
    pool = np.argsort(-doubts, kind="stable")[:MOST_WEIGHED]
    rows, stands_for = most_telling(vectors, unlabelled[pool], doubts[pool], count)
    chosen = tuple(
        NextExample(int(pool[row]), _guesses(probabilities[pool[row]], names), stands)
        for row, stands in zip(rows, stands_for, strict=True)
    )
    return NextExamples(chosen, expected_gain(vectors, labels, more=len(chosen), seed=seed))


def doubt(probabilities: Vector) -> Vector:
    """How unsure each row (n, classes) is: 1 less the lead of the best class, from 0 to 1."""
    best = -np.sort(-probabilities, axis=1)[:, :2]
    return np.asarray(1.0 - (best[:, 0] - best[:, 1]), dtype=np.float32)


def most_telling(
    labelled: Vector, pool: Vector, doubts: Vector, count: int
) -> tuple[list[int], list[int]]:
    """Rows of ``pool`` (m, d) to label, the best first, and for how many of it each stands.

    ``labelled`` (n, d) covers what lies near it already; ``doubts`` (m,) weigh what is covered.
    """
    if not len(pool):
        return [], []
    nearness = _covers(pool @ pool.T)
    covered = _covers((pool @ labelled.T).max(axis=1))
    by = np.full(len(pool), -1)
    chosen: list[int] = []
    for _ in range(min(count, len(pool))):
        worth = np.maximum(nearness - covered[:, None], 0.0).T @ doubts
        worth[chosen] = -1.0
        best = int(worth.argmax())
        if worth[best] <= 0:
            break
        by[nearness[:, best] > covered] = best
        covered = np.maximum(covered, nearness[:, best])
        chosen.append(best)
    return chosen, [int((by == row).sum()) for row in chosen]


def _covers(cosines: Vector) -> Vector:
    """How much one text tells of another, from 0 to 1: the square of a positive cosine."""
    return np.asarray(np.clip(cosines, 0.0, 1.0) ** 2, dtype=np.float32)


def _guesses(
    probabilities: Vector, names: Sequence[IntentId]
) -> tuple[tuple[IntentId, float], ...]:
    best = np.argsort(-probabilities, kind="stable")[:GUESSES]
    return tuple((names[number], float(probabilities[number])) for number in best)


def _softmax(logits: Vector) -> Vector:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)
