"""The fine-tuning loop: trains a copy of the top layers and a linear head on cached activations.

It knows batches, the optimiser, when to stop and where an interrupted loop goes on; nothing of
files, exports or calibration.
"""

from __future__ import annotations

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.adapters import RATE, Adapters
from training.batches import bucketed_batches
from training.crew import Crew, EpochEnded, Progressed, Tell
from training.losses import training_loss
from training.masked_words import Messages, WordHead

if TYPE_CHECKING:
    from accelerate import Accelerator

    from nlu.head import Linear
    from training.activations import Activations
    from training.forked import ForkedEncoder
    from training.settings import TrainingSettings
    from training.unfinished import Bookmark

_EVALUATION_BATCH = 128
_LOSS_SHARE = 0.1
_WORDS_SHARE = 0.1


class IntentTop(nn.Module):
    """What learns: the tuned copy of the top layers and the head above it.

    While it learns, a share of ``input_dropout`` of what enters the layers is left out.
    """

    def __init__(self, encoder: ForkedEncoder, start: Linear, input_dropout: float = 0.0) -> None:
        super().__init__()
        self.dropout = nn.Dropout(input_dropout)
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
        self.dropout.train(mode)
        return self

    def forward(self, shared: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return normalised features (n, dimension) and logits (n, classes)."""
        features = self.encoder.intent(self.dropout(shared), mask)
        return features, self.head(features)

    def learned(self) -> dict[str, Tensor]:
        """Return a copy of the tuned layers and the head, adapters included, on the CPU."""
        return {
            name: value.detach().to("cpu", copy=True)
            for name, value in self.state_dict().items()
            if name.startswith(("encoder.intent_top.", "head."))
        }


@dataclass(frozen=True, slots=True, eq=False)
class Tuned:
    """How a tuning went: ``epoch`` (from 1) of the checkpoint kept, accuracies after each epoch.

    ``seconds`` were spent on training steps, validation not counted.
    """

    epoch: int
    history: tuple[float, ...]
    texts_seen: int
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class TuningData:
    """Which texts (indices into ``activations``) are trained on, and which validate.

    ``labels`` holds a class for every text. An empty ``validation`` means: train for all epochs.
    Words of ``messages`` are learned beside the labels, where there are any.
    """

    activations: Activations
    labels: NDArray[np.int64]
    train: NDArray[np.int64]
    validation: NDArray[np.int64]
    messages: Messages | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Workshop:
    """Where and how training runs: the device with its precision, and who works side by side."""

    accelerator: Accelerator
    crew: Crew
    settings: TrainingSettings


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """One tuning: at most ``epochs``, everything random from ``seed``, kept in ``bookmark``."""

    settings: TrainingSettings
    epochs: int
    seed: int
    bookmark: Bookmark
    tell: Tell


def tune(model: IntentTop, data: TuningData, course: Course, workshop: Workshop) -> Tuned:
    """Train ``model`` in place for up to the course's epochs; leave it at its best checkpoint.

    Goes on after the epoch at which an earlier call was interrupted, to the same result.
    """
    settings, accelerator = course.settings, workshop.accelerator
    torch.manual_seed(course.seed)
    model.to(accelerator.device)
    loop = _Loop(model, data, course, accelerator)
    loop.resume()
    while loop.epoch < course.epochs and not loop.exhausted(settings.patience):
        loop.model.train()
        losses, started = [], time.perf_counter()
        for step in _epoch_steps(data, settings, loop.rng):
            losses.append(_take_step(loop, step))
            loop.seen += sum(len(part) for part in step)
            course.tell(Progressed(loop.seen, len(data.train) * course.epochs))
        loop.epoch += 1
        loss = torch.stack(losses).mean().item()
        loop.seconds += time.perf_counter() - started
        loop.judge(loss)
        loop.save()
    loop.take_best()
    if loop.adapters is not None:
        loop.adapters.merge()
    course.tell(Progressed(len(data.train) * course.epochs, len(data.train) * course.epochs))
    model.eval()
    return Tuned(loop.best_epoch or loop.epoch, tuple(loop.history), loop.seen, loop.seconds)


class _Loop:
    """The state of one tuning between two epochs."""

    def __init__(
        self,
        model: IntentTop,
        data: TuningData,
        course: Course,
        accelerator: Accelerator,
    ) -> None:
        settings = course.settings
        self.model, self.data, self.course, self.accelerator = model, data, course, accelerator
        batches = math.ceil(len(data.train) / settings.batch_size)
        steps = math.ceil(batches / settings.accumulation) * course.epochs
        self.adapters = _adapters(model, settings, steps)
        self.rng = np.random.default_rng(course.seed)
        self.words: WordHead | None = None
        if data.messages is not None:
            self.words = WordHead(model.encoder, model.head.in_features).to(accelerator.device)
        self.optimizer, self.schedule = _optimizer(model, self.words, settings, steps, accelerator)
        self.best: dict[str, Tensor] = {}
        self.history: list[float] = []
        self.best_score, self.best_epoch = -math.inf, 0
        self.epoch = self.seen = 0
        self.seconds = 0.0

    def judge(self, loss: float) -> None:
        """Validate the epoch just ended and remember the weights where they are the best so far."""
        figures = {"loss": loss, "learning_rate": float(self.schedule.get_last_lr()[0])}
        if len(self.data.validation):
            accuracy, doubt = validate(self.model, self.data, self.accelerator)
            figures |= {"validation_accuracy": accuracy, "validation_loss": doubt}
            self.history.append(accuracy)
            if accuracy - _LOSS_SHARE * doubt > self.best_score:
                self.best_score, self.best_epoch = accuracy - _LOSS_SHARE * doubt, self.epoch
                self.best = self.model.learned()
        self.course.tell(EpochEnded(figures | {"epoch": float(self.epoch)}))

    def exhausted(self, patience: int) -> bool:
        """Tell whether ``patience`` epochs brought nothing better."""
        return bool(self.best) and self.epoch - self.best_epoch >= patience

    def take_best(self) -> None:
        """Put the best weights back where there was a validation."""
        if self.best:
            self.model.load_state_dict(self.best, strict=False)

    def save(self) -> None:
        """Leave the bookmark, from which ``resume`` goes on to the last bit."""
        if self.adapters is not None and self.adapters.allocates:
            return  # the ranks that it has settled so far cannot be stored
        self.course.bookmark.put(
            {
                "weights": self.model.learned(),
                "words": {} if self.words is None else self.words.state_dict(),
                "best": self.best,
                "optimizer": self.optimizer.state_dict(),
                "schedule": self.schedule.state_dict(),
                "numpy": self.rng.bit_generator.state,
                "torch": torch.get_rng_state(),
                "cuda": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [],
                "history": self.history,
                "counts": (self.epoch, self.seen, self.best_epoch, self.best_score, self.seconds),
            }
        )

    def resume(self) -> None:
        """Take up what ``save`` left, where it left anything."""
        kept: dict[str, Any] | None = self.course.bookmark.take()
        if kept is None:
            return
        self.model.load_state_dict(kept["weights"], strict=False)
        if self.words is not None:
            self.words.load_state_dict(kept["words"])
        self.best, self.history = kept["best"], list(kept["history"])
        self.optimizer.load_state_dict(kept["optimizer"])
        self.schedule.load_state_dict(kept["schedule"])
        self.rng.bit_generator.state = kept["numpy"]
        torch.set_rng_state(kept["torch"])
        if kept["cuda"]:
            torch.cuda.set_rng_state_all(kept["cuda"])
        self.epoch, self.seen, self.best_epoch, self.best_score, self.seconds = kept["counts"]


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


def averaged(states: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of the weights of models tuned from one start (Wortsman et al. 2022)."""
    return {
        name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]
    }


