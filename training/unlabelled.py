"""Questions that customers asked under none of the labels: the strangers that a model will meet.

Where a team has accepted a part of what it is asked, most of the rest is about something else, and
a model that knows that part alone must keep silent about it. Which strangers come, and how many,
the imported questions show; whole intents left out of a rehearsal can only guess at it. Some of the
questions do belong to a label that nobody gave them. Only as many as seem certain are left out, so
that an estimate of how often answers are right errs to the safe side. Of some a person said that
they are of none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from knowledge import without_identifiers
from training.labelled import LabelledText
from training.splits import TrainingTexts

FEWEST: Final = 50
"""Fewer say too little of what strangers look like."""
_MOST = 2_000
_LARGEST_SHARE = 0.95


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """Different questions under none of the labels; such are ``share`` of all that are asked.

    Of those that are ``confirmed`` a person said that they belong to none. So many as were
    ``found`` stood among them until a person gave them a label, mostly those that looked like it.
    """

    texts: tuple[str, ...] = ()
    share: float = 0.0
    confirmed: frozenset[str] = frozenset()
    found: int = 0

    def part(self, chosen: Sequence[bool]) -> Unlabelled:
        """The texts that ``chosen`` (texts,) says, none where too few are left."""
        texts = tuple(text for text, of in zip(self.texts, chosen, strict=True) if of)
        if len(texts) < FEWEST:
            return NONE
        return replace(self, texts=texts, found=round(self.found * len(texts) / len(self.texts)))


NONE: Final = Unlabelled()


def unlabelled_beside(examples: Sequence[LabelledText], texts: Sequence[str]) -> Unlabelled:
    """``texts`` as they were asked beside the labelled ``examples``, repetitions counted."""
    return Unlabelled(tuple(dict.fromkeys(texts)), len(texts) / max(len(texts) + len(examples), 1))


def as_read(unlabelled: Unlabelled, texts: TrainingTexts, seed: int) -> Unlabelled:
    """The different questions without identifiers, as ``texts`` are; those that are labelled are
    left out, and of very many a random part is taken."""
    known = set(texts.texts)
    strange = sorted({_read(each) for each in unlabelled.texts} - known - {""})
    chosen = np.random.default_rng(seed).permutation(len(strange))[:_MOST]
    kept = tuple(strange[index] for index in np.sort(chosen))
    if len(kept) < FEWEST:
        return NONE
    confirmed = frozenset(_read(each) for each in unlabelled.confirmed)
    return replace(
        unlabelled,
        texts=kept,
        share=min(unlabelled.share, _LARGEST_SHARE),
        confirmed=confirmed.intersection(kept),
        found=round(unlabelled.found * len(kept) / len(strange)),
    )


def _read(text: str) -> str:
    return " ".join(without_identifiers(text).split())
