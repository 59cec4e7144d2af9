"""Recommendations: candidates, their order, a list that varies, and what each is owed to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from retrieval.recommender.behaviour import Action, Catalogue, Histories, Numbers
from retrieval.recommender.diversity import diversified
from retrieval.recommender.ranking_model import SOURCES, RankingModel
from retrieval.recommender.sources import Evidence, candidates, pooled

VARIED_OVER = 5
_OF_THE_HISTORY = [SOURCES.index("together"), SOURCES.index("next")]
SKIP_COSTS = 1.0
NO_SKIPS: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Recommendation:
    """``because`` is the item of the history that spoke for this one most.

    It is None where what everybody does spoke louder than the history.
    """

    item: str
    score: float
    because: str | None


class Recommender:
    """Ranks one catalogue over the behaviour of one moment. Immutable and thread-safe."""

    def __init__(self, evidence: Evidence, model: RankingModel) -> None:
        self.evidence, self.catalogue = evidence, evidence.catalogue
        self._model = model
        self._recent = evidence.recent(model.half_life_days)

    @classmethod
    def over(
        cls, catalogue: Catalogue, actions: Iterable[Action], model: RankingModel, now: datetime
    ) -> Recommender:
        """A recommender from what was done before ``now``. Raises MismatchedVectorsError."""
        moment = now.timestamp()
        histories = Histories.of(actions, catalogue).until(moment)
        return cls(Evidence(catalogue, histories, model.towers, moment), model)

    def scores(
        self, history: Numbers, allowed: NDArray[np.bool_]
    ) -> tuple[Numbers, NDArray[np.float64], NDArray[np.float64]]:
        """The candidates (c,), their scores (c,), and what each source adds to them (sources, c).

        ``history`` holds item numbers, oldest first.
        """
        spoken = self.evidence.speak(history, self._recent)
        named = candidates(spoken, allowed)
        weights = self._model.weights if len(history) else self._model.opening
        adds = weights[:, None] * pooled(spoken, named)
        return named, adds.sum(0), adds

    def recommend(
        self,
        history: Sequence[str],
        count: int,
        *,
        among: Collection[str],
        skipped: Mapping[str, int] = NO_SKIPS,
        related: float = -1.0,
    ) -> list[Recommendation]:
        """At most ``count`` items of ``among``, none of the history, the best first.

        ``history`` is what this person did, oldest first; ``skipped`` how often they were shown an
        item and passed it by, which puts it behind others. What nothing speaks for is left out,
        and so is what nobody's behaviour ties to the history and whose text is not at least so
        ``related`` to it (a cosine).
        """
        latest = list(dict.fromkeys(reversed(history)))
        done = self.catalogue.numbers(reversed(latest))
        allowed = np.zeros(len(self.catalogue), dtype=bool)
        allowed[self.catalogue.numbers(among)] = True
        allowed[done] = False
        named, scores, adds = self.scores(done, allowed)
        scores = scores - SKIP_COSTS * np.array(
            [skipped.get(self.catalogue.ids[each], 0) for each in named], dtype=np.float64
        )
        best = np.argsort(-scores, kind="stable")[: VARIED_OVER * count]
        best = best[adds[:, best].any(0)]
        if len(done):
            tied = adds[_OF_THE_HISTORY][:, best].any(0)
            vectors = self.catalogue.vectors
            best = best[tied | ((vectors[named[best]] @ vectors[done].T).max(1) >= related)]
        shown = best[diversified(scores[best], self.catalogue.vectors[named[best]], count)]
        return [
            Recommendation(
                self.catalogue.ids[named[place]],
                float(scores[place]),
                self._because(done, int(named[place]), adds[:, place]),
            )
            for place in shown
        ]

    def _because(self, history: Numbers, item: int, adds: NDArray[np.float64]) -> str | None:
        owed = np.asarray(adds @ self.evidence.shares(history, item), dtype=np.float64)
        if not owed.any() or 2 * owed.sum() < adds.sum():
            return None
        return self.catalogue.ids[int(history[np.argmax(owed)])]
