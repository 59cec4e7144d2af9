"""How good rankings are, each judged against the set of what is relevant. Numpy alone."""

from __future__ import annotations

import math
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

_DEPTH = 10


@dataclass(frozen=True, slots=True)
class RankingQuality:
    """Means over queries, from 0 to 1.

    ``recall_at_k``: the share of queries with something relevant among the first k;
    ``mrr_at_10``: the mean of 1 / the first relevant one's rank; ``ndcg_at_10``: graded, against
    the ideal order (Järvelin and Kekäläinen, 2002).
    """

    recall_at_1: float
    recall_at_5: float
    mrr_at_10: float
    ndcg_at_10: float


def ranking_quality(
    rankings: Sequence[Sequence[Hashable]], judgements: Sequence[Mapping[Hashable, float]]
) -> RankingQuality:
    """``rankings`` best first; ``judgements`` map what is relevant to how much, above 0."""
    pairs = list(zip(rankings, judgements, strict=True))
    return RankingQuality(
        recall_at_1=_mean([_found(ranking, relevant, 1) for ranking, relevant in pairs]),
        recall_at_5=_mean([_found(ranking, relevant, 5) for ranking, relevant in pairs]),
        mrr_at_10=_mean([_reciprocal_rank(ranking, relevant) for ranking, relevant in pairs]),
        ndcg_at_10=_mean([_ndcg(ranking, relevant) for ranking, relevant in pairs]),
    )


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if values else 0.0


def _found(ranking: Sequence[Hashable], relevant: Collection[Hashable], depth: int) -> float:
    return float(any(item in relevant for item in ranking[:depth]))


def _reciprocal_rank(ranking: Sequence[Hashable], relevant: Collection[Hashable]) -> float:
    for rank, item in enumerate(ranking[:_DEPTH], start=1):
        if item in relevant:
            return 1.0 / rank
    return 0.0


def _ndcg(ranking: Sequence[Hashable], relevant: Mapping[Hashable, float]) -> float:
    gains = [relevant.get(item, 0.0) for item in ranking[:_DEPTH]]
    ideal = sorted(relevant.values(), reverse=True)[:_DEPTH]
    return _discounted(gains) / _discounted(ideal) if ideal else 0.0


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))
