"""Where training runs, and in which precision. Accelerate decides the device."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from accelerate import Accelerator

    from training.tracking import Tracking


def open_accelerator(tracking: Tracking | None = None) -> Accelerator:
    """Return an accelerator with bfloat16 autocast where the hardware multiplies in it."""
    from accelerate import Accelerator

    precision = "bf16" if multiplies_in_bf16() else "no"
    if tracking is None:
        return Accelerator(mixed_precision=precision)
    tracking.prepare()
    return Accelerator(
        mixed_precision=precision, log_with=tracking.by_accelerate, project_dir=tracking.folder
    )


def leads() -> bool:
    """Tell whether this process speaks for all those that `accelerate launch` started."""
    from accelerate import PartialState

    return bool(PartialState().is_main_process)


def multiplies_in_bf16() -> bool:
    """Tell whether the device computes bfloat16 products rather than emulating them."""
    if torch.cuda.is_available():
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    if torch.backends.mps.is_available():
        return False
    able: dict[str, bool] = getattr(torch.cpu, "get_capabilities", dict)()
    return bool(able.get("avx512_bf16") or able.get("amx_bf16") or able.get("bf16"))


def device_name(accelerator: Accelerator) -> str:
    """Return what a person calls the device, such as ``cpu`` or ``NVIDIA H200 x2``."""
    if accelerator.device.type != "cuda":
        return str(accelerator.device.type)
    name = torch.cuda.get_device_name(accelerator.device)
    return name if accelerator.num_processes == 1 else f"{name} x{accelerator.num_processes}"
