"""Questions to intents: those an editor wrote, those that tags name, and those that clusters show.

Known intents draw the questions that surely belong to them; what is left is clustered with the
number unknown (``training.discovered``). Ids come from content, so the same conversations in
another order, or learned again, give the same intents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.hierarchy import UNDER, parent_of
from knowledge.records import AnswerTemplate, IntentId, QuestionAnswerPair
from training.assignment import Assignment, IntentSource
from training.clustering import coherence
from training.continuity import NOTHING_EARLIER, Earlier
from training.discovered import discover
from training.naming import slug
from training.neighbourhoods import Vectors, normalise
from training.pairs import AskedQuestion
from training.seeds import Known, join_known, most_specific, topic_tags
from training.topics import find_topics

Encode = Callable[[Sequence[str]], NDArray[np.float32]]

EXAMPLES = 12
LONGEST_EXAMPLE = 300
NEAR_DUPLICATE = 0.95


@dataclass(frozen=True, slots=True)
class LearnedIntent:
    """An intent with the questions that show it.

    ``examples`` begin with the most typical question and then differ from each other as much as
    they can. ``size`` counts the questions, with or without an answer; ``coherence`` is their mean
    cosine to their centre. ``topic`` names what it stands under, or else has in common with other
    intents, if anything.
    """

    id: IntentId
    name: str
    examples: tuple[str, ...]
    pairs: tuple[QuestionAnswerPair, ...]
    size: int
    source: IntentSource
    coherence: float
    topic: str | None = None


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
    earlier: Earlier = NOTHING_EARLIER,
    max_intents: int | None = None,
) -> Discovery:
    """Intents of ``questions``, whose search vectors are ``vectors`` (n, d), L2-normalised.

    ``existing`` templates seed the intents they name; those discovered ``earlier`` keep their ids,
    names and questions while they still describe the conversations. ``max_intents`` keeps the
    largest of the clustered intents; known ones always stay.
    """
    found = Assignment(questions, vectors, [None] * len(questions))
    found.names.update({i: t.title for t in reversed(existing) for i in t.intents})
    found.sources.update(dict.fromkeys(found.names, IntentSource.EXISTING))
    _assign_tagged(found)
    known = _known(found, existing, encode)
    _join(found, known, encode)
    room = None if max_intents is None else max(0, max_intents - len(found.sources))
    discover(found, known[0], earlier, room)
    return Discovery(_describe(found), tuple(found.intents))


def _assign_tagged(found: Assignment) -> None:
    questions = found.questions
    openings = _openings(questions)
    topics = topic_tags([questions[i].tags for i in openings], found.vectors[openings])
    known = {slug(intent): intent for intent in found.names}
    topics = {tag: known.get(slug(tag), intent) for tag, intent in topics.items()}
    uses = Counter(tag for index in openings for tag in questions[index].tags)
    for index in openings:
        if any(tag in topics for tag in questions[index].tags):
            tag = most_specific(questions[index].tags, topics, uses)
            intent = topics[tag]
            if intent in found.sources:
                found.put([index], intent)
            else:
                name = tag.rpartition(UNDER)[2] or tag
                name = name.replace("_", " ").replace("-", " ").strip().capitalize()
                found.put_new([index], intent, name, IntentSource.TAG)


def _openings(questions: Sequence[AskedQuestion]) -> list[int]:
    """The first question of each conversation, which is what its tags are about."""
    first: dict[str, int] = {}
    for index, question in enumerate(questions):
        first.setdefault(question.transcript, index)
    return list(first.values())


def _known(
    found: Assignment, existing: Sequence[AnswerTemplate], encode: Encode
) -> tuple[Known, Known]:
    """Questions and answers whose intent is known, from templates and from tagged conversations."""
    asked = [(text, t.intents[0]) for t in existing if t.intents for text in t.examples]
    said = [(text, t.intents[0]) for t in existing if t.intents for text in t.texts.values()]
    questions, vectors = found.questions, found.vectors
    tagged = [index for index, intent in enumerate(found.intents) if intent is not None]
    intents = tuple(intent for intent in found.intents if intent is not None)
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


def _join(found: Assignment, known: tuple[Known, Known], encode: Encode) -> None:
    """Give untagged questions the known intent on which their wording and their answer agree."""
    if not known[0].intents:
        return
    questions, vectors = found.questions, found.vectors
    unknown = [index for index in found.left() if questions[index].pair is not None]
    answers = [pair.answer for index in unknown if (pair := questions[index].pair) is not None]
    joined = join_known(*known, vectors[unknown], _encoded(answers, vectors, encode))
    for index, intent in zip(unknown, joined, strict=True):
        found.intents[index] = intent


def _describe(found: Assignment) -> tuple[LearnedIntent, ...]:
    questions, vectors = found.questions, found.vectors
    members: dict[IntentId, list[int]] = {intent: [] for intent in found.sources}
    for index, intent in enumerate(found.intents):
        if intent is not None:
            members[intent].append(index)
    topics = find_topics(
        {intent: vectors[indices].mean(axis=0) for intent, indices in members.items() if indices},
        {intent: found.texts(indices) for intent, indices in members.items()},
    )
    intents = [
        LearnedIntent(
            id=intent,
            name=found.names[intent],
            examples=_examples(questions, vectors, indices),
            pairs=tuple(pair for i in indices if (pair := questions[i].pair) is not None),
            size=len(indices),
            source=found.sources[intent],
            coherence=coherence(vectors[indices]) if indices else 0.0,
            topic=parent_of(intent) or topics.get(intent),
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
