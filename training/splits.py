"""Preparing labelled texts: duplicates out, classes numbered, texts and intents held out.

Everything here is decided by the seed alone.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from knowledge import IntentId, without_identifiers
from training.errors import LabelledDataError
from training.labelled import SEPARATOR, LabelledText

Indices = NDArray[np.int64]

FEWEST_VALIDATING: Final = 300
"""Texts given to validate on: fewer tell less than those that a training would spare by itself."""
_SHORTEST_NAME = 4
_FIRST_CJK = 0x2E80


@dataclass(frozen=True, slots=True, eq=False)
class TrainingTexts:
    """``texts`` without duplicates; ``labels`` (texts,) number ``intents``, sorted by name.

    A text of several intents is labelled with the rarest; ``also`` (pairs, 2) names texts and their
    further labels. ``said`` are the different texts as they were given, with the identifiers that
    are read as none.
    ``spared`` are the texts that only validate: nothing learns from them.
    ``names`` says what each intent is called, in words, "" where it has no name that says anything.
    ``conflicting`` counts texts that came with other intents elsewhere: each is kept under those
    that it came with most often.
    """

    texts: tuple[str, ...]
    said: tuple[str, ...]
    labels: Indices
    also: Indices
    spared: Indices
    intents: tuple[IntentId, ...]
    names: tuple[str, ...]
    duplicates: int
    conflicting: int
    digest: str

    @property
    def counts(self) -> Indices:
        """How many texts each intent has."""
        return np.bincount(self.labels, minlength=len(self.intents))

    @property
    def taught(self) -> Indices:
        """The texts that may be learned from."""
        return np.setdiff1d(np.arange(len(self.texts)), self.spared)

    def also_of(self, chosen: Indices) -> Indices:
        """Return the pairs of ``also`` whose texts are among ``chosen``."""
        return self.also[np.isin(self.also[:, 0], chosen)]

    def of_none_but(self, classes: Indices) -> Indices:
        """Return the texts all of whose labels are among ``classes``."""
        others = self.also[~np.isin(self.also[:, 1], classes), 0]
        return np.setdiff1d(np.flatnonzero(np.isin(self.labels, classes)), others)

    def best_meant(self, chosen: Indices, scores: NDArray[np.float32]) -> Indices:
        """Return, for each of the texts ``chosen``, the label that ``scores`` favours of its own.

        ``scores`` (chosen, intents) are any that grow with the probability.
        """
        meant = self.labels[chosen].copy()
        rows = {text: row for row, text in enumerate(chosen.tolist())}
        for text, label in self.also.tolist():
            row = rows.get(text)
            if row is not None and scores[row, label] > scores[row, meant[row]]:
                meant[row] = label
        return meant


def prepare(
    examples: Sequence[LabelledText], validation: Sequence[LabelledText] = ()
) -> TrainingTexts:
    """Return the distinct texts, without identifiers, as messages are read when serving.

    What stands in ``validation`` alone is spared; texts of ``examples`` do not validate.
    Raises LabelledDataError for fewer than two intents, for too few texts that can validate, and
    for labels among them that nothing teaches.
    """
    votes = _votes(examples)
    meant = {text: count.most_common(1)[0][0] for text, count in votes.items()}
    uses = Counter(intent for several in meant.values() for intent in several)
    chosen = _rarest(meant, uses)
    intents = tuple(sorted(set(chosen.values())))
    if len(intents) < 2:
        raise LabelledDataError(
            f"the labelled texts have {len(intents)} intent; a classifier needs at least two"
        )
    if validation:
        asked = _asked(validation, meant, intents)
        meant |= asked
        chosen |= {
            text: min(several, key=lambda i: (uses[i], i)) for text, several in asked.items()
        }
    number = {intent: index for index, intent in enumerate(intents)}
    also = [
        (place, number[intent])
        for place, (text, several) in enumerate(meant.items())
        for intent in several
        if intent != chosen[text] and intent in number
    ]
    return TrainingTexts(
        texts=tuple(chosen),
        said=tuple(dict.fromkeys(example.text for example in (*examples, *validation))),
        labels=np.array([number[intent] for intent in chosen.values()], dtype=np.int64),
        also=np.array(also, dtype=np.int64).reshape(-1, 2),
        spared=np.arange(len(votes), len(chosen)),
        intents=intents,
        names=tuple(words_of(intent) for intent in intents),
        duplicates=len(examples) + len(validation) - len(chosen),
        conflicting=sum(len(count) > 1 for count in votes.values()),
        digest=_digest(examples, validation),
    )


def _votes(examples: Sequence[LabelledText]) -> dict[str, Counter[tuple[IntentId, ...]]]:
    """How often each text, as it is read, came with which intents."""
    votes: dict[str, Counter[tuple[IntentId, ...]]] = {}
    for example in examples:
        text = " ".join(without_identifiers(example.text).split())
        votes.setdefault(text, Counter())[tuple(sorted(example.intents))] += 1
    return votes


def _rarest(
    meant: Mapping[str, tuple[IntentId, ...]], uses: Counter[IntentId]
) -> dict[str, IntentId]:
    """The intent of each text that has the fewest ``uses``."""
    return {text: min(several, key=lambda i: (uses[i], i)) for text, several in meant.items()}


def _asked(
    validation: Sequence[LabelledText], taught: Container[str], intents: Sequence[IntentId]
) -> dict[str, tuple[IntentId, ...]]:
    """The texts that can validate, with those of their labels that are taught."""
    votes = {text: count for text, count in _votes(validation).items() if text not in taught}
    meant = {text: count.most_common(1)[0][0] for text, count in votes.items()}
    known = {text: tuple(i for i in several if i in intents) for text, several in meant.items()}
    if strange := sorted({meant[text][0] for text, several in known.items() if not several}):
        raise LabelledDataError(
            f"{len(strange)} of the labels to validate on are taught by no text, such as "
            f"{strange[0]}; teach them, or leave such texts out"
        )
    if len(known) < FEWEST_VALIDATING:
        raise LabelledDataError(
            f"{len(known):,} texts to validate on are left without those that are learned from; "
            f"it takes {FEWEST_VALIDATING}"
        )
    return known


def _digest(examples: Sequence[LabelledText], validation: Sequence[LabelledText]) -> str:
    parts = [
        "\n".join(f"{each.text}\t{SEPARATOR.join(each.intents)}" for each in part)
        for part in (examples, validation)
        if part
    ]
    return hashlib.sha256("\n\n".join(parts).encode()).hexdigest()


def words_of(intent: str) -> str:
    """Return the words that an intent's id is made of, "" where it is but a number or a code.

    >>> words_of("card_notWorking")
    'card not working'
    >>> words_of("INT-0042")
    ''
    """
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", intent)
    words = re.split(r"[\W_]+", apart.lower())
    if any(character.isdigit() for character in intent):
        return ""
    said = " ".join(word for word in words if word)
    enough = len(said) >= _SHORTEST_NAME or any(ord(character) >= _FIRST_CJK for character in said)
    return said if enough else ""


def hold_out_texts(labels: Indices, share: float, rng: np.random.Generator) -> Indices:
    """Return indices of about ``share`` of each class's texts; every class keeps one or more.

    What a class's size leaves over is settled by chance, so that small classes are held out too.
    """
    held: list[Indices] = []
    for label in np.unique(labels):
        members = rng.permutation(np.flatnonzero(labels == label))
        count = int(len(members) * share + rng.random())
        held.append(members[: min(count, len(members) - 1)])
    return np.sort(np.concatenate(held))


def fold_texts(labels: Indices, folds: int, rng: np.random.Generator) -> list[Indices]:
    """Return ``folds`` disjoint parts, each class spread evenly; single texts are in none."""
    parts: list[list[int]] = [[] for _ in range(folds)]
    for label in np.unique(labels):
        members = rng.permutation(np.flatnonzero(labels == label))
        first = int(rng.integers(folds))
        if len(members) > 1:
            for position, index in enumerate(members):
                parts[(first + position) % folds].append(int(index))
    return [np.array(sorted(part), dtype=np.int64) for part in parts]


def fold_classes(classes: int, folds: int, rng: np.random.Generator) -> list[Indices]:
    """Return ``folds`` disjoint groups of class numbers."""
    return [np.sort(part) for part in np.array_split(rng.permutation(classes), folds)]


def capped_sample(labels: Indices, cap: int, rng: np.random.Generator) -> Indices:
    """Return at most ``cap`` indices, rare classes kept whole before frequent ones are thinned."""
    if len(labels) <= cap:
        return np.arange(len(labels))
    rank = np.empty(len(labels), dtype=np.int64)
    for label in np.unique(labels):
        members = rng.permutation(np.flatnonzero(labels == label))
        rank[members] = np.arange(len(members))
    return np.sort(np.argsort(rank, kind="stable")[:cap])
