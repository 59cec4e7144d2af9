"""Questions whose intent is already known: by a helpdesk's tag, or by an approved template.

An unknown question joins a known intent when two independent views agree: what was asked, and
what was answered. Status tags (``vip``, ``urgent``) are no intents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.hierarchy import UNDER
from knowledge.records import IntentId
from training.clustering import mutual_cosine
from training.naming import slug
from training.neighbourhoods import Vectors

LEAST_CONVERSATIONS = 3
LARGEST_SHARE = 0.5
COHERENT_SHARE = 0.95
CHANCE_GROUPS = 200
SIMILARITY_QUANTILE = 0.1
CHANCE_WEIGHT = 3.0
LOWEST_COSINE = 0.4
ROUNDS = 3
CLUSTER_AGREES = 0.6
_STATUS = frozenset(
    (
        "vip",
        "urgent",
        "priority",
        "high",
        "low",
        "open",
        "closed",
        "pending",
        "solved",
        "resolved",
        "unresolved",
        "esc",
        "escalated",
        "escalate",
        "spam",
        "bot",
        "new",
        "old",
        "followup",
        "follow-up",
        "waiting",
        "todo",
        "done",
        "test",
        "important",
        "customer",
        "agent",
        "email",
        "chat",
        "phone",
        "web",
        "mobile",
        "telegram",
        "whatsapp",
        "widget",
        "auto",
        "bulk",
        "merged",
        "duplicate",
        "csat",
        "en",
        "de",
        "fr",
        "zh",
    )
)


@dataclass(frozen=True, slots=True)
class Known:
    """Texts of one kind, questions or answers, whose intents are known: vectors (n, d)."""

    vectors: Vectors
    intents: tuple[IntentId, ...]


def topic_tags(tags: Sequence[Sequence[str]], vectors: Vectors) -> dict[str, IntentId]:
    """The tags that name a topic, with the intent id each stands for.

    A topic is seen on at least three conversations, not on most of them, is no known status
    word, and its questions are more alike than questions drawn by chance.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(tags):
        for tag in set(own):
            places[tag].append(index)
    tagged = sum(1 for own in tags if own)
    topics: dict[str, IntentId] = {}
    for tag, indices in sorted(places.items()):
        if len(indices) < LEAST_CONVERSATIONS or not slug(tag) or slug(tag) in _STATUS:
            continue
        if len(places) > 1 and len(indices) > LARGEST_SHARE * tagged and tagged > 10:
            continue
        if len(indices) == len(vectors) or _coherent(vectors, indices):
            topics[tag] = _intent_of(tag)
    return topics


def _intent_of(tag: str) -> IntentId:
    """``billing/refund`` for the tag "Billing / Refund"; other signs join words."""
    parts = (slug(part).replace("-", "_") for part in tag.split(UNDER))
    return IntentId(UNDER.join(part for part in parts if part))


def most_specific(own: Collection[str], topics: Mapping[str, IntentId], uses: Counter[str]) -> str:
    """The rarest of a conversation's topic tags, which says most."""
    return min((tag for tag in own if tag in topics), key=lambda tag: (uses[tag], tag))


def join_known(
    asked: Known, answered: Known, questions: Vectors, answers: Vectors
) -> tuple[IntentId | None, ...]:
    """The known intent of each question (n, d), given the answers (n, d) they got; None if unsure.

    Two views must agree: the question is nearest to the questions of an intent, and its answer is
    nearest to the answers of the same. Each must also be as near as known texts of one intent
    are to each other, left out in turn: as most are, where there are many intents, and as the
    nearer ones are, where views may agree by chance because there are few. What joined counts as
    known in the next round.
    """
    joined: list[IntentId | None] = [None] * len(questions)
    strictness = min(0.6, max(SIMILARITY_QUANTILE, CHANCE_WEIGHT / max(1, len(set(asked.intents)))))
    floors = [_floor(known, strictness) for known in (asked, answered)]
    for _ in range(ROUNDS):
        places = [place for place, intent in enumerate(joined) if intent is not None]
        intents = tuple(intent for intent in joined if intent is not None)
        by_question = _nearest_intents(
            _with(asked, questions[places], intents), questions, floors[0]
        )
        by_answer = _nearest_intents(_with(answered, answers[places], intents), answers, floors[1])
        for place, (one, other) in enumerate(zip(by_question, by_answer, strict=True)):
            if joined[place] is None and one == other:
                joined[place] = one
    return tuple(joined)


def likely_intent(known: Known, members: Vectors) -> IntentId | None:
    """The known intent that most of a cluster's ``members`` (n, d) are nearest to, if any."""
    if not known.intents or not len(members):
        return None
    votes = Counter(
        intent
        for intent in _nearest_intents(known, members, _floor(known, SIMILARITY_QUANTILE))
        if intent is not None
    )
    intent, count = votes.most_common(1)[0] if votes else (None, 0)
    return intent if count >= CLUSTER_AGREES * len(members) else None


def _with(known: Known, vectors: Vectors, intents: tuple[IntentId, ...]) -> Known:
    return Known(np.concatenate([known.vectors, vectors]), (*known.intents, *intents))


def _coherent(vectors: Vectors, group: Sequence[int]) -> bool:
    """Whether a group is more alike than nearly all groups of its size drawn by chance."""
    chance = np.random.default_rng(len(group))
    drawn = [
        mutual_cosine(vectors[chance.choice(len(vectors), len(group), replace=False)])
        for _ in range(CHANCE_GROUPS)
    ]
    return mutual_cosine(vectors[list(group)]) > float(np.quantile(drawn, COHERENT_SHARE))


def _nearest_intents(known: Known, vectors: Vectors, floor: float) -> list[IntentId | None]:
    """The intent nearest to each vector, None where even that is farther than ``floor``."""
    if not known.intents:
        return [None] * len(vectors)
    order = sorted(set(known.intents))
    place = {intent: number for number, intent in enumerate(order)}
    classes = np.array([place[intent] for intent in known.intents])
    cosines = vectors @ known.vectors.T
    scores = np.stack([_nearness(cosines[:, classes == n]) for n in range(len(order))], axis=1)
    best = scores.argmax(axis=1)
    near = cosines.max(axis=1, initial=-1.0) >= floor
    return [order[int(b)] if n else None for b, n in zip(best, near, strict=True)]


def _nearness(cosines: Vectors) -> Vectors:
    """Half the nearest cosine and half the mean of the nearest three, for each row."""
    top = -np.sort(-cosines, axis=1)[:, :3]
    return np.asarray(0.5 * top[:, 0] + 0.5 * top.mean(axis=1), dtype=np.float32)


def _floor(known: Known, quantile: float) -> float:
    """A quantile of how near each known text is to the nearest other of its intent."""
    if not known.intents:
        return LOWEST_COSINE
    _, classes = np.unique(np.asarray(known.intents), return_inverse=True)
    cosines = known.vectors @ known.vectors.T
    np.fill_diagonal(cosines, -np.inf)
    cosines[classes[:, None] != classes[None, :]] = -np.inf
    nearest = cosines.max(axis=1)
    nearest = nearest[np.isfinite(nearest)]
    return float(np.quantile(nearest, quantile)) if len(nearest) else LOWEST_COSINE
