"""The base as a training takes it: as it came, or with fewer layers.

Fewer give other search vectors, and with them another encoder id: putting such a model in service
embeds everything anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from training.distillation import check_layers, distilled
from training.sharing import share

if TYPE_CHECKING:
    from training.base_model import BaseModel
    from training.crew import Hear
    from training.tuning import Workshop
    from training.unfinished import Unfinished


def reshape(
    base: BaseModel,
    texts: Sequence[str],
    messages: Sequence[str],
    workshop: Workshop,
    unfinished: Unfinished,
    hear: Hear,
) -> BaseModel:
    """Return ``base`` with as many layers as the settings ask for.

    What the others did is taught on ``texts`` and ``messages``. Of several processes one does the
    work for all. Raises TrainingError where it cannot be done.
    """
    layers, accelerator = workshop.settings.layers, workshop.accelerator
    if layers is None:
        return base
    check_layers(base, layers)
    if not accelerator.is_main_process:
        return share(None, accelerator)
    every = list(dict.fromkeys((*texts, *messages)))
    place, tell = unfinished.bookmark("distilling"), partial(hear, "distilling")
    return share(distilled(base, layers, every, workshop, place, tell), accelerator)
