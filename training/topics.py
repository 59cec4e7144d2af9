"""Topics: intents that lie together, such as all about cards, where there are such.

Centres of intents are merged by Ward's method and cut where their silhouette is best. Where no cut
is clear there are no topics, and an intent that lies between two belongs to none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS
from sklearn.metrics import silhouette_samples

from knowledge.records import IntentId
from training.clauses import Words, clauses, lower
from training.naming import term_weights, terms
from training.neighbourhoods import Vectors, normalise

LEAST_INTENTS = 8
LEAST_SILHOUETTE = 0.1
SMALLEST = 2
PAIR = 0.5


def find_topics(
    centres: Mapping[IntentId, Vectors], texts: Mapping[IntentId, Sequence[str]]
) -> dict[IntentId, str]:
    """The topic's name for each intent that has one.

    ``centres`` holds each intent's mean vector (d,), ``texts`` its questions.
    """
    ids = sorted(centres)
    if len(ids) < LEAST_INTENTS:
        return {}
    space = np.stack([centres[each] for each in ids])
    labels = _labels(normalise(space - space.mean(axis=0)))
    groups = [[ids[i] for i in np.flatnonzero(labels == n)] for n in np.unique(labels[labels >= 0])]
    groups = [group for group in groups if len(group) >= SMALLEST]
    names = _names([[text for each in group for text in texts[each]] for group in groups])
    return {each: name for group, name in zip(groups, names, strict=True) if name for each in group}


def _labels(centres: Vectors) -> NDArray[np.int64]:
    """The topic number of each centre, -1 where it has none."""
    tree = linkage(centres, "ward")
    cuts = [fcluster(tree, number, "maxclust") for number in range(2, len(centres) // 2 + 1)]
    widths = [silhouette_samples(centres, cut) for cut in cuts]
    best = int(np.argmax([each.mean() for each in widths]))
    if widths[best].mean() < LEAST_SILHOUETTE:
        return np.full(len(centres), -1, dtype=np.int64)
    return np.where(widths[best] > 0.0, cuts[best], -1).astype(np.int64)


def _names(groups: Sequence[Sequence[str]]) -> list[str]:
    """What most marks each group of texts, in one or two words, all different; empty if nothing."""
    counts = [Counter(term for text in texts for term in _told(text)) for texts in groups]
    everywhere: Counter[Words] = Counter()
    for count in counts:
        everywhere.update(count)
    total = sum(map(len, groups))
    names: list[str] = []
    for count, texts in zip(counts, groups, strict=True):
        weights = term_weights(count, everywhere, len(texts), total)
        ranked = sorted(weights, key=lambda term: (-(len(term) ** PAIR) * weights[term], term))
        free = (name for term in ranked if (name := " ".join(term).capitalize()) not in names)
        names.append(next(free, ""))
    return names


def _told(text: str) -> set[Words]:
    """Words of the text, and pairs of neighbours, that begin with one that says something."""
    return {
        term
        for words in clauses(text)
        for term in terms(lower(words))
        if term[0] not in ENGLISH_STOP_WORDS
        and "'" not in term[0]
        and len(term[0]) > 2
        and term[0][0].isalpha()
    }
