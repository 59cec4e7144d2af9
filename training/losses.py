"""The training loss: label-smoothed cross-entropy with a share of supervised contrast.

Supervised contrast (Khosla et al. 2020) pulls texts of one intent together among the other texts
of the batch; texts without a companion in the batch count for the cross-entropy alone. Of texts
that were read twice under different dropout, the readings are to agree (R-Drop, Wu et al. 2021).
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
    """Return the mean loss of a batch: normalised features (n, d), logits (n, classes).

    With a consistency weight the second half of the batch are the texts of the first, read again.
    """
    loss = functional.cross_entropy(
        logits.float(), labels, label_smoothing=settings.label_smoothing
    )
    if settings.contrastive_weight > 0.0:
        contrast = supervised_contrast(features, labels, settings.contrastive_temperature)
        loss = loss + settings.contrastive_weight * contrast
    if settings.consistency_weight:
        loss = loss + settings.consistency_weight * disagreement(logits)
    return loss


def disagreement(logits: Tensor) -> Tensor:
    """Return the mean symmetric divergence of what two readings of each text say.

    ``logits`` (2 n, classes) holds the first readings of all texts, then the second ones.
    """
    one, other = logits.float().log_softmax(-1).chunk(2)
    there = functional.kl_div(one, other, log_target=True, reduction="batchmean")
    back = functional.kl_div(other, one, log_target=True, reduction="batchmean")
    return (there + back) / 2


def supervised_contrast(features: Tensor, labels: Tensor, temperature: float) -> Tensor:
    """Return the supervised contrastive loss of normalised features, 0 without any pair."""
    similarity = features.float() @ features.float().T / temperature
    itself = torch.eye(len(labels), dtype=torch.bool, device=labels.device)
    log_share = similarity - similarity.masked_fill(itself, -torch.inf).logsumexp(1, keepdim=True)
    companion = (labels[:, None] == labels[None, :]) & ~itself
    count = companion.sum(1)
    per_text = -(log_share * companion).sum(1) / count.clamp(min=1)
    return (per_text * (count > 0)).sum() / (count > 0).sum().clamp(min=1)
