"""Cuts behaviour by time, the same moment for everybody, so that nothing is learned from later.

A split by person (everybody's last item) would let one person's future teach another's past.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.recommender import Action, Catalogue, Histories
from retrieval.recommender.behaviour import Numbers
from training.errors import LabelledDataError

LATER_SHARE = 0.2
LEAST_ACTIONS = 50
MOST_OF_A_PERSON = 30


def moment_of_share(actions: Sequence[Action], share: float) -> float:
    """When the last ``share`` of ``actions``, which are in the order of time, begins.

    Raises LabelledDataError where so few are left on one side that nothing can be said.
    """
    if len(actions) < LEAST_ACTIONS:
        raise LabelledDataError(
            f"{len(actions)} events are too few to learn from the earlier and judge by the later; "
            f"{LEAST_ACTIONS} are the least"
        )
    moment = actions[int(len(actions) * (1 - share))].at.timestamp()
    if actions[0].at.timestamp() >= moment:
        raise LabelledDataError("all events have the same time, so there is no earlier and later")
    return moment


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """A stretch of time to predict: the actions in it, by their places in ``histories``.

    ``weights`` (p,) sum to 1 and count every person alike, however much they did.
    """

    histories: Histories
    points: Numbers
    weights: np.ndarray

    def __len__(self) -> int:
        return len(self.points)


def window(actions: Sequence[Action], catalogue: Catalogue, begin: float, end: float) -> Window:
    """What is to be predicted of the time from ``begin`` to ``end``.

    Of a person with more than MOST_OF_A_PERSON actions in it, so many are asked about, spread
    evenly. Whose first action it is counts too: nothing is known of them yet.
    """
    histories = Histories.of(actions, catalogue).until(end)
    inside = np.flatnonzero(histories.times >= begin)
    people = histories.people[inside]
    points = np.concatenate(
        [_spread(inside[people == each]) for each in np.unique(people)]
        or [np.zeros(0, dtype=np.int64)]
    )
    _, place, count = np.unique(histories.people[points], return_inverse=True, return_counts=True)
    return Window(histories, points, 1.0 / (count[place] * max(len(count), 1)))


def _spread(points: Numbers) -> Numbers:
    if len(points) <= MOST_OF_A_PERSON:
        return points
    return points[np.linspace(0, len(points) - 1, MOST_OF_A_PERSON).round().astype(np.int64)]
