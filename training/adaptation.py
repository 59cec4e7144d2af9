"""Adapting the encoder to a company's messages, of which nobody has said what they are about.

Every message is taught to lie nearer to the mean of those that are its mutual nearest neighbours,
and stays near where the base had it: what tells neighbours apart is mostly wording. Nothing is
pushed away, so the encoder stays one that search can use. The lower layers stay as they are.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from training.activations import Activations, token_ids
from training.encoder_tuning import Lesson, teach
from training.errors import TrainingError
from training.forked import ForkedEncoder

if TYPE_CHECKING:
    from nlu.head import Vector
    from training.base_model import BaseModel
    from training.crew import Tell
    from training.splits import Indices
    from training.tuning import Workshop
    from training.unfinished import Bookmark

FEWEST = 100
"""Fewer different messages say too little about what is alike."""

_EPOCHS = 2
_BATCH = 32
_LEARNING_RATE = 3e-4
_NEIGHBOURS = 20
_SHARE = 0.5
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
    settings, accelerator = workshop.settings, workshop.accelerator
    tokens = token_ids(base.tokenizer, messages, min(settings.max_tokens, base.max_tokens))
    encoder = ForkedEncoder(base, with_intents=False).eval().to(accelerator.device)
    readers = workshop.crew.side_by_side
    read = Activations(encoder, tokens, accelerator, readers, lambda *_: None)
    encoder.search_top.requires_grad_(True)

    def encode(chosen: Indices) -> Tensor:
        with accelerator.autocast():
            return encoder.search(*read.batch(chosen))

    lesson = Lesson(
        layers=encoder.search_top,
        encode=encode,
        wanted=torch.from_numpy(smoothed(read.search_vectors())),
        lengths=read.lengths,
        epochs=_EPOCHS,
        batch_size=_BATCH,
        learning_rate=_LEARNING_RATE,
    )
    teach(lesson, settings.seed, bookmark, tell, accelerator)
    encoder.to("cpu").requires_grad_(False)
    return base


def smoothed(vectors: Vector) -> Vector:
    """Return normalised vectors (n, d) halfway between each and the mean of its neighbours."""
    means = np.stack(
        [
            vectors[near].mean(0) if len(near) else vectors[index]
            for index, near in enumerate(mutual_neighbours(vectors, _NEIGHBOURS))
        ]
    )
    between = (1.0 - _SHARE) * vectors + _SHARE * means
    wanted: Vector = between / np.linalg.norm(between, axis=1, keepdims=True)
    return wanted


def mutual_neighbours(vectors: Vector, most: int) -> list[Indices]:
    """Return, for each normalised vector (n, d), who of its ``most`` nearest has it among theirs.

    Vectors that are the same are neighbours too; none is its own.
    """
    most = min(most, len(vectors) - 1)
    near = np.concatenate(
        [_nearest(vectors, start, most) for start in range(0, len(vectors), _BLOCK)]
    )
    return [each[(near[each] == index).any(1)] for index, each in enumerate(near)]


def _nearest(vectors: Vector, start: int, most: int) -> Indices:
    block = vectors[start : start + _BLOCK] @ vectors.T
    block[np.arange(len(block)), np.arange(start, start + len(block))] = -np.inf
    return np.argpartition(-block, most - 1, axis=1)[:, :most].astype(np.int64)
