"""Questions whose intent is already known: by a helpdesk's tag, or by an approved template.

Known questions draw unknown ones to their intent where a check that leaves each known question
out in turn says that this is nearly always right. Status tags (``vip``, ``urgent``) are no intents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.records import IntentId
from training.clustering import Vectors, normalise
from training.naming import slug

LEAST_CONVERSATIONS = 3
LARGEST_SHARE = 0.5
COHERENT_SHARE = 0.7
TARGET_PRECISION = 0.9
SIMILARITY_QUANTILE = 0.2
_TEMPERATURE = 0.05
_STATUS = frozenset(
    "vip urgent priority high low open closed pending solved resolved unresolved escalated escalate "
    "spam bot new old follow-up followup waiting todo done test important customer agent email chat "
    "phone web mobile telegram whatsapp widget auto bulk merged duplicate weekend csat".split()
)


@dataclass(frozen=True, slots=True)
class Seeds:
    """Known questions: their vectors (n, d) and their intents, in the same order."""

    vectors: Vectors
    intents: tuple[IntentId, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """Which known intent each unknown question joins, None where the evidence is not enough."""

    intents: tuple[IntentId | None, ...]
    threshold: float
    precision: float


def topic_tags(tags: Sequence[Sequence[str]], vectors: Vectors) -> dict[str, IntentId]:
    """The tags that name a topic, with the intent id each stands for.

    A topic is seen on at least three conversations, not on most of them, is no known status
    word, and its questions lie closer to one another than to the questions at large.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(tags):
        for tag in set(own):
            places[tag].append(index)
    tagged = sum(1 for own in tags if own)
    centre = normalise(vectors.mean(axis=0, keepdims=True))[0] if len(vectors) else None
    topics: dict[str, IntentId] = {}
    for tag, indices in sorted(places.items()):
        if len(indices) < LEAST_CONVERSATIONS or not slug(tag) or slug(tag) in _STATUS:
            continue
        if len(places) > 1 and len(indices) > LARGEST_SHARE * tagged and tagged > 10:
            continue
        if centre is not None and _coherence(vectors[indices], centre) >= COHERENT_SHARE:
            topics[tag] = IntentId(slug(tag).replace("-", "_"))
    return topics


def most_specific(own: Collection[str], topics: Mapping[str, IntentId], uses: Counter[str]) -> str:
    """The rarest of a conversation's topic tags, which says most."""
    return min((tag for tag in own if tag in topics), key=lambda tag: (uses[tag], tag))


def join_known(seeds: Seeds, vectors: Vectors) -> Joined:
    """Give each of ``vectors`` (n, d) the known intent it surely belongs to.

    The threshold is the lowest at which known questions, each left out in turn, keep the target
    precision; besides, a question must be as near to a known one as known ones are to each other.
    """
    order = sorted(set(seeds.intents))
    if len(order) < 2 or not len(vectors):
        return Joined((None,) * len(vectors), 1.0, 0.0)
    classes = np.array([order.index(intent) for intent in seeds.intents])
    own = seeds.vectors @ seeds.vectors.T
    np.fill_diagonal(own, -np.inf)
    right, sure, near = _decide(own, classes, len(order))
    counts = np.bincount(classes, minlength=len(order))
    checked = counts[classes] >= 2
    correct = (right == classes)[checked]
    threshold, precision = _threshold(sure[checked], correct)
    floor = (
        float(np.quantile(near[checked][correct], SIMILARITY_QUANTILE)) if correct.any() else 1.0
    )
    best, probability, similarity = _decide(vectors @ seeds.vectors.T, classes, len(order))
    joins = (probability >= threshold) & (similarity >= floor)
    intents = tuple(order[int(b)] if j else None for b, j in zip(best, joins, strict=True))
    return Joined(intents, threshold, precision)


def _coherence(vectors: Vectors, centre: NDArray[np.float32]) -> float:
    """Share of vectors nearer to the mean of the others in the group than to ``centre``."""
    others = normalise((vectors.sum(axis=0, keepdims=True) - vectors) / (len(vectors) - 1))
    return float((np.sum(vectors * others, axis=1) > vectors @ centre).mean())


def _decide(
    cosines: Vectors, classes: NDArray[np.int64], count: int
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Best class, its share among the classes, and the cosine of its nearest known question."""
    scores = np.full((len(cosines), count), -1.0)
    nearest = np.full((len(cosines), count), -1.0)
    for number in range(count):
        members = cosines[:, classes == number]
        top = -np.sort(-members, axis=1)[:, :3]
        top = np.where(np.isfinite(top), top, -1.0)
        nearest[:, number] = top[:, 0]
        scores[:, number] = 0.5 * top[:, 0] + 0.5 * top.mean(axis=1)
    best = scores.argmax(axis=1)
    rows = np.arange(len(cosines))
    powers = np.exp((scores - scores.max(axis=1, keepdims=True)) / _TEMPERATURE)
    return best, 1.0 / powers.sum(axis=1), nearest[rows, best]


def _threshold(sure: NDArray[np.float64], correct: NDArray[np.bool_]) -> tuple[float, float]:
    """The lowest threshold that keeps the target precision; above 1 where none does."""
    order = np.argsort(-sure, kind="stable")
    precisions = np.cumsum(correct[order]) / np.arange(1, len(order) + 1)
    kept = np.flatnonzero(precisions >= TARGET_PRECISION)
    if not len(kept):
        return 1.1, 0.0
    return float(sure[order[kept[-1]]]), float(precisions[kept[-1]])
