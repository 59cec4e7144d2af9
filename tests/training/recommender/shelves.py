"""People who read along a shelf, one book after the next, so that order is what tells."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np

from retrieval.recommender import Action, Catalogue

BOOKS = 40
START = datetime(2026, 1, 1, tzinfo=UTC)


def shelf() -> Catalogue:
    """Books whose vectors lie along a circle: neighbours on the shelf are near."""
    angle = np.linspace(0, 2 * np.pi, BOOKS, endpoint=False)
    vectors = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    padded = np.concatenate([vectors, np.zeros((BOOKS, 6))], axis=1)
    return Catalogue([f"book-{n}" for n in range(BOOKS)], padded.astype(np.float32))


def readers(count: int = 60, seed: int = 0) -> list[Action]:
    """Everybody takes six books, mostly the next on the shelf, in the order of time."""
    random = np.random.default_rng(seed)
    actions = []
    for person in range(count):
        book, at = int(random.integers(BOOKS)), START + timedelta(days=float(person))
        for _ in range(6):
            actions.append(Action(f"reader-{person}", f"book-{book}", at))
            follows = random.random() < 0.8
            book = (book + 1) % BOOKS if follows else int(random.integers(BOOKS))
            at += timedelta(minutes=10)
    return sorted(actions, key=lambda each: each.at)
