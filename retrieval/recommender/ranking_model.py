"""What training a ranking fits: the towers over texts, and how much each source counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.recommender.text_tower import TextTower

SOURCES = ("popular", "recent", "together", "next", "text")
"""Where evidence for an item comes from: counts of all time and of late, items that go with those
of the history or follow them, and what texts say."""


@dataclass(frozen=True, slots=True, eq=False)
class RankingModel:
    """``encoder_id`` made the vectors that the towers read. ``weights`` stand beside SOURCES, and
    ``opening`` too: for somebody of whom nothing is known. Of an action ``half_life_days`` ago half
    is left in ``recent``. ``id`` names what was trained.
    """

    encoder_id: str
    towers: TextTower
    weights: NDArray[np.float64]
    opening: NDArray[np.float64]
    half_life_days: float
    id: str = "untrained"

    @classmethod
    def untrained(cls, encoder_id: str, dimension: int) -> RankingModel:
        """What ranks where nobody has trained: rounded by hand, for little behaviour."""
        weights = np.array([0.3, 0.3, 0.6, 0.6, 0.5])
        opening = np.array([0.5, 0.5, 0.0, 0.0, 0.0])
        return cls(encoder_id, TextTower.untrained(dimension), weights, opening, 30.0)
