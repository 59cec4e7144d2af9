"""One training's material: the texts read once, and models tuned on any part of them.

A rehearsal leaves texts and whole intents out, so that what comes later can be seen beforehand:
how long to train, how to read the logits, and how messages about unknown things look.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nlu.head import NEAREST, Linear, Vector, mean_of_largest
from training.activations import Activations, token_ids
from training.base_model import BaseModel
from training.forked import ForkedEncoder
from training.metrics import Numbers
from training.probe import fit_probe
from training.reading import Outputs
from training.splits import Indices, TrainingTexts, capped_sample
from training.tuning import IntentTop, Tuned, TuningData, Workshop, predict, tune

NEIGHBOURS = 4000
_OUTSIDE = 2000


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Indices of texts: to ``train`` on, to validate on (may be empty), and classes left out."""

    train: Indices
    validation: Indices
    held_classes: Indices


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """A tuned model, its probe, and the classes it knows in the order of its logits."""

    model: IntentTop
    probe: Linear
    classes: Indices
    tuned: Tuned


@dataclass(frozen=True, slots=True, eq=False)
class Validated:
    """What a model said to the texts ``chosen``, which it had not seen, and what is right.

    ``labels`` (n,) number the model's own classes, which ``classes`` gives in the study's numbers;
    ``vectors`` (n, dimension) are the texts' search vectors.
    """

    chosen: Indices
    vectors: Vector
    outputs: Outputs
    labels: Indices
    classes: Indices


@dataclass(frozen=True, slots=True, eq=False)
class Rehearsal:
    """What a model said to texts of intents it knew, and of intents that were held out."""

    inside: Validated
    outside: Outputs
    epoch: int


class Study:
    """The texts with their shared activations and frozen vectors."""

    def __init__(
        self,
        texts: TrainingTexts,
        base: BaseModel,
        workshop: Workshop,
        progress: Callable[[int, int], None],
    ) -> None:
        """Read every text through the frozen layers."""
        self.texts = texts
        self.base = base
        self.workshop = workshop
        encoder = ForkedEncoder(base, with_intents=False).eval().to(workshop.accelerator.device)
        limit = min(workshop.settings.max_tokens, base.max_tokens)
        tokens = token_ids(base.tokenizer, texts.texts, limit)
        self.activations = Activations(
            encoder, tokens, workshop.accelerator, workshop.pace, progress
        )
        self.vectors = self.activations.search_vectors(workshop.pace)

    def learn(self, part: Part, epochs: int, progress: Callable[[int, int], None]) -> Learned:
        """Fit the probe and, from it, tune a fresh copy of the top layers on ``part``."""
        classes = np.setdiff1d(np.arange(len(self.texts.intents)), part.held_classes)
        train, validation = self._known(part.train, classes), self._known(part.validation, classes)
        labels = np.searchsorted(classes, self.texts.labels)
        probe = fit_probe(self.vectors[train], labels[train], len(classes))
        model = IntentTop(ForkedEncoder(self.base, with_intents=True), probe)
        data = TuningData(self.activations, labels, train, validation)
        tuned = tune(model, data, epochs, self.workshop, progress)
        return Learned(model, probe, classes, tuned)

    def rehearse(self, part: Part, epochs: int, progress: Callable[[int, int], None]) -> Rehearsal:
        """Learn ``part`` and ask what it left out."""
        learned = self.learn(part, epochs, progress)
        validation = self._known(part.validation, learned.classes)
        outside = np.flatnonzero(np.isin(self.texts.labels, part.held_classes))
        rng = np.random.default_rng(self.workshop.settings.seed)
        outside = rng.permutation(outside)[:_OUTSIDE]
        train = self._known(part.train, learned.classes)
        return Rehearsal(
            inside=Validated(
                chosen=validation,
                vectors=self.vectors[validation],
                outputs=self._ask(learned, validation, train),
                labels=np.searchsorted(learned.classes, self.texts.labels[validation]),
                classes=learned.classes,
            ),
            outside=self._ask(learned, outside, train),
            epoch=learned.tuned.epoch,
        )

    def neighbours(self, train: Indices) -> Indices:
        """Return which of the training texts are kept to compare messages with."""
        rng = np.random.default_rng(self.workshop.settings.seed)
        return train[capped_sample(self.texts.labels[train], NEIGHBOURS, rng)]

    def _ask(self, learned: Learned, chosen: Indices, train: Indices) -> Outputs:
        _, logits = predict(learned.model, self.activations, chosen, self.workshop.accelerator)
        near = self.vectors[self.neighbours(train)]
        return Outputs(
            tuned=logits.numpy(),
            probe=learned.probe(self.vectors[chosen]),
            similarity=similarities(self.vectors[chosen], near),
        )

    def _known(self, chosen: Indices, classes: Indices) -> Indices:
        return chosen[np.isin(self.texts.labels[chosen], classes)]


def similarities(vectors: Vector, neighbours: Vector) -> Numbers:
    """Return the mean cosine of each vector to its nearest neighbours, as serving computes it."""
    return np.array([mean_of_largest(neighbours @ vector, NEAREST) for vector in vectors])