def _take_step(loop: _Loop, step: list[NDArray[np.int64]]) -> Tensor:
    """Take one step of the optimiser and return the loss before it, still on the device."""
    accelerator, data, model = loop.accelerator, loop.data, loop.model
    total = torch.zeros((), device=accelerator.device)
    settings = loop.course.settings
    for texts in step:
        indices = np.tile(texts, 2) if settings.consistency_weight else texts
        shared, mask = data.activations.batch(indices)
        labels = torch.as_tensor(data.labels[indices], device=accelerator.device)
        with accelerator.autocast():
            features, logits = model(shared, mask)
        loss = training_loss(features, logits, labels, settings)
        if loop.words is not None and data.messages is not None:
            masked = data.messages.some(len(texts), loop.rng)
            loss = loss + _WORDS_SHARE * loop.words.loss(model.encoder, masked, accelerator)
        loss = loss / len(step)
        accelerator.backward(loss)
        total += loss.detach()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    loop.optimizer.step()
    if loop.adapters is not None:
        loop.adapters.stepped(loop.schedule.last_epoch)
    loop.optimizer.zero_grad()
    loop.schedule.step()
    return total


def _epoch_steps(
    data: TuningData, settings: TrainingSettings, rng: np.random.Generator
) -> list[list[NDArray[np.int64]]]:
    """Return the batches of one epoch, grouped into steps of the optimiser."""
    batches = bucketed_batches(data.activations.lengths, data.train, settings.batch_size, rng)
    size = settings.accumulation
    return [batches[start : start + size] for start in range(0, len(batches), size)]


def _adapters(model: IntentTop, settings: TrainingSettings, steps: int) -> Adapters | None:
    if settings.adapters == "none":
        return None
    assert model.encoder.intent_top is not None
    return Adapters(model.encoder.intent_top, settings.adapters, steps)


def _optimizer(
    model: IntentTop,
    words: WordHead | None,
    settings: TrainingSettings,
    steps: int,
    accelerator: Accelerator,
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    layers = [p for name, p in model.named_parameters() if p.requires_grad and "head." not in name]
    heads = [*model.head.parameters(), *(words.parameters() if words is not None else ())]
    rate = settings.learning_rate * model.encoder.step_share
    if settings.adapters != "none":
        rate *= RATE
    optimizer = torch.optim.AdamW(
        [
            {"params": layers, "lr": rate},
            {"params": heads, "lr": settings.head_learning_rate},
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
