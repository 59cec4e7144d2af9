"""A small collection and people who read in it, in few words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np

from retrieval.recommender import Action, Catalogue

DAY = timedelta(days=1)
START = datetime(2026, 1, 1, tzinfo=UTC)


def catalogue(*items: str, vectors: dict[str, list[float]] | None = None) -> Catalogue:
    """Items along axes of their own, or as told."""
    rows = np.eye(len(items), max(len(items), 4), dtype=np.float32)
    for item, vector in (vectors or {}).items():
        rows[items.index(item), : len(vector)] = 0
        rows[items.index(item), : len(vector)] = vector
    return Catalogue(items, rows)


def reads(person: str, items: str, begin: datetime = START) -> list[Action]:
    """``items`` by their letters, a minute apart."""
    return [Action(person, each, begin + timedelta(minutes=n)) for n, each in enumerate(items)]
