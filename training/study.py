"""One training's material: the texts read once, and models tuned on any part of them.

A part leaves texts out, and sometimes whole intents, so that what comes later can be seen
beforehand: how long to train, how to read the logits, and how messages about unknown things look.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from torch import Tensor

from nlu.head import Linear, Neighbours
from training.activations import Activations, token_ids
from training.base_model import BaseModel
from training.crew import Progressed, Tell
from training.forked import ForkedEncoder, tuned_layers_of
from training.masked_words import Messages
from training.outcomes import NO_CLASS, Outcome, Validated, meant_of
from training.probe import fit_probe
from training.reading import Outputs
from training.settings import TrainingSettings
from training.splits import Indices, TrainingTexts, capped_sample
from training.tuning import Course, IntentTop, TuningData, Workshop, predict, tune
from training.unfinished import Bookmark
from training.unlabelled import NONE, Unlabelled

_NEIGHBOURS = 20_000
_OUTSIDE = 2000


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Indices of texts: to ``train`` on, to validate on (may be empty), and classes left out.

    ``seed`` decides all that is random in tuning on it for up to ``epochs``.
    """

    name: str
    settings: TrainingSettings
    seed: int
    epochs: int
    train: Indices
    validation: Indices
    held_classes: Indices


class Study:
    """The texts with their shared activations and frozen vectors.

    The names of the intents, where they are words, are read too: each is one more text to train
    on, and never one to be asked about. So is a text of several intents, once more for each.
    """

    def __init__(
        self,
        texts: TrainingTexts,
        base: BaseModel,
        workshop: Workshop,
        progress: Callable[[int, int], None],
        messages: Sequence[str] = (),
        unlabelled: Unlabelled = NONE,
    ) -> None:
        """Read every text through the frozen layers.

        Tunings learn the words of ``messages`` beside; raises UnsupportedBaseModelError where the
        base cannot. They are asked about the ``unlabelled`` questions, and learn nothing of them.
        """
        self.texts = texts
        self.base = base
        self.workshop = workshop
        named = np.array([label for label, name in enumerate(texts.names) if name], dtype=np.int64)
        self._named = len(texts.texts) + np.arange(len(named))
        self._again = len(texts.texts) + len(named) + np.arange(len(texts.also))
        self.unlabelled = unlabelled
        taught = len(texts.texts) + len(named) + len(texts.also)
        self._strange = taught + np.arange(len(unlabelled.texts))
        self._labels = np.concatenate([texts.labels, named, texts.also[:, 1]])
        encoder = self._fork(with_intents=False).eval().to(workshop.accelerator.device)
        limit = min(workshop.settings.max_tokens, base.max_tokens)
        read = [
            *texts.texts,
            *(texts.names[label] for label in named),
            *(texts.texts[index] for index in texts.also[:, 0]),
            *unlabelled.texts,
        ]
        tokens = token_ids(base.tokenizer, read, limit)
        self._messages = Messages(base, messages, limit) if messages else None
        self.activations = Activations(
            encoder, tokens, workshop.accelerator, workshop.crew.side_by_side, progress
        )
        self.vectors = self.activations.search_vectors()

    def carry_out(self, part: Part, bookmark: Bookmark, tell: Tell) -> None:
        """Tune on ``part``, ask about what it left out, and leave the outcome in ``bookmark``.

        Goes on where that was interrupted, and has nothing to do where it was done.
        """
        kept = bookmark.take()
        if kept is not None and "outcome" in kept:
            tell(Progressed(1, 1))
            return
        classes = np.setdiff1d(np.arange(len(self.texts.intents)), part.held_classes)
        model, probe = self._start(part.train, classes)
        data = TuningData(
            self.activations,
            np.searchsorted(classes, self._labels),
            self._taught(part.train, classes),
            self._known(part.validation, classes),
            self._messages,
        )
        course = Course(part.settings, part.epochs, part.seed, bookmark, tell)
        outcome = Outcome(
            tuned=tune(model, data, course, self.workshop),
            learned=model.learned(),
            inside=self._inside(model, probe, part, classes),
            outside=self._outside(model, probe, part, classes),
            strange=self._asked_strangers(model, probe, part, classes),
        )
        bookmark.put({"outcome": outcome.to_plain()}, finished=True)

    def model_with(self, learned: Mapping[str, Tensor], train: Indices) -> tuple[IntentTop, Linear]:
        """Return the model of all intents with the weights ``learned``, and its probe."""
        model, probe = self._start(train, np.arange(len(self.texts.intents)))
        model.load_state_dict(learned, strict=False)
        return model.eval(), probe

    def neighbours(self, train: Indices) -> Indices:
        """Return which of the training texts are kept to compare messages with."""
        rng = np.random.default_rng(self.workshop.settings.seed)
        return train[capped_sample(self.texts.labels[train], _NEIGHBOURS, rng)]

    def taught_names(self) -> tuple[list[str], Indices]:
        """Return the intents' names that are taught beside the texts, and their classes."""
        labels = self._labels[self._named]
        return [self.texts.names[label] for label in labels], labels

    def _start(self, train: Indices, classes: Indices) -> tuple[IntentTop, Linear]:
        """Return an untuned model whose head is the probe fitted on the frozen vectors."""
        taught = self._taught(train, classes)
        labels = np.searchsorted(classes, self._labels[taught])
        probe = fit_probe(self.vectors[taught], labels, len(classes))
        dropout = self.workshop.settings.input_dropout
        return IntentTop(self._fork(with_intents=True), probe, dropout), probe

    def _fork(self, *, with_intents: bool) -> ForkedEncoder:
        tuned = tuned_layers_of(self.base.layers, self.workshop.settings)
        return ForkedEncoder(self.base, with_intents=with_intents, tuned_layers=tuned)

    def _inside(self, model: IntentTop, probe: Linear, part: Part, classes: Indices) -> Validated:
        chosen = self._known(part.validation, classes)
        outputs = self._ask(model, probe, chosen, self._known(part.train, classes), classes)
        return Validated(
            chosen=chosen,
            vectors=self.vectors[chosen],
            outputs=outputs,
            labels=meant_of(self.texts, chosen, classes, outputs),
            classes=classes,
        )

    def _outside(self, model: IntentTop, probe: Linear, part: Part, classes: Indices) -> Outputs:
        chosen = self.texts.of_none_but(part.held_classes)
        chosen = np.random.default_rng(part.seed).permutation(chosen)[:_OUTSIDE]
        return self._ask(model, probe, chosen, self._known(part.train, classes), classes)

    def _asked_strangers(
        self, model: IntentTop, probe: Linear, part: Part, classes: Indices
    ) -> Validated:
        """Only parts that validate are asked: what they say of both kinds can be compared."""
        count = len(self._strange) if len(part.validation) else 0
        chosen = self._strange[:count]
        return Validated(
            chosen=np.arange(count),
            vectors=self.vectors[chosen],
            outputs=self._ask(model, probe, chosen, self._known(part.train, classes), classes),
            labels=np.full(count, NO_CLASS),
            classes=classes,
        )

    def _ask(
        self, model: IntentTop, probe: Linear, chosen: Indices, train: Indices, classes: Indices
    ) -> Outputs:
        _, logits = predict(model, self.activations, chosen, self.workshop.accelerator)
        near = self.neighbours(train)
        neighbours = Neighbours(
            self.vectors[near], np.searchsorted(classes, self.texts.labels[near])
        )
        return Outputs(
            tuned=logits.numpy(),
            probe=probe(self.vectors[chosen]),
            nearest=neighbours.nearest(self.vectors[chosen], len(classes)),
        )

    def _known(self, chosen: Indices, classes: Indices) -> Indices:
        return chosen[np.isin(self.texts.labels[chosen], classes)]

    def _taught(self, train: Indices, classes: Indices) -> Indices:
        """Return the texts of ``classes`` among ``train``, and the names of those classes."""
        again = self._again[np.isin(self.texts.also[:, 0], train)]
        beside = np.concatenate([self._named, again])
        beside = beside[np.isin(self._labels[beside], classes)]
        return np.concatenate([self._known(train, classes), beside])
