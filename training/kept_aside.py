"""Texts that nothing is fitted on, so that what is promised can be tested on them.

Only where there are enough texts that a part validates the model: with fewer, all of them are worth
more for learning, and no promise is made.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from training.splits import Indices, hold_out_texts

if TYPE_CHECKING:
    from training.plan import Plan

KEPT_SHARE: Final = 0.5
"""Of the texts that would validate."""


def keep_aside(plan: Plan, labels: Indices, seed: int) -> tuple[Plan, Indices]:
    """The plan without the texts kept aside, and those; none where nothing validates."""
    validation = plan.final.validation
    if not len(validation):
        return plan, validation
    rng = np.random.default_rng((seed, len(validation)))
    kept = validation[hold_out_texts(labels[validation], KEPT_SHARE, rng)]
    parts = [
        replace(part, validation=np.setdiff1d(part.validation, kept))
        for part in (plan.final, *plan.rehearsals)
    ]
    return replace(plan, final=parts[0], rehearsals=tuple(parts[1:])), kept
