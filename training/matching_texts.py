"""What classifiers said, made into the texts that the template matcher is calibrated on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from knowledge.records import IntentId
from nlu.calibration import Calibration
from nlu.head import probabilities_of
from training.match_calibration import LabelledVectors, StrangeVectors
from training.metrics import Numbers
from training.outcomes import Validated
from training.splits import Indices, TrainingTexts
from training.strangers import Strangers


def nothing_to_match() -> LabelledVectors:
    """Return the readable texts of a training that has none to validate on."""
    return LabelledVectors((), (), np.empty((0, 1), dtype=np.float32))


def for_matching(
    texts: TrainingTexts, validated: Sequence[Validated], calibration: Calibration
) -> LabelledVectors:
    """Return the validation texts with the probabilities of all intents, 0 for one held out."""
    chosen = np.concatenate([one.chosen for one in validated])
    return LabelledVectors(
        texts=[texts.texts[index] for index in chosen],
        intents=[texts.intents[texts.labels[index]] for index in chosen],
        vectors=np.concatenate([one.vectors for one in validated]),
        head_intents=texts.intents,
        head_probabilities=_probabilities(validated, len(texts.intents), calibration),
    )


def strange_for_matching(
    strangers: Strangers, intents: tuple[IntentId, ...], calibration: Calibration
) -> StrangeVectors | None:
    """Return the strangers with the probabilities of all intents, None where they are unknown."""
    if not strangers.said:
        return None
    chosen = np.concatenate([one.chosen for one in strangers.said])
    asked = LabelledVectors(
        texts=[strangers.texts[index] for index in chosen],
        intents=[IntentId("")] * len(chosen),
        vectors=np.concatenate([one.vectors for one in strangers.said]),
        head_intents=intents,
        head_probabilities=_probabilities(strangers.said, len(intents), calibration),
    )
    return StrangeVectors(asked, strangers.share)


def _probabilities(said: Sequence[Validated], intents: int, calibration: Calibration) -> Numbers:
    probabilities = np.zeros((sum(len(one.chosen) for one in said), intents))
    row = 0
    for one in said:
        logits = one.outputs.mixed(calibration) / calibration.temperature
        probabilities[row : row + len(logits), one.classes] = probabilities_of(logits)
        row += len(logits)
    return probabilities


def with_strangers(
    validated: LabelledVectors,
    kept_aside: LabelledVectors | None,
    strange: StrangeVectors | None,
    rng: np.random.Generator,
) -> tuple[LabelledVectors, LabelledVectors | None]:
    """Give the strangers to what is fitted on, and where texts are kept aside half of them to
    those."""
    if strange is None or kept_aside is None:
        return replace(validated, strange=strange), kept_aside
    order = rng.permutation(len(strange.asked.texts))
    half = len(order) // 2
    return (
        replace(validated, strange=_part(strange, order[half:])),
        replace(kept_aside, strange=_part(strange, order[:half])),
    )


def _part(strange: StrangeVectors, rows: Indices) -> StrangeVectors:
    asked = strange.asked
    assert asked.head_probabilities is not None
    part = replace(
        asked,
        texts=[asked.texts[row] for row in rows],
        intents=[asked.intents[row] for row in rows],
        vectors=asked.vectors[rows],
        head_probabilities=asked.head_probabilities[rows],
    )
    return replace(strange, asked=part)
