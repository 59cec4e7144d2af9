"""Tuning few weights beside frozen ones: LoRA and AdaLoRA through peft.

Adapters are put into the copy of the top layers for one tuning and merged into its weights at the
end, so nothing after the tuning knows of them, and serving costs nothing more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from torch import nn

AdapterKind = Literal["none", "lora", "adalora"]

RATE = 4.0
"""Adapters start at nothing and have to move further: their learning rate is this much higher."""

_RANK = 16
_ALLOCATED = 8
_TARGETS = ["query", "key", "value", "dense"]
_FIRST = 0.1
_LAST = 0.5


class Adapters:
    """The adapters in a stack of layers, from ``__init__`` until ``merge``."""

    def __init__(self, layers: nn.Module, kind: AdapterKind, steps: int) -> None:
        """Put adapters into ``layers`` in place; ``steps`` are all that the optimiser will take."""
        from peft import get_peft_model

        config = _lora() if kind == "lora" else _adalora(steps)
        self._model: Any = get_peft_model(layers, config)
        self.allocates = kind == "adalora"

    def stepped(self, step: int) -> None:
        """Move AdaLoRA's ranks to where they help; call after the optimiser, before zero_grad."""
        if self.allocates:
            self._model.base_model.update_and_allocate(step)

    def merge(self) -> None:
        """Add the adapters to the weights that they stand beside and take them out."""
        self._model.merge_and_unload()


def _lora() -> Any:
    from peft import LoraConfig

    return LoraConfig(r=_RANK, lora_alpha=2 * _RANK, lora_dropout=0.05, target_modules=_TARGETS)


def _adalora(steps: int) -> Any:
    from peft import AdaLoraConfig

    return AdaLoraConfig(
        init_r=_RANK,
        target_r=_ALLOCATED,
        lora_alpha=2 * _RANK,
        lora_dropout=0.05,
        target_modules=_TARGETS,
        tinit=round(steps * _FIRST),
        tfinal=round(steps * _LAST),
        deltaT=max(1, steps // 50),
        total_step=steps,
    )
