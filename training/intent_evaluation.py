"""How well an exported model does on texts that it has not seen: `evaluate intents`.

It asks the model one text at a time as serving does, and fits nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from knowledge import IntentId, lineage, parent_of, without_identifiers
from nlu import Model, Understanding
from nlu.head import Vector, probabilities_of
from training.errors import LabelledDataError
from training.labelled import LabelledText
from training.latency import Latency
from training.metrics import (
    Flags,
    Numbers,
    OperatingPoint,
    accuracy,
    auroc,
    calibration_error,
    macro_f1,
    operating_point,
)

_WARM_UP = 20


@dataclass(frozen=True, slots=True)
class IntentEvaluation:
    """The figures of one model on one data set.

    ``frozen_accuracy`` is that of logistic regression on the frozen encoder, from the same
    training and the same exported model, None where the encoder learned nothing because it cannot
    read; ``frozen_oos_auroc`` goes by its top probability. ``operating`` applies the threshold of
    whichever classifier read the text, and names that of the encoder's, where it has one. Both
    AUROCs are None without out-of-scope texts. ``unknown_intents`` names the intents in the data
    that the model was not trained on: their texts count as wrong. Of several intents of a text
    each is right. ``parent_accuracy`` asks only under which parent an intent stands, and is None
    where none stands under another.
    """

    accuracy: float
    parent_accuracy: float | None
    frozen_accuracy: float | None
    macro_f1: float
    ece: float
    operating: OperatingPoint
    oos_auroc: float | None
    frozen_oos_auroc: float | None
    latency_ms: Latency
    texts: int
    out_of_scope_texts: int
    unknown_intents: tuple[str, ...]


def evaluate_intents(
    model_directory: Path,
    data: Sequence[LabelledText],
    out_of_scope: Sequence[str] = (),
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> IntentEvaluation:
    """Ask the exported model about every text; raises DamagedModelError or LabelledDataError."""
    model = Model.open(model_directory)
    if not model.intents:
        raise LabelledDataError(f"{model_directory}: is a base encoder without intents; train one")
    if not data:
        raise LabelledDataError("there is no labelled text to evaluate on")
    for example in data[:_WARM_UP]:
        model.understand(example.text)
    asked = _ask(model, [example.text for example in data], progress, "evaluating")
    outside = _ask(model, out_of_scope, progress, "out of scope")
    number = {intent: index for index, intent in enumerate(model.intents)}
    top = np.array([number[each.understanding.intents[0].intent] for each in asked])
    truth = np.array([_truth(each, number, said) for each, said in zip(data, top, strict=True)])
    sure = np.array([each.understanding.intents[0].probability for each in asked])
    scores, strange = _scores(asked), _scores(outside)
    right, frozen = top == truth, _frozen(model, asked)
    labelled = {str(intent) for example in data for intent in example.intents}
    unknown = sorted(labelled - set(map(str, model.intents)))
    return IntentEvaluation(
        accuracy=accuracy(top, truth),
        parent_accuracy=_parent_accuracy(data, asked),
        frozen_accuracy=None if frozen is None else accuracy(frozen.argmax(1), truth),
        macro_f1=macro_f1(top, truth),
        ece=calibration_error(sure, right),
        operating=_operating(model, asked, right, outside),
        oos_auroc=auroc(scores, strange) if len(strange) else None,
        frozen_oos_auroc=_frozen_auroc(frozen, _frozen(model, outside)),
        latency_ms=Latency.of([each.seconds for each in asked]),
        texts=len(data),
        out_of_scope_texts=len(out_of_scope),
        unknown_intents=tuple(unknown),
    )


def _truth(example: LabelledText, number: Mapping[IntentId, int], said: int) -> int:
    """What is right: what was ``said`` where that is one of the text's intents; -1 if unknown."""
    known = [number.get(intent, -1) for intent in example.intents]
    return said if said in known else known[0]


def _parent_accuracy(data: Sequence[LabelledText], asked: Sequence[_Asked]) -> float | None:
    """How often the top intent and one of the text's stand under the same outermost parent."""
    if all(parent_of(intent) is None for example in data for intent in example.intents):
        return None
    right = [
        lineage(each.understanding.intents[0].intent)[-1]
        in {lineage(intent)[-1] for intent in example.intents}
        for example, each in zip(data, asked, strict=True)
    ]
    return sum(right) / len(right)


@dataclass(frozen=True, slots=True)
class _Asked:
    understanding: Understanding
    seconds: float


def _ask(
    model: Model, texts: Sequence[str], progress: Callable[[str, int, int], None], stage: str
) -> list[_Asked]:
    asked = []
    for done, text in enumerate(texts, start=1):
        started = time.perf_counter()
        understanding = model.understand(without_identifiers(text))
        asked.append(_Asked(understanding, time.perf_counter() - started))
        progress(stage, done, len(texts))
    return asked


def _frozen(model: Model, asked: Sequence[_Asked]) -> Vector | None:
    """What logistic regression on the frozen encoder says, (texts, intents), if there is one.

    The encoder's own intents come first among the model's, so that its classes number both.
    """
    if model.head is None or not asked:
        return None
    vectors = np.stack([each.understanding.vector for each in asked])
    return probabilities_of(model.head.probe(vectors))


def _frozen_auroc(inside: Vector | None, outside: Vector | None) -> float | None:
    if inside is None or outside is None:
        return None
    return auroc(inside.max(1).astype(np.float64), outside.max(1).astype(np.float64))


def _operating(
    model: Model, asked: Sequence[_Asked], right: Flags, outside: Sequence[_Asked]
) -> OperatingPoint:
    point = operating_point(0.0, _beyond_threshold(asked), right, _beyond_threshold(outside))
    first = model.calibration if model.head or not model.ngrams else model.ngrams.calibration
    return replace(point, threshold=first.threshold)


def _beyond_threshold(asked: Sequence[_Asked]) -> Numbers:
    """How far each score lies above the threshold of the classifier that gave it."""
    thresholds = np.array([each.understanding.threshold for each in asked], dtype=np.float64)
    return _scores(asked) - thresholds


def _scores(asked: Sequence[_Asked]) -> Numbers:
    return np.array([each.understanding.in_scope for each in asked], dtype=np.float64)
