"""What a training learns from, what it validates on, and what it leaves out to rehearse.

With plenty of texts a part of them validates the very model that will serve, and one short
rehearsal without a quarter of the intents shows how unknown things look. With few, every text is
worth training on: rehearsals on parts of them settle how long to train and how to calibrate.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.settings import TrainingSettings
from training.splits import Indices, TrainingTexts, fold_classes, fold_texts, hold_out_texts
from training.study import Part, Rehearsal

FEW_TEXTS = 3000
_FOLDS = 4
_REHEARSAL_SHARE = 0.5
_EPOCHS = 8
_NONE: Indices = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """The rehearsals, then the ``final`` training; ``epochs`` are the most that each may take."""

    rehearsals: tuple[Part, ...]
    rehearsal_epochs: int
    final: Part
    epochs: int

    def final_epochs(self, rehearsals: Sequence[Rehearsal]) -> int:
        """Return how long to train: as the rehearsals did best, where nothing else can tell."""
        if len(self.final.validation) or not rehearsals:
            return self.epochs
        return max(1, round(float(np.mean([rehearsal.epoch for rehearsal in rehearsals]))))


def plan_for(texts: TrainingTexts, settings: TrainingSettings) -> Plan:
    """Return the plan for these texts; the same seed gives the same plan."""
    rng = np.random.default_rng(settings.seed)
    epochs = settings.epochs or _EPOCHS
    every = np.arange(len(texts.texts))
    groups = _class_groups(len(texts.intents), rng)
    if len(every) <= FEW_TEXTS:
        folds = fold_texts(texts.labels, _FOLDS, rng)
        parts = [
            Part(np.setdiff1d(every, fold), fold, groups[number % len(groups)])
            for number, fold in enumerate(folds)
            if len(fold)
        ]
        return Plan(tuple(parts), epochs, Part(every, _NONE, _NONE), epochs)
    validation = hold_out_texts(texts.labels, settings.validation_share, rng)
    train = np.setdiff1d(every, validation)
    rehearsal = Part(train, validation, groups[0])
    short = math.ceil(epochs * _REHEARSAL_SHARE)
    return Plan((rehearsal,), short, Part(train, validation, _NONE), epochs)


def _class_groups(classes: int, rng: np.random.Generator) -> list[Indices]:
    """Return groups of classes to leave out in turn, none where fewer than two would be left."""
    if classes < 3:
        return [_NONE]
    return fold_classes(classes, min(_FOLDS, classes), rng)
