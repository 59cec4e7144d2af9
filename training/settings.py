"""What a training can be told, with the defaults that measured best on several data sets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """How to fine-tune.

    ``base_model`` is a folder, None the bundled encoder. ``epochs`` None chooses by the amount of
    data. The weights of ``members`` tunings are averaged. One step of the optimiser sees
    ``batch_size`` times ``accumulation`` texts. Training stops after ``patience`` epochs without a
    better validation score; of many texts each member spares ``validation_share``.
    ``target_precision`` is what the threshold is set for when ``out_of_scope_share`` of the
    messages are out of scope. ``threads`` None keeps trying which number is fastest; a fixed one
    makes a training on a CPU repeatable to the last bit.
    """

    base_model: Path | None = None
    epochs: int | None = None
    members: int = 3
    seed: int = 13
    batch_size: int = 32
    accumulation: int = 1
    learning_rate: float = 3e-4
    head_learning_rate: float = 1.5e-3
    weight_decay: float = 0.01
    warmup_share: float = 0.1
    label_smoothing: float = 0.05
    contrastive_weight: float = 0.5
    contrastive_temperature: float = 0.1
    patience: int = 3
    validation_share: float = 0.1
    max_tokens: int = 128
    target_precision: float = 0.95
    out_of_scope_share: float = 0.2
    threads: int | None = None
