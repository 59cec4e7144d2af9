"""Intents by character n-grams, for languages that the encoder cannot read.

A linear layer over TF-IDF weights, and the training texts that a message is compared with. Plain
numpy over what training wrote; it stands beside the encoder's head and knows nothing of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file

from knowledge.records import IntentId
from nlu.calibration import Calibration
from nlu.grams import GramVector, GramVocabulary
from nlu.head import Labels, Linear, Vector, nearest_of_each, probabilities_of
from nlu.opinion import Opinion, opinion_of

NGRAM_TENSORS: Final = "ngrams.safetensors"
NGRAM_RECORD: Final = "ngrams.json"


class GramNeighbours:
    """Training texts laid out by gram, so that a message meets only those it shares one with."""

    def __init__(self, rows: Sequence[GramVector], labels: Labels) -> None:
        """``labels`` (rows,) number their classes."""
        self.rows = tuple(rows)
        self.labels = labels
        lengths = [len(row.indices) for row in self.rows]
        grams = _joined([row.indices for row in self.rows], np.int64)
        order = np.argsort(grams, kind="stable")
        self._texts = np.repeat(np.arange(len(self.rows)), lengths)[order]
        self._values = _joined([row.values for row in self.rows], np.float32)[order]
        self._starts = np.searchsorted(grams[order], np.arange(grams.max(initial=-1) + 2))

    def nearest(self, vector: GramVector, classes: int) -> Vector:
        """Return the cosine to the nearest training text of each class."""
        cosines = np.zeros(len(self.rows), dtype=np.float32)
        for gram, value in zip(vector.indices, vector.values, strict=True):
            if gram + 1 < len(self._starts):
                held = slice(self._starts[gram], self._starts[gram + 1])
                cosines[self._texts[held]] += value * self._values[held]
        return nearest_of_each(cosines, self.labels, classes)

    def to_tensors(self) -> dict[str, NDArray[np.generic]]:
        """Return the rows one after another, where each ends, and their classes."""
        return {
            "neighbours.grams": _joined([row.indices for row in self.rows], np.int32),
            "neighbours.values": _joined([row.values for row in self.rows], np.float16),
            "neighbours.ends": np.cumsum([len(row.indices) for row in self.rows], dtype=np.int64),
            "neighbours.labels": self.labels.astype(np.int32),
        }

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, NDArray[np.generic]]) -> GramNeighbours:
        """Read what ``to_tensors`` gave; raises KeyError where a tensor is absent."""
        grams = tensors["neighbours.grams"].astype(np.int64)
        values = tensors["neighbours.values"].astype(np.float32)
        ends = tensors["neighbours.ends"].astype(np.int64)[:-1]
        parts = zip(np.split(grams, ends), np.split(values, ends), strict=True)
        rows = [GramVector(*part) for part in parts] if len(grams) else []
        return cls(rows, tensors["neighbours.labels"].astype(np.int64))


@dataclass(frozen=True, slots=True, eq=False)
class NgramHead:
    """``linear`` reads the grams of ``vocabulary``; ``neighbours`` are training texts."""

    vocabulary: GramVocabulary
    linear: Linear
    neighbours: GramNeighbours

    def logits(self, vector: GramVector) -> Vector:
        """Return logits of shape (classes,)."""
        logits: Vector = self.linear.weight[:, vector.indices] @ vector.values + self.linear.bias
        return logits

    def nearest(self, vector: GramVector) -> Vector:
        """Return the cosine to the nearest training text of each class."""
        return self.neighbours.nearest(vector, len(self.linear.bias))


@dataclass(frozen=True, slots=True, eq=False)
class NgramClassifier:
    """A head with the ``intents`` that it was trained on, in the order of its logits."""

    intents: tuple[IntentId, ...]
    head: NgramHead
    calibration: Calibration

    def read(self, text: str) -> Opinion:
        """Return what ``text`` means; a text without a known gram is in no scope."""
        vector = self.head.vocabulary.weigh(text)
        nearest = self.head.nearest(vector)
        found = opinion_of(
            self.head.logits(vector),
            lambda intent: float(nearest[intent]),
            self.intents,
            self.calibration,
        )
        return found if len(vector.indices) else found.of_the_unreadable()

    def probabilities(self, text: str) -> Vector:
        """Return those of ``intents``, in their order."""
        logits = self.head.logits(self.head.vocabulary.weigh(text))
        return probabilities_of(logits / self.calibration.temperature)

    def write(self, directory: Path) -> None:
        """Write the two files that ``open`` reads; weights in half precision."""
        vocabulary, linear = self.head.vocabulary, self.head.linear
        tensors: dict[str, NDArray[Any]] = {
            "weight": np.ascontiguousarray(linear.weight, dtype=np.float16),
            "bias": np.ascontiguousarray(linear.bias, dtype=np.float32),
            "rarity": np.ascontiguousarray(vocabulary.rarity, dtype=np.float32),
            **self.head.neighbours.to_tensors(),
        }
        save_file(tensors, directory / NGRAM_TENSORS)
        record = {
            "intents": self.intents,
            "grams": vocabulary.grams,
            "unseen": vocabulary.unseen,
            "calibration": self.calibration.to_json(),
        }
        text = json.dumps(record, indent=1, ensure_ascii=False)
        (directory / NGRAM_RECORD).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def open(cls, directory: Path) -> NgramClassifier:
        """Read what ``write`` wrote; raises ValueError or KeyError where it does not fit."""
        tensors = load_file(directory / NGRAM_TENSORS)
        record = json.loads((directory / NGRAM_RECORD).read_text(encoding="utf-8"))
        intents = tuple(IntentId(name) for name in record["intents"])
        vocabulary = GramVocabulary(record["grams"], tensors["rarity"], float(record["unseen"]))
        linear = Linear(tensors["weight"].astype(np.float32), tensors["bias"])
        if linear.weight.shape != (len(intents), len(vocabulary)):
            raise ValueError(
                f"{NGRAM_TENSORS} weighs {linear.weight.shape}, {NGRAM_RECORD} names "
                f"{len(intents)} intents and {len(vocabulary)} n-grams"
            )
        near = tensors["neighbours.grams"]
        if near.size and not 0 <= near.min() <= near.max() < len(vocabulary):
            raise ValueError(f"{NGRAM_TENSORS} compares n-grams that {NGRAM_RECORD} lacks")
        neighbours = GramNeighbours.from_tensors(tensors)
        calibration = Calibration.from_json(record["calibration"])
        return cls(intents, NgramHead(vocabulary, linear, neighbours), calibration)


def _joined(parts: Sequence[NDArray[np.generic]], kind: type[np.generic]) -> NDArray[np.generic]:
    return np.concatenate([np.empty(0, dtype=kind), *parts]).astype(kind)
