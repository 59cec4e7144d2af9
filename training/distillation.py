"""A smaller encoder: fewer of the base's layers, taught to give the same vectors.

The layers are taken at even distances, the first and the last among them, and learn what the ones
between them did. Words are embedded as before, so the vocabulary stays.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from training.activations import Activations, token_ids
from training.encoder_tuning import Lesson, teach
from training.errors import TrainingError
from training.forked import ForkedEncoder

if TYPE_CHECKING:
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

    def encode(chosen: Indices) -> Tensor:
        ids, mask = padded([tokens[index] for index in chosen], accelerator.device)
        with accelerator.autocast():
            return encoder.search(encoder.shared(ids, mask), mask)

    lesson = Lesson(
        layers=encoder,
        encode=encode,
        wanted=torch.from_numpy(read.search_vectors()),
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


def padded(tokens: Sequence[Sequence[int]], device: torch.device) -> tuple[Tensor, Tensor]:
    """Return ids and mask, both (texts, tokens), of texts given as token ids."""
    rows = [torch.tensor(ids, dtype=torch.long) for ids in tokens]
    lengths = torch.tensor([len(row) for row in rows])
    ids = nn.utils.rnn.pad_sequence(rows, batch_first=True)
    mask = torch.arange(ids.shape[1])[None, :] < lengths[:, None]
    return ids.to(device), mask.to(device)
