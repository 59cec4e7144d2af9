"""Questions to intents: those an editor wrote, those that tags name, and those that clusters show.

Known intents draw the questions that surely belong to them; what is left is clustered with the
number unknown. Ids come from content, so the same conversations in another order, or learned
again, give the same intents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from knowledge.records import AnswerTemplate, IntentId, QuestionAnswerPair
from training.clustering import OUTLIER, Vectors, cluster, coherence, mutual_cosine, normalise
from training.naming import name_groups, short_hash, slug
from training.pairs import AskedQuestion
from training.seeds import Known, join_known, likely_intent, most_specific, topic_tags

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
Indices = NDArray[np.int64]

CLUSTERED_AT_MOST = 6000
EXAMPLES = 12
LONGEST_EXAMPLE = 300
MEMBER_DEVIATIONS = 1.5
LEAST_MUTUAL_COSINE = 0.3
NEAR_DUPLICATE = 0.95


class IntentSource(StrEnum):
    """Where an intent comes from."""

    EXISTING = "existing"
    TAG = "tag"
    CLUSTER = "cluster"


@dataclass(frozen=True, slots=True)
class LearnedIntent:
    """An intent with the questions that show it.

    ``examples`` begin with the most typical question and then differ from each other as much as
    they can. ``size`` counts the questions, with or without an answer; ``coherence`` is their mean
    cosine to their centre.
    """

    id: IntentId
    name: str
    examples: tuple[str, ...]
    pairs: tuple[QuestionAnswerPair, ...]
    size: int
    source: IntentSource
    coherence: float


@dataclass(frozen=True, slots=True)
class Discovery:
    """The intents, largest first, and the intent of each question given (None: in no intent)."""

    intents: tuple[LearnedIntent, ...]
    assigned: tuple[IntentId | None, ...]


def assign_intents(
    questions: Sequence[AskedQuestion],
    vectors: Vectors,
    encode: Encode,
    *,
    existing: Sequence[AnswerTemplate] = (),
    max_intents: int | None = None,
    seed: int = 0,
) -> Discovery:
    """Intents of ``questions``, whose search vectors are ``vectors`` (n, d), L2-normalised.

    ``existing`` templates seed the intents they name. ``max_intents`` keeps the largest of the
    clustered intents; known ones always stay.
    """
    assigned: list[IntentId | None] = [None] * len(questions)
    names = {i: t.title for t in reversed(existing) for i in t.intents}
    sources = dict.fromkeys(names, IntentSource.EXISTING)
    _assign_tagged(questions, vectors, assigned, names, sources)
    known = _known(questions, vectors, assigned, existing, encode)
    _join(questions, vectors, assigned, known, encode)
    room = None if max_intents is None else max(0, max_intents - len(sources))
    _assign_clusters(questions, vectors, assigned, known[0], names, sources, room, seed)
    return Discovery(_describe(questions, vectors, assigned, names, sources), tuple(assigned))


def _assign_tagged(
    questions: Sequence[AskedQuestion],
    vectors: Vectors,
    assigned: list[IntentId | None],
    names: dict[IntentId, str],
    sources: dict[IntentId, IntentSource],
) -> None:
    openings = _openings(questions)
    topics = topic_tags([questions[i].tags for i in openings], vectors[openings])
    known = {slug(intent): intent for intent in names}
    topics = {tag: known.get(slug(tag), intent) for tag, intent in topics.items()}
    uses = Counter(tag for index in openings for tag in questions[index].tags)
    for index in openings:
        if any(tag in topics for tag in questions[index].tags):
            tag = most_specific(questions[index].tags, topics, uses)
            assigned[index] = intent = topics[tag]
            if intent not in sources:
                sources[intent] = IntentSource.TAG
                names[intent] = tag.replace("_", " ").replace("-", " ").strip().capitalize()


def _openings(questions: Sequence[AskedQuestion]) -> list[int]:
    """The first question of each conversation, which is what its tags are about."""
    first: dict[str, int] = {}
    for index, question in enumerate(questions):
        first.setdefault(question.transcript, index)
    return list(first.values())


def _known(
    questions: Sequence[AskedQuestion],
    vectors: Vectors,
    assigned: Sequence[IntentId | None],
    existing: Sequence[AnswerTemplate],
    encode: Encode,
) -> tuple[Known, Known]:
    """Questions and answers whose intent is known, from templates and from tagged conversations."""
    asked = [(text, t.intents[0]) for t in existing if t.intents for text in t.examples]
    said = [(text, t.intents[0]) for t in existing if t.intents for text in t.texts.values()]
    tagged = [index for index, intent in enumerate(assigned) if intent is not None]
    intents = tuple(intent for intent in assigned if intent is not None)
    replies = [
        (pair.answer, intent)
        for index, intent in zip(tagged, intents, strict=True)
        if (pair := questions[index].pair) is not None
    ]
    said += replies
    return (
        Known(
            np.concatenate(
                [_encoded([text for text, _ in asked], vectors, encode), vectors[tagged]]
            ),
            (*(intent for _, intent in asked), *intents),
        ),
        Known(
            _encoded([text for text, _ in said], vectors, encode),
            tuple(intent for _, intent in said),
        ),
    )


def _encoded(texts: Sequence[str], like: Vectors, encode: Encode) -> Vectors:
    return np.asarray(encode(texts), dtype=np.float32) if texts else like[:0]


def _join(
    questions: Sequence[AskedQuestion],
    vectors: Vectors,
    assigned: list[IntentId | None],
    known: tuple[Known, Known],
    encode: Encode,
) -> None:
    """Give untagged questions the known intent on which their wording and their answer agree."""
    if not known[0].intents:
        return
    unknown = [
        index
        for index, intent in enumerate(assigned)
        if intent is None and questions[index].stands_alone and questions[index].pair is not None
    ]
    answers = [pair.answer for index in unknown if (pair := questions[index].pair) is not None]
    found = join_known(*known, vectors[unknown], _encoded(answers, vectors, encode))
    for index, intent in zip(unknown, found, strict=True):
        assigned[index] = intent


def _assign_clusters(
    questions: Sequence[AskedQuestion],
    vectors: Vectors,
    assigned: list[IntentId | None],
    known: Known,
    names: dict[IntentId, str],
    sources: dict[IntentId, IntentSource],
    room: int | None,
    seed: int,
) -> None:
    """Cluster a sample of what is left; the rest joins the nearest cluster that it lies within."""
    left = np.array(
        [i for i, intent in enumerate(assigned) if intent is None and questions[i].stands_alone],
        dtype=np.int64,
    )
    order = sorted(left, key=lambda i: (short_hash(questions[i].text), questions[i].text))
    sample = np.array(order[:CLUSTERED_AT_MOST], dtype=np.int64)
    if room == 0 or not len(sample):
        return
    smallest = max(3, len(sample) // 1000)
    labels = cluster(vectors[sample], smallest=smallest, seed=seed).labels
    groups = _spread(_groups(sample, labels, vectors), left, vectors)
    groups = [group for group in groups if not _merged(group, vectors, assigned, known)]
    groups = sorted((g for g in groups if len(g) >= smallest), key=lambda g: (-len(g), g[0]))[:room]
    texts = {str(place): [questions[i].text for i in group] for place, group in enumerate(groups)}
    typical = {
        str(place): questions[_medoid(group, vectors, questions)].text
        for place, group in enumerate(groups)
    }
    for key, name in name_groups(texts, typical).items():
        intent = _cluster_id(name, typical[key], sources)
        names[intent], sources[intent] = name, IntentSource.CLUSTER
        for index in groups[int(key)]:
            assigned[index] = intent


def _merged(
    group: Indices, vectors: Vectors, assigned: list[IntentId | None], known: Known
) -> bool:
    """Whether a cluster turned out to be a known intent, to which its questions then belong."""
    intent = likely_intent(known, vectors[group])
    if intent is None:
        return False
    for index in group:
        assigned[index] = intent
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


def _medoid(members: Indices, vectors: Vectors, questions: Sequence[AskedQuestion]) -> int:
    """The question nearest to the centre; of equals, the first by its text."""
    cosines = np.round(vectors[members] @ vectors[members].mean(axis=0), 5)
    nearest = members[cosines == cosines.max()]
    return int(min(nearest, key=lambda index: questions[index].text))


def _describe(
    questions: Sequence[AskedQuestion],
    vectors: Vectors,
    assigned: Sequence[IntentId | None],
    names: Mapping[IntentId, str],
    sources: Mapping[IntentId, IntentSource],
) -> tuple[LearnedIntent, ...]:
    members: dict[IntentId, list[int]] = {intent: [] for intent in sources}
    for index, intent in enumerate(assigned):
        if intent is not None:
            members[intent].append(index)
    intents = [
        LearnedIntent(
            id=intent,
            name=names[intent],
            examples=_examples(questions, vectors, indices),
            pairs=tuple(pair for i in indices if (pair := questions[i].pair) is not None),
            size=len(indices),
            source=sources[intent],
            coherence=coherence(vectors[indices]) if indices else 0.0,
        )
        for intent, indices in members.items()
    ]
    return tuple(sorted(intents, key=lambda intent: (-intent.size, intent.id)))


def _examples(
    questions: Sequence[AskedQuestion], vectors: Vectors, indices: Sequence[int]
) -> tuple[str, ...]:
    """The most typical question, then such as differ most from those already chosen."""
    short = {questions[i].text: i for i in indices if len(questions[i].text) <= LONGEST_EXAMPLE}
    if not short:
        return ()
    pool = [short[text] for text in sorted(short)]
    space = vectors[pool]
    typical = space @ normalise(space.mean(axis=0, keepdims=True))[0]
    chosen = [int(typical.argmax())]
    nearest = space @ space[chosen[0]]
    while len(chosen) < min(EXAMPLES, len(pool)):
        worth = np.where(nearest < NEAR_DUPLICATE, typical - 0.5 * nearest, -np.inf)
        following = int(worth.argmax())
        if not np.isfinite(worth[following]):
            break
        chosen.append(following)
        nearest = np.maximum(nearest, space @ space[following])
    return tuple(questions[pool[place]].text for place in chosen)
