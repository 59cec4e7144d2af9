"""Fits the two towers: texts of the latest items are the input, the item that followed the label.

Softmax over the items that followed in a batch and others drawn at random. That way what is
popular is told apart from what follows; popularity is a source of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from retrieval.recommender import Catalogue, Histories, TextTower
from retrieval.recommender.text_tower import READ, UNTRAINED_FADE, UNTRAINED_SHARPNESS

WIDTH = 64
BATCH = 512
DRAWN = 1024
LEARNING_RATE = 2e-3
WEIGHT_DECAY = 0.01
LABEL_SMOOTHING = 0.05


class Towers(nn.Module):
    """Begins as cosine in the directions in which the items differ most."""

    def __init__(self, vectors: torch.Tensor, seed: int) -> None:
        super().__init__()
        width = min(WIDTH, *vectors.shape)
        generator = torch.Generator().manual_seed(seed)
        _, _, directions = torch.pca_lowrank(vectors, width, center=False)
        noise = 0.01 * torch.randn(directions.shape, generator=generator)
        self.reading = nn.Parameter(UNTRAINED_SHARPNESS * (directions + noise))
        self.offering = nn.Parameter(directions.clone())
        self.loudness = nn.Parameter(torch.log(torch.tensor(UNTRAINED_FADE)) * torch.arange(READ))

    def forward(
        self, history: torch.Tensor, there: torch.Tensor, items: torch.Tensor
    ) -> torch.Tensor:
        """Logits (b, c) of ``items`` (c, d) after a history (b, READ, d), where it is ``there``."""
        quiet = self.loudness.masked_fill(~there, -torch.inf)
        read = torch.einsum("bl,bld->bd", quiet.softmax(1), history)
        return (read @ self.reading) @ (items @ self.offering).T

    def exported(self) -> TextTower:
        """As serving reads it."""
        loudness = (self.loudness - self.loudness.max()).exp()
        return TextTower(*(_array(each) for each in (self.reading, self.offering, loudness)))


def tower_epochs(catalogue: Catalogue, histories: Histories, seed: int) -> Iterator[TextTower]:
    """The towers after each epoch, without end. The same seed gives the same towers."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    vectors = torch.from_numpy(catalogue.vectors)
    towers = Towers(vectors, seed)
    before = histories.windows(READ)
    learned = np.flatnonzero((before >= 0).any(1))
    optimizer = torch.optim.AdamW(towers.parameters(), LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    while True:
        order = random.permutation(learned)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            follows = histories.items[batch]
            drawn = random.integers(0, len(catalogue), DRAWN)
            among, label = np.unique(np.concatenate([follows, drawn]), return_inverse=True)
            read = torch.from_numpy(before[batch])
            logits = towers(vectors[read.clamp(min=0)], read >= 0, vectors[torch.from_numpy(among)])
            loss = functional.cross_entropy(
                logits,
                torch.from_numpy(label[: len(batch)].copy()),
                label_smoothing=LABEL_SMOOTHING,
            )
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
        yield towers.exported()


def _array(tensor: torch.Tensor) -> np.ndarray:
    return tensor.detach().float().cpu().contiguous().numpy().copy()
