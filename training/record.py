"""What training.json says of any training: the data, the settings, the machine, who reads what."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from training.device import device_name

if TYPE_CHECKING:
    from training.base_model import BaseModel
    from training.shares import Shares
    from training.splits import TrainingTexts
    from training.tuning import Workshop


def record_of(
    texts: TrainingTexts, shares: Shares, base: BaseModel, workshop: Workshop
) -> dict[str, Any]:
    """Return everything that went in; ``read_by`` counts the texts of either classifier."""
    settings, accelerator = workshop.settings, workshop.accelerator
    plain = asdict(settings) | {
        "base_model": str(settings.base_model) if settings.base_model else None
    }
    return {
        "base_model": base.name,
        "settings": plain,
        "data": {
            "sha256": texts.digest,
            "texts": len(texts.texts),
            "intents": len(texts.intents),
            "duplicates": texts.duplicates,
            "conflicting": texts.conflicting,
            "unreadable": shares.unreadable,
        },
        "read_by": {
            "encoder": len(shares.encoder.texts) if shares.encoder else 0,
            "ngrams": len(shares.ngrams.texts) if shares.ngrams else 0,
        },
        "device": device_name(accelerator),
        "precision": accelerator.mixed_precision,
    }
