"""Which texts the encoder learns from, and which are left to character n-grams.

Each learns what it will be asked about: the encoder the texts that its vocabulary can read, the
n-grams the others. It decides by token ids alone and knows no language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from nlu.encoder import is_readable
from training.metrics import Flags
from training.onnx_export import unknown_token
from training.splits import Indices, TrainingTexts
from training.unlabelled import NONE, Unlabelled

if TYPE_CHECKING:
    from training.base_model import BaseModel

FEWEST_TEXTS = 20
_SMALL_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Shares:
    """The texts of either classifier, None where it has nothing to learn; ``unreadable`` counts."""

    encoder: TrainingTexts | None
    ngrams: TrainingTexts | None
    unreadable: int


def share_out(texts: TrainingTexts, base: BaseModel) -> Shares:
    """Return each classifier's texts.

    Fewer than ``FEWEST_TEXTS``, or texts of a single intent, are too few to learn from apart: they
    stay with the others. So do the few texts, such as brand names, that can be read where nine in
    ten cannot. The n-grams validate on each of their texts in turn and need none spared.
    """
    readable = readable_by(base, texts.texts)
    read, unread = np.flatnonzero(readable), np.flatnonzero(~readable)
    if not _are_enough(texts, unread):
        if not _is_most(unread, texts):
            return Shares(texts, None, len(unread))
        return Shares(None, _taught(texts), len(unread))
    if not _are_enough(texts, read) or len(read) < _SMALL_SHARE * len(texts.texts):
        return Shares(None, _taught(texts), len(unread))
    return Shares(_part(texts, read), _taught(_part(texts, unread)), len(unread))


def readable_by(base: BaseModel, texts: Sequence[str]) -> Flags:
    """Which of the texts the vocabulary of ``base`` can read."""
    encoded = base.tokenizer.encode_batch(list(texts))
    unknown = unknown_token(base.tokenizer)
    return np.array([is_readable(each, unknown) for each in encoded], dtype=np.bool_)


def share_out_unlabelled(
    unlabelled: Unlabelled, shares: Shares, base: BaseModel
) -> tuple[Unlabelled, Unlabelled]:
    """Return the questions that the encoder's classifier will be asked, and those of the n-grams.

    What the encoder cannot read is asked of nobody where there are no n-grams.
    """
    if shares.encoder is None:
        return NONE, unlabelled
    readable = readable_by(base, unlabelled.texts)
    unread = unlabelled.part(list(~readable)) if shares.ngrams is not None else NONE
    return unlabelled.part(list(readable)), unread


def _are_enough(texts: TrainingTexts, chosen: Indices) -> bool:
    taught = np.setdiff1d(chosen, texts.spared)
    return len(taught) >= FEWEST_TEXTS and len(np.unique(texts.labels[taught])) > 1


def _is_most(chosen: Indices, texts: TrainingTexts) -> bool:
    return 2 * len(chosen) > len(texts.texts)


def _taught(texts: TrainingTexts) -> TrainingTexts:
    return _part(texts, texts.taught) if len(texts.spared) else texts


def _part(texts: TrainingTexts, chosen: Indices) -> TrainingTexts:
    """Return the chosen texts with the intents that they teach, numbered anew."""
    classes = np.unique(texts.labels[np.setdiff1d(chosen, texts.spared)])
    chosen = chosen[np.isin(texts.labels[chosen], classes)]
    also = texts.also[np.isin(texts.also, chosen)[:, 0] & np.isin(texts.also, classes)[:, 1]]
    return replace(
        texts,
        texts=tuple(texts.texts[index] for index in chosen),
        spared=np.flatnonzero(np.isin(chosen, texts.spared)),
        labels=np.searchsorted(classes, texts.labels[chosen]),
        also=np.stack(
            [np.searchsorted(chosen, also[:, 0]), np.searchsorted(classes, also[:, 1])], axis=1
        ),
        intents=tuple(texts.intents[number] for number in classes),
        names=tuple(texts.names[number] for number in classes),
    )
