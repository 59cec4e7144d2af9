"""Learning intents from character n-grams: logistic regression over TF-IDF weights.

Every text is asked of a model that did not learn from it, and every intent of one that did not know
it; what those say calibrates the model that learns from everything. No encoder is involved.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from nlu.grams import GramVector, GramVocabulary
from nlu.head import Vector
from nlu.ngrams import GramNeighbours, NgramClassifier, NgramHead
from training.calibration import calibrate_classifier
from training.match_calibration import LabelledVectors
from training.matching_texts import for_matching, strange_for_matching
from training.outcomes import NO_CLASS, Validated, meant_of
from training.probe import linear_of
from training.reading import Outputs
from training.splits import Indices, TrainingTexts, capped_sample, fold_classes, fold_texts
from training.strangers import heard
from training.unlabelled import NONE, Unlabelled

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    from training.settings import TrainingSettings

_MOST_GRAMS = 20_000
_NEIGHBOURS = 4000
_REGULARISATION = 30.0
_FOLDS = 5
_CLASS_GROUPS = 4
_ENOUGH_VALIDATED = 3000
_OUTSIDE = 2000


@dataclass(frozen=True, slots=True, eq=False)
class LearnedNgrams:
    """A calibrated classifier, its validation figures, and the texts to calibrate matching on.

    ``matching`` is None where no text could be spared for validation.
    """

    classifier: NgramClassifier
    metrics: dict[str, Any]
    matching: LabelledVectors | None


@dataclass(frozen=True, slots=True, eq=False)
class _Rehearsal:
    inside: Validated
    outside: Outputs


def learn_ngrams(
    texts: TrainingTexts,
    settings: TrainingSettings,
    progress: Callable[[int, int], None],
    unlabelled: Unlabelled = NONE,
) -> LearnedNgrams:
    """Train, validate and calibrate on ``texts``; the same seed gives the same classifier.

    The ``unlabelled`` questions are strangers to it.
    """
    rng = np.random.default_rng(settings.seed)
    every = np.arange(len(texts.texts))
    folds = list(_folds(texts, rng))
    groups = _class_groups(len(texts.intents), rng)
    validated, strange, rehearsals = [], [], []
    classes = np.arange(len(texts.intents))
    steps = 2 * len(folds) + 1
    for number, fold in enumerate(folds):
        train = np.setdiff1d(every, fold)
        knowing = fit_ngrams(*_taught(texts, train, classes), rng)
        validated.append(_validated(texts, knowing, fold, classes))
        strange.append(_put_to(knowing, unlabelled.texts, classes))
        progress(2 * number + 1, steps)
        if groups:
            held = groups[number % len(groups)]
            rehearsals.append(_rehearse(texts, train, fold, held, rng))
        progress(2 * number + 2, steps)
    head = fit_ngrams(*_taught(texts, every, classes), rng)
    calibration, metrics, strangers = calibrate_classifier(
        validated, rehearsals, settings, rng, strangers=heard(unlabelled, strange)
    )
    progress(steps, steps)
    matching = None
    if metrics["validation_texts"]:
        asked = strange_for_matching(strangers, texts.intents, calibration)
        matching = replace(for_matching(texts, validated, calibration), strange=asked)
    return LearnedNgrams(NgramClassifier(texts.intents, head, calibration), metrics, matching)


def fit_ngrams(
    texts: Sequence[str], labels: Indices, rng: np.random.Generator, neighbours: int = _NEIGHBOURS
) -> NgramHead:
    """Fit on ``texts``, and keep ``neighbours`` of them to compare messages with.

    ``labels`` must number their classes from 0 on without a gap.
    """
    from sklearn.linear_model import LogisticRegression

    vocabulary = GramVocabulary.of(texts, _MOST_GRAMS)
    rows = [vocabulary.weigh(text) for text in texts]
    model = LogisticRegression(C=_REGULARISATION, max_iter=1000, tol=1e-5)
    with warnings.catch_warnings():
        # Many intents with hardly an example each are what a young home has, no mistake.
        warnings.filterwarnings("ignore", message="The number of unique classes")
        model.fit(_matrix(rows, len(vocabulary)), labels)
    near = capped_sample(labels, neighbours, rng)
    return NgramHead(
        vocabulary,
        linear_of(model, len(model.classes_)),
        GramNeighbours([rows[index] for index in near], labels[near]),
    )


def _rehearse(
    texts: TrainingTexts, train: Indices, fold: Indices, held: Indices, rng: np.random.Generator
) -> _Rehearsal:
    """Ask a model that does not know the ``held`` classes about them, too."""
    classes = np.setdiff1d(np.arange(len(texts.intents)), held)
    head = fit_ngrams(*_taught(texts, train, classes), rng)
    outside = rng.permutation(texts.of_none_but(held))[:_OUTSIDE]
    inside = fold[np.isin(texts.labels[fold], classes)]
    return _Rehearsal(
        inside=_validated(texts, head, inside, classes),
        outside=_ask(head, [texts.texts[index] for index in outside]),
    )


def _taught(texts: TrainingTexts, train: Indices, classes: Indices) -> tuple[list[str], Indices]:
    """Return the texts of ``classes`` among ``train``, those of several intents once for each."""
    again = texts.also_of(train)
    places = np.concatenate([train, again[:, 0]])
    labels = np.concatenate([texts.labels[train], again[:, 1]])
    known = np.isin(labels, classes)
    return [texts.texts[index] for index in places[known]], np.searchsorted(classes, labels[known])


def _validated(
    texts: TrainingTexts, head: NgramHead, chosen: Indices, classes: Indices
) -> Validated:
    outputs = _ask(head, [texts.texts[index] for index in chosen])
    return Validated(
        chosen=chosen,
        vectors=np.zeros((len(chosen), 1), dtype=np.float32),
        outputs=outputs,
        labels=meant_of(texts, chosen, classes, outputs),
        classes=classes,
    )


def _put_to(head: NgramHead, strange: Sequence[str], classes: Indices) -> Validated:
    return Validated(
        chosen=np.arange(len(strange)),
        vectors=np.zeros((len(strange), 1), dtype=np.float32),
        outputs=_ask(head, strange),
        labels=np.full(len(strange), NO_CLASS),
        classes=classes,
    )


def _ask(head: NgramHead, texts: Sequence[str]) -> Outputs:
    rows = [head.vocabulary.weigh(text) for text in texts]
    logits: list[Vector] = [head.logits(row) for row in rows]
    return Outputs(
        tuned=np.array(logits, dtype=np.float32).reshape(len(rows), len(head.linear.bias)),
        probe=None,
        nearest=np.array([head.nearest(row) for row in rows], dtype=np.float32).reshape(
            len(rows), len(head.linear.bias)
        ),
    )


def _folds(texts: TrainingTexts, rng: np.random.Generator) -> Iterator[Indices]:
    """Parts to leave out in turn, until enough texts have been asked about."""
    asked = 0
    for fold in fold_texts(texts.labels, _FOLDS, rng):
        if len(fold) and asked < _ENOUGH_VALIDATED:
            asked += len(fold)
            yield fold


def _class_groups(classes: int, rng: np.random.Generator) -> list[Indices]:
    """Groups of classes to leave out in turn, none where fewer than two would be left."""
    return fold_classes(classes, min(_CLASS_GROUPS, classes), rng) if classes > 2 else []


def _matrix(rows: Sequence[GramVector], width: int) -> csr_matrix:
    from scipy.sparse import csr_matrix

    starts = np.cumsum([0, *(len(row.indices) for row in rows)])
    values = np.concatenate([row.values for row in rows])
    indices = np.concatenate([row.indices for row in rows])
    return csr_matrix((values, indices, starts), shape=(len(rows), width), dtype=np.float32)
