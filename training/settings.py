"""What a training can be told, with the defaults that measured best on several data sets."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from training.adapters import AdapterKind
from training.errors import TrainingError

if TYPE_CHECKING:
    from nlu.labels import Task


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """How to fine-tune; ``settings_for`` has the defaults for each ``task``.

    ``base_model`` is a folder, None the bundled encoder; ``layers`` of its layers are kept, None
    keeps all. ``tuned_layers`` counts from the top; None is every layer for sentiment, and for
    intents a third of them, or half where there are plenty of texts. ``learning_rate`` is for a
    third; the more layers beyond it learn, the smaller steps each of them takes. ``epochs`` None
    chooses by the amount of data. The weights of ``members`` tunings are averaged. ``adapters``
    other than "none" tune few weights beside the frozen ones. A step leaves ``input_dropout`` of
    what enters the tuned layers out, as the layers do themselves. With a ``consistency_weight`` it
    reads every text twice, under different dropout, and that is how much the two readings'
    disagreement weighs. ``trials`` are spent on searching better rates than these.

    One step of the optimiser sees ``batch_size`` times ``accumulation`` texts. Training stops after
    ``patience`` epochs without a better validation score; of many texts each member spares
    ``validation_share``. ``target_precision`` is what the threshold is set for when
    ``out_of_scope_share`` of the messages are out of scope. ``threads`` is how many cores to use,
    None all of them; a tuning comes out the same on any number where processes can be forked
    (Linux, without a GPU).
    """

    task: Task = "intent"
    base_model: Path | None = None
    layers: int | None = None
    tuned_layers: int | None = None
    epochs: int | None = None
    members: int = 3
    adapters: AdapterKind = "none"
    trials: int = 0
    seed: int = 13
    batch_size: int = 32
    accumulation: int = 1
    learning_rate: float = 3e-4
    head_learning_rate: float = 1.5e-3
    weight_decay: float = 0.01
    input_dropout: float = 0.0
    warmup_share: float = 0.1
    label_smoothing: float = 0.05
    contrastive_weight: float = 0.5
    contrastive_temperature: float = 0.1
    consistency_weight: float = 0.0
    patience: int = 3
    validation_share: float = 0.1
    max_tokens: int = 128
    target_precision: float = 0.95
    out_of_scope_share: float = 0.2
    threads: int | None = None

    def check_installed(self) -> None:
        """Raise TrainingError where a package is missing that these settings need."""
        needed = {"peft": self.adapters != "none", "optuna": self.trials > 0}
        for package, asked in needed.items():
            if asked and find_spec(package) is None:
                raise TrainingError(f"{package} is not installed: pip install {package}")


def settings_for(task: Task) -> TrainingSettings:
    """Return the defaults for ``task``.

    The encoder was trained to tell what a message is about and to overlook how it sounds: for
    sentiment every layer learns, in smaller steps, and from two readings of every text.
    """
    if task == "intent":
        return TrainingSettings()
    return TrainingSettings(
        task=task,
        epochs=4,
        head_learning_rate=5e-4,
        input_dropout=0.1,
        consistency_weight=1.0,
    )
