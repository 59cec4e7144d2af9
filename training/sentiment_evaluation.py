"""How well an exported sentiment model does on texts that it has not seen: `evaluate sentiment`.

It asks the model one text at a time as serving does, and fits nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nlu import Model
from training.errors import LabelledDataError
from training.labelled import LabelledText
from training.latency import Latency
from training.metrics import accuracy, macro_f1

_WARM_UP = 20


@dataclass(frozen=True, slots=True)
class SentimentEvaluation:
    """The figures of one model on one data set.

    ``frozen_accuracy`` is that of logistic regression on the frozen encoder, of the same training.
    Texts under ``unknown_labels``, which the model was not trained on, count as wrong.
    """

    accuracy: float
    frozen_accuracy: float
    macro_f1: float
    latency_ms: Latency
    texts: int
    unknown_labels: tuple[str, ...]


def evaluate_sentiment(
    model_directory: Path,
    data: Sequence[LabelledText],
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> SentimentEvaluation:
    """Ask the exported model about every text; raises ModelError or LabelledDataError."""
    model = Model.open(model_directory, task="sentiment")
    if model.head is None or not data:
        raise LabelledDataError("there is no labelled text, or the model has no labels to compare")
    for example in data[:_WARM_UP]:
        model.understand(example.text)
    number = {label: index for index, label in enumerate(model.intents)}
    truth = np.array([number.get(example.intent, -1) for example in data])
    top, vectors, seconds = [], [], []
    for done, example in enumerate(data, start=1):
        started = time.perf_counter()
        meant = model.understand(example.text)
        seconds.append(time.perf_counter() - started)
        top.append(number[meant.intents[0].intent])
        vectors.append(meant.vector)
        progress("evaluating", done, len(data))
    frozen = model.head.probe(np.stack(vectors)).argmax(1)
    return SentimentEvaluation(
        accuracy=accuracy(np.array(top), truth),
        frozen_accuracy=accuracy(frozen, truth),
        macro_f1=macro_f1(np.array(top), truth),
        latency_ms=Latency.of(seconds),
        texts=len(data),
        unknown_labels=tuple(sorted({str(each.intent) for each in data} - set(map(str, number)))),
    )
