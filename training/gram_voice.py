"""The voice that character n-grams have in a sentiment model beside the encoder's heads.

The encoder was trained to tell what a text is about; words that merely judge it are easier told by
their letters. The n-grams learn from the same texts, and validation says what share they get.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from nlu.calibration import Calibration
from nlu.ngrams import NgramClassifier, NgramHead
from training.ngrams import fit_ngrams
from training.outcomes import Validated
from training.splits import Indices, TrainingTexts


def with_grams(
    texts: TrainingTexts, validated: Sequence[Validated], rng: np.random.Generator
) -> list[Validated]:
    """Return ``validated``, each with what n-grams say that learned from all other texts."""
    heard = []
    for one in validated:
        head = _fit(texts, np.setdiff1d(texts.taught, one.chosen), rng)
        said = [head.logits(head.vocabulary.weigh(texts.texts[at])) for at in one.chosen]
        logits = np.array(said, dtype=np.float32).reshape(len(said), len(texts.intents))
        heard.append(replace(one, outputs=replace(one.outputs, grams=logits)))
    return heard


def learn_voice(
    texts: TrainingTexts, learned: Indices, rng: np.random.Generator
) -> NgramClassifier:
    """Return the n-grams that learned from the texts ``learned``; they have no calibration."""
    return NgramClassifier(texts.intents, _fit(texts, learned, rng), Calibration())


def _fit(texts: TrainingTexts, chosen: Indices, rng: np.random.Generator) -> NgramHead:
    said = [texts.texts[at] for at in chosen]
    return fit_ngrams(said, texts.labels[chosen], rng, neighbours=0)
