"""The base as a training takes it: as it came, adapted to messages, with fewer layers, or both.

Either gives other search vectors, and with them another encoder id: putting such a model in
service embeds everything anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from training.adaptation import adapted, check_messages
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
    """Return ``base`` adapted to ``messages``, with as many layers as the settings ask for.

    Layers are dropped last; what they did is taught on ``texts`` and ``messages``. Of several
    processes one does the work for all. Raises TrainingError where either cannot be done.
    """
    layers, accelerator = workshop.settings.layers, workshop.accelerator
    if messages:
        check_messages(messages)
    if layers is not None:
        check_layers(base, layers)
    if not messages and layers is None:
        return base
    if not accelerator.is_main_process:
        return share(None, accelerator)
    if messages:
        place, tell = unfinished.bookmark("adapting"), partial(hear, "adapting")
        base = adapted(base, messages, workshop, place, tell)
    if layers is not None:
        every = list(dict.fromkeys((*texts, *messages)))
        place, tell = unfinished.bookmark("distilling"), partial(hear, "distilling")
        base = distilled(base, layers, every, workshop, place, tell)
    return share(base, accelerator)
