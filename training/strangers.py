"""What classifiers said to questions of none of their labels, as those come here."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from nlu.head import probabilities_of
from training.metrics import Flags, Numbers
from training.outcomes import Validated
from training.scope import fit_scope, scope_scores, weigh
from training.unlabelled import FEWEST, Unlabelled

_log = logging.getLogger(__name__)

_BINS = 50
_SMALLEST_BIN = 0.1
_SURE = 0.95
_ROUNDS = 20


@dataclass(frozen=True, slots=True, eq=False)
class Strangers:
    """What models ``said`` to the questions that their ``chosen`` number in ``texts``.

    Each question is asked of one of the models that validate, so that what they say to texts of
    their labels and to strangers can be compared. Such questions are ``share`` of all. Of the texts
    that are ``confirmed`` a person said so; ``found`` more were there until a person gave them a
    label.
    """

    texts: Sequence[str] = ()
    said: Sequence[Validated] = ()
    share: float = 0.0
    confirmed: Collection[str] = frozenset()
    found: int = 0

    def __len__(self) -> int:
        return sum(len(one.chosen) for one in self.said)

    def share_or(self, default: float) -> float:
        """How large a part of the messages to reckon with: no less than ``default``, since people
        ask a bot what they would not write to a team."""
        return max(default, self.share) if self.said else default

    @property
    def sure(self) -> Flags:
        """Which of them are confirmed, in the order of ``said``."""
        asked = [self.texts[row] for one in self.said for row in one.chosen]
        return np.array([text in self.confirmed for text in asked], dtype=np.bool_)

    def only(self, kept: Flags) -> Strangers:
        """Those that are ``kept``, in the order of ``said``; nobody where they are too few."""
        if kept.sum() < FEWEST:
            return NOBODY
        parts = np.split(kept, np.cumsum([len(one.chosen) for one in self.said])[:-1])
        said = [one.part(np.flatnonzero(part)) for one, part in zip(self.said, parts, strict=True)]
        return replace(self, said=said, share=self.share * kept.sum() / len(kept))


NOBODY: Final = Strangers()


def heard(unlabelled: Unlabelled, judging: Sequence[Validated]) -> Strangers:
    """The answers to ``unlabelled`` of which each is taken from one of the ``judging`` models.

    It is one that knows the class that all of them together find likeliest, since a model that
    was rehearsed without it would find such a question stranger than it will be.
    """
    asked = [one for one in judging if len(one.chosen)]
    if not asked:
        return NOBODY
    classes = 1 + max(int(one.classes.max()) for one in asked)
    likely = np.zeros((len(unlabelled.texts), classes))
    for one in asked:
        likely[:, one.classes] += probabilities_of(one.outputs.tuned)
    top = likely.argmax(1)
    knows = np.array([np.isin(top, one.classes) for one in asked])
    turn = (np.arange(len(asked))[:, None] - np.arange(len(top))[None, :]) % len(asked)
    teller = np.where(knows, turn, len(asked)).argmin(0)
    said = [one.part(np.flatnonzero(teller == number)) for number, one in enumerate(asked)]
    return Strangers(
        unlabelled.texts, said, unlabelled.share, unlabelled.confirmed, unlabelled.found
    )


def without_overlooked(
    strangers: Strangers, inside: Numbers, strange: Numbers, rng: np.random.Generator
) -> Strangers:
    """Leave out as many as seem to be of a known label after all, mostly those that look like it.

    ``inside`` (n, 4) and ``strange`` (texts, 4) are the signals of messages in scope and of the
    strangers. The share of strangers above a score, over the share of messages in scope above it,
    is no less than the part of them that was overlooked, and comes near to it where nobody strange
    scores so high (the best bin of Garg et al. 2021). Its lower bound is taken, so that what is
    uncertain counts as strange. Each is left out by the chance that its signals give it (Elkan &
    Noto 2008). One that a person confirmed is never left out, and counts for no other. Those that
    people found to be of a known label looked most like it: they count as familiar, as without
    them nobody would seem to be overlooked among the rest.
    """
    if not len(strangers):
        return NOBODY
    doubtful = ~strangers.sure
    if not doubtful.any():
        return strangers
    means, scales = inside.mean(0), np.maximum(inside.std(0), 1e-3)
    everyone = np.ones(len(inside), dtype=np.bool_)
    scope = fit_scope(weigh(inside, everyone, strange, 0.5), means, scales)
    familiar, scores = scope_scores(scope, inside), scope_scores(scope, strange[doubtful])
    overlooked = _overlooked_share(familiar, scores, strangers.found)
    _log.info(
        "of %d questions without a label %.1f%% are of a known one", len(scores), 100 * overlooked
    )
    odds = scores / np.maximum(1.0 - scores, 1e-6)
    kept = np.ones(len(strange), dtype=np.bool_)
    kept[doubtful] = rng.random(len(odds)) >= _chances(odds, overlooked)
    return strangers.only(kept)


def _chances(odds: Numbers, mean: float) -> Numbers:
    """Chances in proportion to ``odds``, of this ``mean``; none is above 1."""
    chances: Numbers = np.minimum(odds * mean / odds.mean(), 1.0)
    for _ in range(_ROUNDS):
        rest = chances < 1.0
        missing = mean * len(odds) - chances.sum()
        if missing <= 0.0 or not rest.any():
            break
        chances[rest] = np.minimum(chances[rest] * (1.0 + missing / chances[rest].sum()), 1.0)
    return chances


def _overlooked_share(familiar: Numbers, strange: Numbers, found: int) -> float:
    """How many of the strangers are in scope at least, by the scores of both.

    Beside them ``found`` in scope were taken out, which would pass every threshold.
    """
    from scipy.stats import beta

    everyone = len(strange) + found
    thresholds = np.quantile(familiar, np.linspace(0.0, 1.0 - _SMALLEST_BIN, _BINS))
    passed = np.array([(strange >= each).sum() for each in thresholds]) + found
    mass = np.array([(familiar >= each).mean() for each in thresholds])
    highest = beta.ppf(_SURE, passed + 1, np.maximum(everyone - passed, 1)) / mass
    best = int(np.argmin(highest))
    if not passed[best]:
        return 0.0
    lowest = beta.ppf(1.0 - _SURE, passed[best], everyone - passed[best] + 1) / mass[best]
    return float(np.clip((lowest * everyone - found) / len(strange), 0.0, 1.0))
