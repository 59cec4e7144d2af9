"""What validation showed of each intent: how many texts were read rightly, what they were taken
for, how far the probabilities can be trusted, and which were misread with the most conviction.

Texts are named by their digests alone, so that erasing a customer need not search models' reports.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from nlu.learned_from import text_digest
from nlu.validation import (
    Confused,
    IntentValidation,
    Misread,
    ReliabilityBin,
    ValidationReport,
)
from training.match_calibration import LabelledVectors

BINS: Final = 10
MOST_KEPT: Final = 100


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """The texts (n,), with what is right, what was said, and how probable that was called."""

    texts: list[str]
    truth: list[str]
    said: list[str]
    sure: np.ndarray[Any, np.dtype[np.float64]]


def validation_report(*readings: LabelledVectors | None) -> ValidationReport:
    """The report over what each classifier said to texts that it had not seen."""
    read = _joined([each for each in readings if each is not None])
    right = np.array([said == truth for said, truth in zip(read.said, read.truth, strict=True)])
    return ValidationReport(
        texts=len(read.texts),
        intents=_intents(read),
        confused=_confused(read),
        reliability=_reliability(read.sure, right),
        misread=_misread(read),
    )


def _joined(readings: list[LabelledVectors]) -> _Read:
    texts: list[str] = []
    truth: list[str] = []
    said: list[str] = []
    sure = [np.zeros(0)]
    for each in readings:
        if each.head_probabilities is None or not len(each.texts):
            continue
        texts += each.texts
        truth += map(str, each.intents)
        said += [str(each.head_intents[place]) for place in each.head_probabilities.argmax(1)]
        sure.append(each.head_probabilities.max(1).astype(np.float64))
    return _Read(texts, truth, said, np.concatenate(sure))


def _intents(read: _Read) -> tuple[IntentValidation, ...]:
    """Those with the smallest share of right readings first."""
    asked, said = Counter(read.truth), Counter(read.said)
    right = Counter(
        truth for truth, other in zip(read.truth, read.said, strict=True) if truth == other
    )
    found = (IntentValidation(each, asked[each], right[each], said[each]) for each in asked)
    return tuple(sorted(found, key=lambda each: (each.right / each.texts, each.intent)))


def _confused(read: _Read) -> tuple[Confused, ...]:
    pairs = Counter(
        (truth, said) for truth, said in zip(read.truth, read.said, strict=True) if truth != said
    )
    found = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Confused(*pair, count) for pair, count in found[:MOST_KEPT])


def _reliability(
    sure: np.ndarray[Any, np.dtype[np.float64]], right: np.ndarray[Any, Any]
) -> tuple[ReliabilityBin, ...]:
    """Bins of equal mass, from doubtful to sure."""
    order = np.argsort(sure, kind="stable")
    parts = np.array_split(order, min(BINS, len(order))) if len(order) else []
    return tuple(
        ReliabilityBin(len(part), float(sure[part].mean()), float(right[part].mean()))
        for part in parts
    )


def _misread(read: _Read) -> tuple[Misread, ...]:
    """The most convinced first."""
    wrong = [
        Misread(text_digest(text), truth, said, round(float(sure), 4))
        for text, truth, said, sure in zip(
            read.texts, read.truth, read.said, read.sure, strict=True
        )
        if truth != said
    ]
    return tuple(sorted(wrong, key=lambda each: -each.probability)[:MOST_KEPT])
