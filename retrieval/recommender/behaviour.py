"""What people did with which items, as numbers: the catalogue, and everybody's history in order.

Knows neither what an item is nor what was done with it; each person counts an item once, at the
first time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import MismatchedVectorsError

Numbers = NDArray[np.int64]
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Action:
    """``person`` did something with ``item`` at ``at``."""

    person: str
    item: str
    at: datetime


class Catalogue:
    """The items that may be recommended. ``vectors`` (n, d) are those of their texts.

    A vector of zeros says that the encoder could not read the text: such an item is found by
    behaviour alone. Raises MismatchedVectorsError.
    """

    def __init__(self, ids: Sequence[str], vectors: Vectors) -> None:
        if vectors.ndim != 2 or len(ids) != len(vectors):
            raise MismatchedVectorsError(f"{len(ids)} items, but vectors {vectors.shape}")
        self.ids = tuple(ids)
        self.vectors = np.asarray(vectors, dtype=np.float32)
        self._number = {item: number for number, item in enumerate(self.ids)}

    def __len__(self) -> int:
        return len(self.ids)

    def numbers(self, items: Iterable[str]) -> Numbers:
        """The numbers of those ``items`` that are known, in their order."""
        known = [self._number[each] for each in items if each in self._number]
        return np.array(known, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Histories:
    """Everybody's actions, one person after the other, each in the order of time.

    ``items`` and ``times`` (m,) say what was done when, in seconds since the epoch; ``people`` (m,)
    number the persons, ``starts`` (m,) say where the history of each action's person begins, and
    ``earlier`` (m,) where it ends that is surely earlier: what has the very same time has no order.
    """

    items: Numbers
    times: NDArray[np.float64]
    people: Numbers
    starts: Numbers
    earlier: Numbers

    @classmethod
    def of(cls, actions: Iterable[Action], catalogue: Catalogue) -> Histories:
        """The histories over a catalogue; actions on items that it lacks are left out."""
        people: dict[str, int] = {}
        rows: dict[tuple[int, int], float] = {}
        for each in actions:
            for item in catalogue.numbers([each.item]):
                key = people.setdefault(each.person, len(people)), int(item)
                at = each.at.timestamp()
                rows[key] = min(at, rows.get(key, at))
        order = sorted((person, at, item) for (person, item), at in rows.items())
        return cls._ordered(
            np.array([item for _, _, item in order], dtype=np.int64),
            np.array([at for _, at, _ in order], dtype=np.float64),
            np.array([person for person, _, _ in order], dtype=np.int64),
        )

    @classmethod
    def _ordered(cls, items: Numbers, times: NDArray[np.float64], people: Numbers) -> Histories:
        place = np.arange(len(items))
        new_person = np.diff(people, prepend=-1) != 0
        new_moment = new_person | (np.diff(times, prepend=-np.inf) != 0)
        starts = np.maximum.accumulate(np.where(new_person, place, 0)) if len(items) else place
        earlier = np.maximum.accumulate(np.where(new_moment, place, 0)) if len(items) else place
        return cls(items, times, people, starts, earlier)

    def __len__(self) -> int:
        return len(self.items)

    def until(self, moment: float) -> Histories:
        """Only what was done before ``moment``, in seconds since the epoch."""
        before = self.times < moment
        return self._ordered(self.items[before], self.times[before], self.people[before])

    def before(self, action: int) -> Numbers:
        """What the person of an action had done surely before it, oldest first."""
        return self.items[self.starts[action] : self.earlier[action]]

    def windows(self, length: int) -> Numbers:
        """For each action the ``length`` items before it (m, length), latest first; -1 for none."""
        places = self.earlier[:, None] - 1 - np.arange(length)
        there = places >= self.starts[:, None]
        return np.where(there, self.items[np.maximum(places, 0)], -1) if len(self) else places
