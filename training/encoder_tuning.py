"""Training an encoder on texts without labels: the loop in which a smaller one is taught.

It knows batches, the optimiser and where an interrupted loop goes on. What is to be learned comes
as the vector that each text should have.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor, nn

from training.batches import bucketed_batches
from training.crew import Progressed, Tell
from training.splits import Indices

if TYPE_CHECKING:
    from accelerate import Accelerator

    from training.unfinished import Bookmark

_WARMUP_SHARE = 0.1
_WEIGHT_DECAY = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """What ``layers`` are to learn: that ``encode`` gives the vectors ``wanted``.

    ``encode`` maps indices of texts to normalised vectors, through ``layers``, of which what
    requires no gradient stays as it is. ``wanted`` (texts, dimension) is normalised too.
    ``lengths`` in tokens are those of all texts, each of which is read once an epoch.
    """

    layers: nn.Module
    encode: Callable[[Indices], Tensor]
    wanted: Tensor
    lengths: Indices
    epochs: int
    batch_size: int
    learning_rate: float

    def loss(self, chosen: Indices) -> Tensor:
        """Return one less the mean cosine of what the texts have and should have."""
        vectors = self.encode(chosen)
        wanted = self.wanted[torch.from_numpy(chosen)].to(vectors.device)
        return 1.0 - (vectors * wanted).sum(1).mean()


def teach(
    lesson: Lesson, seed: int, bookmark: Bookmark, tell: Tell, accelerator: Accelerator
) -> None:
    """Train in place, without dropout; ``seed`` decides the order of the texts.

    Goes on after the step that ``bookmark`` kept, to the same result.
    """
    batches = _all_batches(lesson, seed)
    loop = _Loop(lesson, len(batches), accelerator)
    loop.resume(bookmark.take())
    seen = sum(len(chosen) for chosen in batches[: loop.step])
    total = len(lesson.lengths) * lesson.epochs
    tell(Progressed(seen, total))
    for chosen in batches[loop.step :]:
        loop.learn(chosen)
        seen += len(chosen)
        tell(Progressed(seen, total))
        bookmark.put(loop.state(), finished=loop.step == len(batches))


def _all_batches(lesson: Lesson, seed: int) -> list[Indices]:
    rng = np.random.default_rng(seed)
    every = np.arange(len(lesson.lengths))
    return [
        batch
        for _ in range(lesson.epochs)
        for batch in bucketed_batches(lesson.lengths, every, lesson.batch_size, rng)
    ]


class _Loop:
    """The optimiser between two steps."""

    def __init__(self, lesson: Lesson, steps: int, accelerator: Accelerator) -> None:
        self.step = 0
        self._lesson, self._accelerator = lesson, accelerator
        self._learning = {
            name: each for name, each in lesson.layers.named_parameters() if each.requires_grad
        }
        self._optimizer = torch.optim.AdamW(
            self._learning.values(),
            lr=lesson.learning_rate,
            weight_decay=_WEIGHT_DECAY,
            fused=accelerator.device.type in {"cpu", "cuda"},
        )
        warmup = max(1, round(steps * _WARMUP_SHARE))

        def factor(step: int) -> float:
            return min((step + 1) / warmup, (steps - step) / max(1, steps - warmup))

        self._schedule = torch.optim.lr_scheduler.LambdaLR(self._optimizer, factor)

    def learn(self, chosen: Indices) -> None:
        """Take one step on the texts ``chosen``."""
        loss = self._lesson.loss(chosen)
        self._accelerator.backward(loss)
        nn.utils.clip_grad_norm_(self._learning.values(), 1.0)
        self._optimizer.step()
        self._optimizer.zero_grad()
        self._schedule.step()
        self.step += 1

    def state(self) -> dict[str, Any]:
        """Return what ``resume`` goes on from, to the last bit."""
        return {
            "step": self.step,
            "weights": {name: each.detach() for name, each in self._learning.items()},
            "optimizer": self._optimizer.state_dict(),
            "schedule": self._schedule.state_dict(),
        }

    def resume(self, kept: dict[str, Any] | None) -> None:
        """Take up what ``state`` left, where it left anything."""
        if kept is None:
            return
        self.step = kept["step"]
        with torch.no_grad():
            for name, weight in kept["weights"].items():
                self._learning[name].copy_(weight)
        self._optimizer.load_state_dict(kept["optimizer"])
        self._schedule.load_state_dict(kept["schedule"])
