"""The training loss: label-smoothed cross-entropy with a share of supervised contrast.

Supervised contrast (Khosla et al. 2020) pulls texts of one intent together among the other texts
of the batch; texts without a companion in the batch count for the cross-entropy alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional

if TYPE_CHECKING:
    from training.settings import TrainingSettings


def training_loss(
    features: Tensor, logits: Tensor, labels: Tensor, settings: TrainingSettings
) -> Tensor:
    """Return the mean loss of a batch: normalised features (n, d), logits (n, classes)."""
    loss = functional.cross_entropy(
        logits.float(), labels, label_smoothing=settings.label_smoothing
    )
    if settings.contrastive_weight > 0.0:
        contrast = supervised_contrast(features, labels, settings.contrastive_temperature)
        loss = loss + settings.contrastive_weight * contrast
    return loss


def supervised_contrast(features: Tensor, labels: Tensor, temperature: float) -> Tensor:
    """Return the supervised contrastive loss of normalised features, 0 without any pair."""
    similarity = features.float() @ features.float().T / temperature
    itself = torch.eye(len(labels), dtype=torch.bool, device=labels.device)
    log_share = similarity - similarity.masked_fill(itself, -torch.inf).logsumexp(1, keepdim=True)
    companion = (labels[:, None] == labels[None, :]) & ~itself
    count = companion.sum(1)
    per_text = -(log_share * companion).sum(1) / count.clamp(min=1)
    return (per_text * (count > 0)).sum() / (count > 0).sum().clamp(min=1)
