"""What a person should look at among the labelled examples, before a model learns from them.

Confusable intents, suspected labels and near-duplicates, all from what the frozen encoder's probe
says out of fold. It changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.records import IntentId
from nlu.head import Vector
from training.labelled import LabelledText
from training.metrics import Flags
from training.mislabelled import Classes, Suspect, find_suspects
from training.near_duplicates import NearDuplicate, find_near_duplicates
from training.out_of_fold import out_of_fold

LEAST_CONFUSED = 2
EXAMPLES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class DoubtedExample:
    """An example that another intent claims; both probabilities are out of fold."""

    text: str
    intent: IntentId
    proposed: IntentId
    probability: float
    proposed_probability: float


@dataclass(frozen=True, slots=True)
class ConfusableIntents:
    """Two intents that the probe takes for each other in ``share`` of their examples."""

    one: IntentId
    other: IntentId
    confused: int
    share: float
    examples: tuple[LabelledText, ...]


@dataclass(frozen=True, slots=True)
class DuplicateExamples:
    """Two examples that say nearly the same; a conflict where their intents differ."""

    text: str
    intent: IntentId
    other_text: str
    other_intent: IntentId
    cosine: float

    @property
    def conflict(self) -> bool:
        """Whether the same question stands under two intents."""
        return self.intent != self.other_intent


@dataclass(frozen=True, slots=True)
class LabelReview:
    """What was found, each list with the most urgent first.

    ``accuracy`` is the share of the examples whose intent the probe finds out of fold; None where
    fewer than two intents have two examples.
    """

    examples: int
    intents: int
    accuracy: float | None
    suspects: tuple[DoubtedExample, ...]
    confusable: tuple[ConfusableIntents, ...]
    conflicts: tuple[DuplicateExamples, ...]
    duplicates: tuple[DuplicateExamples, ...]


def review_labels(
    examples: Sequence[LabelledText],
    vectors: Vector,
    *,
    settled: Collection[str] = (),
    unreadable: Collection[str] = (),
    seed: int = 0,
) -> LabelReview:
    """Review ``examples`` with their L2-normalised ``vectors`` (n, d).

    A text may stand under several intents: that is a conflict. ``settled`` are texts that a person
    has decided about; they teach, and are not asked about again. Of texts that are ``unreadable``
    to the encoder nothing is known: they are neither doubted nor counted as mixed up.
    """
    names = sorted({example.intent for example in examples})
    place = {name: number for number, name in enumerate(names)}
    labels = np.array([place[example.intent] for example in examples], dtype=np.int64)
    probabilities = out_of_fold(vectors, labels, len(names), seed=seed)
    read = np.array([example.text not in unreadable for example in examples])
    judged = probabilities.any(axis=1) & read
    right = probabilities.argmax(axis=1) == labels
    suspects = find_suspects(probabilities, labels)
    duplicates = _duplicates(examples, vectors, settled)
    return LabelReview(
        examples=len(examples),
        intents=len(names),
        accuracy=float(right[judged].mean()) if judged.any() else None,
        suspects=tuple(
            _doubted(each, examples, names)
            for each in suspects
            if judged[each.row] and examples[each.row].text not in settled
        ),
        confusable=_confusable(examples, labels, probabilities, judged, names),
        conflicts=tuple(each for each in duplicates if each.conflict),
        duplicates=tuple(each for each in duplicates if not each.conflict),
    )


def _doubted(
    suspect: Suspect, examples: Sequence[LabelledText], names: Sequence[IntentId]
) -> DoubtedExample:
    return DoubtedExample(
        text=examples[suspect.row].text,
        intent=names[suspect.given],
        proposed=names[suspect.proposed],
        probability=suspect.given_probability,
        proposed_probability=suspect.proposed_probability,
    )


def _confusable(
    examples: Sequence[LabelledText],
    labels: Classes,
    probabilities: Vector,
    judged: Flags,
    names: Sequence[IntentId],
) -> tuple[ConfusableIntents, ...]:
    said = probabilities.argmax(axis=1)
    wrong = np.flatnonzero(judged & (said != labels))
    pairs: dict[tuple[int, int], list[int]] = {}
    for row in sorted(wrong, key=lambda row: -probabilities[row, said[row]]):
        one, other = sorted((int(labels[row]), int(said[row])))
        pairs.setdefault((one, other), []).append(int(row))
    sizes = Counter(labels.tolist())
    found = [
        ConfusableIntents(
            one=names[one],
            other=names[other],
            confused=len(rows),
            share=len(rows) / (sizes[one] + sizes[other]),
            examples=tuple(examples[row] for row in rows[:EXAMPLES_SHOWN]),
        )
        for (one, other), rows in pairs.items()
        if len(rows) >= LEAST_CONFUSED
    ]
    return tuple(sorted(found, key=lambda each: (-each.confused, -each.share, each.one)))


def _duplicates(
    examples: Sequence[LabelledText], vectors: Vector, settled: Collection[str]
) -> list[DuplicateExamples]:
    texts = [example.text for example in examples]
    pairs: Sequence[NearDuplicate] = find_near_duplicates(texts, vectors)
    return [
        DuplicateExamples(
            text=texts[each.row],
            intent=examples[each.row].intent,
            other_text=texts[each.other],
            other_intent=examples[each.other].intent,
            cosine=each.cosine,
        )
        for each in pairs
        if not {texts[each.row], texts[each.other]} <= set(settled)
    ]
