"""Intents that nobody has named: clusters of the questions that no known intent has drawn.

Clusters of an earlier discovery stand while they still describe the conversations
(``training.continuity``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.records import IntentId
from training.assignment import Assignment, Indices, IntentSource
from training.clustering import OUTLIER, cluster, mutual_cosine
from training.continuity import Earlier
from training.naming import name_groups, short_hash, slug
from training.neighbourhoods import Vectors, normalise
from training.seeds import Known, likely_intent

CLUSTERED_AT_MOST = 6000
MEMBER_DEVIATIONS = 1.5
LEAST_MUTUAL_COSINE = 0.3
SMALLEST = 3


def discover(found: Assignment, known: Known, earlier: Earlier, room: int | None) -> None:
    """Put the questions that are left into at most ``room`` discovered intents.

    ``known`` are the questions of known intents: a cluster that turns out to be one joins it.
    """
    texts = found.texts(range(len(found.questions)))
    if earlier.stands_for(texts):
        kept = _keep(found, known, earlier, texts, room)
        room = None if room is None else room - kept
    _cluster(found, known, earlier, room)


def _keep(
    found: Assignment, known: Known, earlier: Earlier, texts: Sequence[str], room: int | None
) -> int:
    """Keep the earlier intents, and let new questions join them; returns how many were kept."""
    groups: dict[IntentId, Indices] = {}
    for intent, places in list(earlier.groups(texts).items()):
        free = np.array([i for i in places if found.intents[i] is None], dtype=np.int64)
        full = room is not None and len(groups) >= room
        if len(free) >= SMALLEST and not full and not _is_known(found, free, known):
            groups[intent] = free
    for intent, members in groups.items():
        found.put_new(members, intent, earlier.names[intent], IntentSource.CLUSTER)
    fresh = np.array([i for i in found.left() if texts[i] not in earlier.intents], dtype=np.int64)
    joined = _spread(list(groups.values()), fresh, found.vectors) if len(fresh) else []
    for intent, members in zip(groups, joined, strict=False):
        found.put(members, intent)
    return len(groups)


def _cluster(found: Assignment, known: Known, earlier: Earlier, room: int | None) -> None:
    """Cluster a sample of what is left; the rest joins the nearest cluster that it lies within."""
    left = found.left()
    order = sorted(left, key=lambda i: (short_hash(found.questions[i].text), *found.texts([i])))
    sample = np.array(order[:CLUSTERED_AT_MOST], dtype=np.int64)
    if room == 0 or not len(sample):
        return
    smallest = max(SMALLEST, len(sample) // 1000)
    labels = cluster(found.vectors[sample], smallest=smallest).labels
    groups = _spread(_groups(sample, labels, found.vectors), left, found.vectors)
    groups = [group for group in groups if not _is_known(found, group, known)]
    groups = sorted((g for g in groups if len(g) >= smallest), key=lambda g: (-len(g), g[0]))[:room]
    _name(found, groups, earlier)


def _name(found: Assignment, groups: Sequence[Indices], earlier: Earlier) -> None:
    """Names and ids for new clusters: those they had before, else such as their questions give."""
    texts = [found.texts(group) for group in groups]
    before = {
        number: intent
        for number, intent in earlier.same_as(texts).items()
        if intent not in found.sources
    }
    typical = {str(n): found.texts([_medoid(found, g)])[0] for n, g in enumerate(groups)}
    named = name_groups({str(n): group for n, group in enumerate(texts)}, typical)
    for number, intent in before.items():
        found.put_new(groups[number], intent, earlier.names[intent], IntentSource.CLUSTER)
    for key, name in named.items():
        if int(key) not in before:
            intent = _cluster_id(name, typical[key], found.sources)
            found.put_new(groups[int(key)], intent, name, IntentSource.CLUSTER)


def _is_known(found: Assignment, group: Indices, known: Known) -> bool:
    """Whether a cluster turned out to be a known intent, to which its questions then belong."""
    intent = likely_intent(known, found.vectors[group])
    if intent is None:
        return False
    found.put(group, intent)
    return True


def _groups(sample: Indices, labels: Indices, vectors: Vectors) -> list[Indices]:
    """The clusters whose questions have something in common, as indices of questions."""
    clusters = [sample[labels == number] for number in np.unique(labels[labels != OUTLIER])]
    return [c for c in clusters if mutual_cosine(vectors[c]) >= LEAST_MUTUAL_COSINE]


def _spread(groups: Sequence[Indices], left: Indices, vectors: Vectors) -> list[Indices]:
    """Each of ``left`` in the group with the nearest centre, if it lies within that group."""
    if not groups:
        return []
    centres = normalise(np.stack([vectors[group].mean(axis=0) for group in groups]))
    floors = np.array([_floor(vectors[g] @ c) for g, c in zip(groups, centres, strict=True)])
    cosines = vectors[left] @ centres.T
    best = cosines.argmax(axis=1)
    inside = cosines[np.arange(len(left)), best] >= floors[best]
    return [left[inside & (best == place)] for place in range(len(groups))]


def _cluster_id(name: str, typical: str, taken: Mapping[IntentId, IntentSource]) -> IntentId:
    base = slug(name).replace("-", "_") or f"intent_{short_hash(typical)}"
    return IntentId(base if base not in taken else f"{base}_{short_hash(typical)}")


def _floor(cosines: NDArray[np.float32]) -> float:
    """How near to a cluster's centre a question must lie to belong to it."""
    return float(cosines.mean() - MEMBER_DEVIATIONS * cosines.std())


def _medoid(found: Assignment, members: Indices) -> int:
    """The question nearest to the centre; of equals, the first by its text."""
    cosines = np.round(found.vectors[members] @ found.vectors[members].mean(axis=0), 5)
    nearest = members[cosines == cosines.max()]
    return int(min(nearest, key=lambda index: found.questions[index].text))
