"""A smaller encoder: fewer of the base's layers, taught to give the same vectors.

The layers are taken at even distances, the first and the last among them, and learn what the ones
between them did. Words are embedded as before, so the vocabulary stays.
"""

from __future__ import annotations

import copy
import math
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

    from training.base_model import BaseModel
    from training.crew import Tell
    from training.splits import Indices
    from training.tuning import Workshop
    from training.unfinished import Bookmark

_SEEN = 10_000
_MOST_EPOCHS = 20
_BATCH = 32
_LEARNING_RATE = 3e-4


def check_layers(base: BaseModel, layers: int) -> None:
    """Raise TrainingError unless ``layers`` are fewer than the base's, and two at least."""
    if not 2 <= layers < base.layers:
        raise TrainingError(
            f"{base.name} has {base.layers} layers; a smaller model keeps fewer than those, "
            f"and at least 2, not {layers}"
        )


def distilled(
    base: BaseModel,
    layers: int,
    texts: Sequence[str],
    workshop: Workshop,
    bookmark: Bookmark,
    tell: Tell,
) -> BaseModel:
    """Return a student of ``base`` with ``layers`` layers, taught on ``texts``.

    Few texts are read more often.
    """
    accelerator, settings = workshop.accelerator, workshop.settings
    student = student_of(base, layers)
    tokens = token_ids(base.tokenizer, texts, min(settings.max_tokens, base.max_tokens))
    teacher = ForkedEncoder(base, with_intents=False).eval().to(accelerator.device)
    readers = workshop.crew.side_by_side
    read = Activations(teacher, tokens, accelerator, readers, lambda *_: None, memory=0)
    encoder = ForkedEncoder(student, with_intents=False).eval().to(accelerator.device)
    encoder.lower.requires_grad_(True)
    encoder.search_top.requires_grad_(True)
    lesson = Lesson(
        layers=encoder,
        loss=_Imitation(encoder, tokens, torch.from_numpy(read.search_vectors()), accelerator),
        lengths=read.lengths,
        epochs=min(_MOST_EPOCHS, math.ceil(_SEEN / len(texts))),
        batch_size=_BATCH,
        learning_rate=_LEARNING_RATE,
    )
    teach(lesson, settings.seed, bookmark, tell, accelerator)
    encoder.to("cpu").requires_grad_(False)
    teacher.to("cpu")
    return student


def student_of(base: BaseModel, layers: int) -> BaseModel:
    """Return a copy of ``base`` that keeps ``layers`` of its layers and is not yet taught."""
    kept = np.linspace(0, base.layers - 1, layers).round().astype(int)
    encoder = copy.deepcopy(base.encoder)
    encoder.encoder.layer = nn.ModuleList(encoder.encoder.layer[index] for index in kept)
    encoder.config.num_hidden_layers = layers
    return replace(base, encoder=encoder)


@dataclass(frozen=True, slots=True, eq=False)
class _Imitation:
    """The loss: one less the cosine between the student's vectors and the teacher's."""

    encoder: ForkedEncoder
    tokens: Sequence[Sequence[int]]
    taught: Tensor
    accelerator: Accelerator

    def __call__(self, chosen: Indices) -> Tensor:
        device = self.accelerator.device
        rows = [torch.tensor(self.tokens[index], dtype=torch.long) for index in chosen]
        ids = nn.utils.rnn.pad_sequence(rows, batch_first=True).to(device)
        lengths = torch.tensor([len(row) for row in rows], device=device)
        mask = torch.arange(ids.shape[1], device=device)[None, :] < lengths[:, None]
        with self.accelerator.autocast():
            vectors = self.encoder.search(self.encoder.shared(ids, mask), mask)
        return 1.0 - (vectors * self.taught[torch.from_numpy(chosen)].to(device)).sum(1).mean()
