"""How well a ranking foretells what people do next: `evaluate ranking`.

The last fifth of time is the test. Everything is learned from what was done before it began, and
settings are chosen on the fifth before that. At each moment of the test all items that the person
has not used are ranked, after what this person had done until then; nobody is drawn to compete.
Every person counts alike.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.recommender import (
    Action,
    Catalogue,
    Evidence,
    Histories,
    Recommender,
    diversified,
)
from retrieval.recommender.behaviour import Numbers
from training.recommender.baselines import (
    Scorer,
    Setting,
    co_occurrence,
    matrix_factorisation,
    popularity,
)
from training.recommender.learning import learn_ranking
from training.recommender.places import DEPTH, Margin, Places, Quality, gains, margins, places
from training.recommender.places import quality as quality_of
from training.recommender.weighing import allowed_after
from training.recommender.windows import LATER_SHARE, Window, moment_of_share, window

VARIED_OVER = 50
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class RankingEvaluation:
    """``hit_at_10`` and ``ndcg_at_10`` are means over ``seeds``, ``margins`` those above each
    baseline. ``diversified`` are the lists as they would be shown. ``new_items`` are the moments
    at which something was chosen that nobody had used before the test, ``first_moments`` those of
    people of whom nothing was known: their share, and the hit rate there.
    """

    hit_at_10: float
    ndcg_at_10: float
    baselines: dict[str, Quality]
    margins: dict[str, dict[str, Margin]]
    seeds: dict[str, Quality]
    diversified: Quality
    new_items: dict[str, float]
    first_moments: dict[str, float]
    users: int
    predictions: int
    items: int
    test_from: datetime
    learned: dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class _Trial:
    """What is to be foretold from ``begin`` on, and what was ``known`` and done ``before``."""

    catalogue: Catalogue
    before: Sequence[Action]
    begin: float
    test: Window
    known: Histories

    @classmethod
    def of(cls, actions: Sequence[Action], catalogue: Catalogue) -> _Trial:
        begin = moment_of_share(actions, LATER_SHARE)
        before = [each for each in actions if each.at.timestamp() < begin]
        test = window(actions, catalogue, begin, math.inf)
        return cls(catalogue, before, begin, test, test.histories.until(begin))

    @property
    def people(self) -> Numbers:
        return self.test.histories.people[self.test.points]


def evaluate_ranking(
    catalogue: Catalogue,
    actions: Sequence[Action],
    encoder_id: str,
    seeds: Sequence[int],
    progress: Progress = lambda *_: None,
) -> RankingEvaluation:
    """The ranking and its baselines in one run; ``actions`` are in the order of time.

    Raises LabelledDataError where there are too few.
    """
    trial = _Trial.of(actions, catalogue)
    test, people = trial.test, trial.people
    found: dict[str, NDArray[np.float64]] = {}
    for seed in seeds:
        model, learned = learn_ranking(catalogue, trial.before, encoder_id, seed, progress)
        evidence = Evidence(catalogue, trial.known, model.towers, trial.begin)
        recommender = Recommender(evidence, model)
        found[str(seed)] = gains(places(test, catalogue, _scorer(recommender)))
        progress("seeds", len(found), len(seeds))
    ours = np.mean(list(found.values()), axis=0)
    others = {
        name: (setting, gains(each))
        for name, (setting, each) in _baselines(trial, seeds[0], progress).items()
    }
    mean = quality_of(ours, people)
    new = ~np.isin(test.histories.items[test.points], trial.known.items)
    first = np.array([not len(test.histories.before(point)) for point in test.points])
    return RankingEvaluation(
        hit_at_10=mean.hit_at_10,
        ndcg_at_10=mean.ndcg_at_10,
        baselines={name: quality_of(each, people, how) for name, (how, each) in others.items()},
        margins={name: margins(ours, each, people) for name, (_, each) in others.items()},
        seeds={name: quality_of(each, people) for name, each in found.items()},
        diversified=quality_of(gains(_shown(test, recommender)), people),
        new_items=_part(ours[0], new),
        first_moments=_part(ours[0], first),
        users=len(np.unique(people)),
        predictions=len(test),
        items=len(catalogue),
        test_from=datetime.fromtimestamp(trial.begin, UTC),
        learned=learned,
    )


def _scorer(recommender: Recommender) -> Scorer:
    """As it ranks in service; what is no candidate comes after all that is."""

    def score(history: Numbers) -> NDArray[np.float64]:
        allowed = allowed_after(recommender.catalogue, history)
        named, scores, _ = recommender.scores(history, allowed)
        found = np.full(len(allowed), -1e9)
        found[named] = scores
        return found

    return score


def _shown(test: Window, recommender: Recommender) -> Places:
    """The places in lists of ten that vary, as they would be shown; infinite for what is not."""
    catalogue, found = recommender.catalogue, np.full(len(test), np.inf)
    for number, point in enumerate(test.points):
        done = test.histories.before(point)
        named, scores, _ = recommender.scores(done, allowed_after(catalogue, done))
        best = np.argsort(-scores, kind="stable")[:VARIED_OVER]
        shown = diversified(scores[best], catalogue.vectors[named[best]], DEPTH)
        at = np.flatnonzero(named[best[shown]] == test.histories.items[point])
        found[number] = at[0] + 1 if len(at) else np.inf
    return found


def _baselines(trial: _Trial, seed: int, progress: Progress) -> dict[str, tuple[str, Places]]:
    """Each baseline with the setting that does best on the fifth before the test."""
    catalogue, middle = trial.catalogue, moment_of_share(trial.before, LATER_SHARE)
    choosing = window(trial.before, catalogue, middle, math.inf)
    kinds: dict[str, Callable[[Histories], Iterator[Setting]]] = {
        "popularity": lambda known: popularity(known, catalogue),
        "item_item_co_occurrence": lambda known: co_occurrence(known, catalogue),
        "matrix_factorisation": lambda known: matrix_factorisation(known, catalogue, seed),
    }
    found = {}
    for name, kind in kinds.items():
        best = _best_setting(dict(kind(choosing.histories.until(middle))), choosing, catalogue)
        score = dict(kind(trial.known))[best]()
        found[name] = best, places(trial.test, catalogue, score)
        progress("baselines", len(found), len(kinds))
    return found


def _best_setting(
    settings: dict[str, Callable[[], Scorer]], choosing: Window, catalogue: Catalogue
) -> str:
    if len(settings) == 1:
        return next(iter(settings))

    def hit_rate(name: str) -> float:
        found = places(choosing, catalogue, settings[name]())
        return float(choosing.weights @ (found <= DEPTH))

    return max(settings, key=hit_rate)


def _part(hits: NDArray[np.float64], part: NDArray[np.bool_]) -> dict[str, float]:
    return {
        "share": float(part.mean()),
        "hit_at_10": float(hits[part].mean()) if part.any() else 0.0,
    }
