"""What training.json says of a training: what went in, who reads what, and how the tunings went."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np

from training.device import device_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from training.base_model import BaseModel
    from training.outcomes import Outcome
    from training.settings import TrainingSettings
    from training.shares import Shares
    from training.splits import TrainingTexts
    from training.tuning import Workshop


def record_of(
    texts: TrainingTexts,
    shares: Shares,
    base: BaseModel,
    workshop: Workshop,
    settings: TrainingSettings,
) -> dict[str, Any]:
    """Return everything that went in; ``read_by`` counts the texts of either classifier."""
    accelerator = workshop.accelerator
    plain = asdict(settings) | {
        "base_model": str(settings.base_model) if settings.base_model else None
    }
    return {
        "task": settings.task,
        "base_model": base.name,
        "settings": plain,
        "data": {
            "sha256": texts.digest,
            "texts": len(texts.taught),
            "validating": len(texts.spared),
            "intents": len(texts.intents),
            "named_intents": sum(bool(name) for name in texts.names),
            "of_several_intents": len(np.unique(texts.also[:, 0])),
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


def record_of_tunings(outcomes: Mapping[str, Outcome]) -> dict[str, Any]:
    """Return how each tuning went, by the names of their parts."""
    return {
        name: {
            "epoch_kept": outcome.tuned.epoch,
            "validation_accuracy_by_epoch": list(outcome.tuned.history),
        }
        for name, outcome in outcomes.items()
    }
