"""The fine-tuning loop: trains a copy of the top layers and a linear head on cached activations.

It knows batches, the optimiser and when to stop; nothing of files, exports or calibration.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.batches import bucketed_batches
from training.losses import training_loss

if TYPE_CHECKING:
    from accelerate import Accelerator

    from nlu.head import Linear
    from training.activations import Activations
    from training.forked import ForkedEncoder
    from training.settings import TrainingSettings
    from training.threads import ThreadPace

_EVALUATION_BATCH = 128
_LOSS_SHARE = 0.1


class IntentTop(nn.Module):
    """What learns: the tuned copy of the top layers and the head above it."""

    def __init__(self, encoder: ForkedEncoder, start: Linear) -> None:
        super().__init__()
        assert encoder.intent_top is not None
        self.encoder = encoder
        self.head = nn.Linear(start.weight.shape[1], start.weight.shape[0])
        with torch.no_grad():
            self.head.weight.copy_(torch.from_numpy(start.weight))
            self.head.bias.copy_(torch.from_numpy(start.bias))

    def train(self, mode: bool = True) -> IntentTop:
        """Switch dropout in what learns; the frozen layers always evaluate."""
        super().train(False)
        assert self.encoder.intent_top is not None
        self.encoder.intent_top.train(mode)
        return self

    def forward(self, shared: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return normalised features (n, dimension) and logits (n, classes)."""
        features = self.encoder.intent(shared, mask)
        return features, self.head(features)


@dataclass(frozen=True, slots=True, eq=False)
class Tuned:
    """How a tuning went: ``epoch`` (from 1) of the checkpoint kept, accuracies after each epoch."""

    epoch: int
    history: tuple[float, ...]
    texts_seen: int


@dataclass(frozen=True, slots=True, eq=False)
class TuningData:
    """Which texts (indices into ``activations``) are trained on, and which validate.

    ``labels`` holds a class for every text. An empty ``validation`` means: train for all epochs.
    """

    activations: Activations
    labels: NDArray[np.int64]
    train: NDArray[np.int64]
    validation: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Workshop:
    """Where and how training runs: the device with its precision, and the threads."""

    accelerator: Accelerator
    pace: ThreadPace
    settings: TrainingSettings


def tune(
    model: IntentTop,
    data: TuningData,
    epochs: int,
    workshop: Workshop,
    progress: Callable[[int, int], None],
) -> Tuned:
    """Train ``model`` in place for up to ``epochs`` epochs and leave it at its best checkpoint."""
    settings, accelerator = workshop.settings, workshop.accelerator
    rng = np.random.default_rng(settings.seed)
    batches = math.ceil(len(data.train) / settings.batch_size)
    steps = math.ceil(batches / settings.accumulation / accelerator.num_processes) * epochs
    optimizer, schedule = _optimizer(model, settings, steps, accelerator)
    wrapped, optimizer = accelerator.prepare(model, optimizer)
    best: dict[str, Tensor] = {}
    history: list[float] = []
    best_score, best_epoch, seen = -math.inf, epochs, 0
    for epoch in range(1, epochs + 1):
        wrapped.train()
        for step in _epoch_steps(data, settings, rng, accelerator):
            with workshop.pace.step(
                float(sum(data.activations.lengths[part].sum() for part in step))
            ):
                _take_step(wrapped, optimizer, step, data, workshop)
            schedule.step()
            seen += sum(len(part) for part in step)
            progress(seen, len(data.train) * epochs)
        if not len(data.validation):
            continue
        accuracy, loss = validate(model, data, accelerator)
        history.append(accuracy)
        if accuracy - _LOSS_SHARE * loss > best_score:
            best_score, best_epoch = accuracy - _LOSS_SHARE * loss, epoch
            best = _trainable_state(model)
        elif epoch - best_epoch >= settings.patience:
            break
    if best:
        model.load_state_dict(best, strict=False)
    progress(len(data.train) * epochs, len(data.train) * epochs)
    model.eval()
    return Tuned(best_epoch, tuple(history), seen)


def validate(model: IntentTop, data: TuningData, accelerator: Accelerator) -> tuple[float, float]:
    """Return accuracy and mean cross-entropy on the validation texts."""
    _, logits = predict(model, data.activations, data.validation, accelerator)
    labels = torch.as_tensor(data.labels[data.validation])
    accuracy = (logits.argmax(1) == labels).float().mean().item()
    return accuracy, nn.functional.cross_entropy(logits, labels).item()


@torch.no_grad()
def predict(
    model: IntentTop, activations: Activations, chosen: NDArray[np.int64], accelerator: Accelerator
) -> tuple[Tensor, Tensor]:
    """Return features (n, dimension) and logits (n, classes) of the chosen texts, on the CPU."""
    model.eval()
    if not len(chosen):
        return torch.empty(0, model.head.in_features), torch.empty(0, model.head.out_features)
    order = chosen[np.argsort(activations.lengths[chosen], kind="stable")]
    features, logits = [], []
    for start in range(0, len(order), _EVALUATION_BATCH):
        with accelerator.autocast():
            got = model(*activations.batch(order[start : start + _EVALUATION_BATCH]))
        features.append(got[0].float().cpu())
        logits.append(got[1].float().cpu())
    back = np.argsort(np.argsort(activations.lengths[chosen], kind="stable"))
    return torch.cat(features)[back], torch.cat(logits)[back]


def _take_step(
    wrapped: nn.Module,
    optimizer: torch.optim.Optimizer,
    step: list[NDArray[np.int64]],
    data: TuningData,
    workshop: Workshop,
) -> None:
    accelerator = workshop.accelerator
    for indices in step:
        shared, mask = data.activations.batch(indices)
        labels = torch.as_tensor(data.labels[indices], device=accelerator.device)
        with accelerator.autocast():
            features, logits = wrapped(shared, mask)
        loss = training_loss(features, logits, labels, workshop.settings)
        accelerator.backward(loss / len(step))
    accelerator.clip_grad_norm_(wrapped.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()


def _epoch_steps(
    data: TuningData, settings: TrainingSettings, rng: np.random.Generator, accelerator: Accelerator
) -> list[list[NDArray[np.int64]]]:
    """Return this process's batches of one epoch, grouped into steps of the optimiser.

    Every process gets equally many, or their gradients would wait for each other forever.
    """
    batches = bucketed_batches(data.activations.lengths, data.train, settings.batch_size, rng)
    count = math.ceil(len(batches) / accelerator.num_processes)
    first = accelerator.process_index * count
    mine = [batches[at % len(batches)] for at in range(first, first + count)]
    size = settings.accumulation
    return [mine[start : start + size] for start in range(0, len(mine), size)]


def _optimizer(
    model: IntentTop, settings: TrainingSettings, steps: int, accelerator: Accelerator
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    layers = [p for name, p in model.named_parameters() if p.requires_grad and "head." not in name]
    optimizer = torch.optim.AdamW(
        [
            {"params": layers, "lr": settings.learning_rate},
            {"params": model.head.parameters(), "lr": settings.head_learning_rate},
        ],
        weight_decay=settings.weight_decay,
        fused=accelerator.device.type in {"cpu", "cuda"},
    )
    warmup = max(1, round(steps * settings.warmup_share))

    def factor(step: int) -> float:
        if step < warmup:
            return (step + 1) / warmup
        return max(0.0, (steps - step) / max(1, steps - warmup))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, factor)


def _trainable_state(model: IntentTop) -> dict[str, Tensor]:
    names = {name for name, parameter in model.named_parameters() if parameter.requires_grad}
    state = {name: value for name, value in model.state_dict().items() if name in names}
    return copy.deepcopy(state)
