"""Adapting the encoder to a company's messages, of which nobody has said what they are about.

Messages that are each other's nearest neighbours move closer together and away from the others
(after Zhang et al. 2022, whose neighbours are unlabelled too), while every vector is held near
where the base had it, so that the encoder stays one that search can use. The lower layers stay.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from training.activations import Activations, token_ids
from training.encoder_tuning import Lesson, teach
from training.errors import TrainingError
from training.forked import ForkedEncoder

if TYPE_CHECKING:
    from accelerate import Accelerator

    from nlu.head import Vector
    from training.base_model import BaseModel
    from training.crew import Tell
    from training.splits import Indices
    from training.tuning import Workshop
    from training.unfinished import Bookmark

FEWEST = 100
"""Fewer different messages say too little about what is alike."""

_EPOCHS = 2
_BATCH = 64
_LEARNING_RATE = 1e-4
_TEMPERATURE = 0.1
_PULL = 1.0
_NEIGHBOURS = 5
_BLOCK = 512


def check_messages(messages: Sequence[str]) -> None:
    """Raise TrainingError for fewer than 100 messages."""
    if len(messages) < FEWEST:
        raise TrainingError(
            f"{len(messages)} different customer messages are too few to adapt to; "
            f"at least {FEWEST} are needed, and some thousand are better"
        )


def adapted(
    base: BaseModel, messages: Sequence[str], workshop: Workshop, bookmark: Bookmark, tell: Tell
) -> BaseModel:
    """Return a copy of ``base`` adapted to ``messages``, which are different ones."""
    base = replace(base, encoder=copy.deepcopy(base.encoder))
    settings = workshop.settings
    tokens = token_ids(base.tokenizer, messages, min(settings.max_tokens, base.max_tokens))
    encoder = ForkedEncoder(base, with_intents=False).eval().to(workshop.accelerator.device)
    read = Activations(
        encoder, tokens, workshop.accelerator, workshop.crew.side_by_side, lambda *_: None
    )
    vectors = read.search_vectors()
    encoder.search_top.requires_grad_(True)
    encoder.search_top.train()
    lesson = Lesson(
        layers=encoder.search_top,
        loss=_Contrast(
            encoder,
            read,
            torch.from_numpy(vectors),
            mutual_neighbours(vectors, _NEIGHBOURS),
            workshop.accelerator,
        ),
        lengths=read.lengths,
        epochs=_EPOCHS,
        batch_size=_BATCH,
        learning_rate=_LEARNING_RATE,
    )
    teach(lesson, settings.seed, bookmark, tell, workshop.accelerator)
    encoder.to("cpu").eval().requires_grad_(False)
    return base


@dataclass(frozen=True, slots=True, eq=False)
class _Contrast:
    """The loss: contrast among the messages of a batch, and the pull towards the old vectors."""

    encoder: ForkedEncoder
    read: Activations
    before: Tensor
    neighbours: Sequence[Indices]
    accelerator: Accelerator

    def __call__(self, chosen: Indices) -> Tensor:
        views = self._vectors(chosen), self._vectors(self._partners(chosen))
        scores = views[0] @ views[1].T / _TEMPERATURE
        scores = scores.masked_fill(self._alike(chosen).to(scores.device), -torch.inf)
        truth = torch.arange(len(chosen), device=scores.device)
        before = self.before[torch.from_numpy(chosen)].to(scores.device)
        moved = 1.0 - (views[0] * before).sum(1).mean()
        return nn.functional.cross_entropy(scores, truth) + _PULL * moved

    def _vectors(self, chosen: Indices) -> Tensor:
        with self.accelerator.autocast():
            return self.encoder.search(*self.read.batch(chosen))

    def _partners(self, chosen: Indices) -> Indices:
        """Return a neighbour of each message by chance; its own is itself where it has none."""
        drawn = torch.rand(len(chosen)).numpy()
        near = [self.neighbours[index] for index in chosen]
        return np.array(
            [
                each[int(chance * len(each))] if len(each) else index
                for index, each, chance in zip(chosen, near, drawn, strict=True)
            ],
            dtype=np.int64,
        )

    def _alike(self, chosen: Indices) -> Tensor:
        """Return which other messages (n, n) are neighbours, so that nothing drives them apart."""
        alike = np.stack([np.isin(chosen, self.neighbours[index]) for index in chosen])
        np.fill_diagonal(alike, False)
        return torch.from_numpy(alike)


def mutual_neighbours(vectors: Vector, most: int) -> list[Indices]:
    """Return, for each normalised vector (n, d), who of its ``most`` nearest has it among theirs.

    Vectors that are the same are neighbours too; none is its own.
    """
    near = np.concatenate(
        [
            _nearest(vectors, start, min(most, len(vectors) - 1))
            for start in range(0, len(vectors), _BLOCK)
        ]
    )
    return [each[(near[each] == index).any(1)] for index, each in enumerate(near)]


def _nearest(vectors: Vector, start: int, most: int) -> Indices:
    block = vectors[start : start + _BLOCK] @ vectors.T
    block[np.arange(len(block)), np.arange(start, start + len(block))] = -np.inf
    return np.argpartition(-block, most - 1, axis=1)[:, :most].astype(np.int64)
