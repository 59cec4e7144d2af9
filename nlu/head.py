"""The classification heads of a model, and the training texts it compares with.

Turns one encoder pass (search vector, intent features) into logits and the signals that tell
whether the message is in scope. Plain numpy; it knows no text.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from nlu.calibration import ScopeSignals

Vector: TypeAlias = NDArray[np.float32]
Labels: TypeAlias = NDArray[np.int64]

_FLOOR = 1e-6
_AT_ONCE = 256


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """A linear layer: ``weight`` (classes, dimension) and ``bias`` (classes), float32."""

    weight: Vector
    bias: Vector

    def __call__(self, features: Vector) -> Vector:
        """Return logits of shape (..., classes) for features of shape (..., dimension)."""
        logits: Vector = features @ self.weight.T + self.bias
        return logits


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """Search ``vectors`` (texts, dimension) of training texts, float32 and normalised.

    ``labels`` (texts,) number their classes.
    """

    vectors: Vector
    labels: Labels

    def similarity(self, vector: Vector, label: int) -> float:
        """Return the cosine of ``vector`` to the nearest text of one class; 0 without any."""
        return float((self.vectors[self.labels == label] @ vector).max(initial=0.0))

    def nearest(self, vectors: Vector, classes: int) -> Vector:
        """Return (n, classes) cosines of ``vectors`` (n, dimension) to the nearest text of each."""
        found = np.zeros((len(vectors), classes), dtype=np.float32)
        order = np.argsort(self.labels, kind="stable")
        present, starts = np.unique(self.labels[order], return_index=True)
        texts = self.vectors[order].T
        for start in range(0, len(vectors) if len(present) else 0, _AT_ONCE):
            block = slice(start, start + _AT_ONCE)
            cosines = np.maximum.reduceat(vectors[block] @ texts, starts, axis=1)
            found[block, present] = np.maximum(cosines, 0.0)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """``probe`` reads the frozen search vector, ``tuned`` the fine-tuned intent features."""

    probe: Linear
    tuned: Linear
    neighbours: Neighbours

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, NDArray[np.generic]]) -> Head:
        """Read the tensors of head.safetensors; raises KeyError where one is absent."""

        def read(name: str) -> Vector:
            return np.ascontiguousarray(tensors[name], dtype=np.float32)

        return cls(
            Linear(read("probe.weight"), read("probe.bias")),
            Linear(read("tuned.weight"), read("tuned.bias")),
            Neighbours(read("neighbours.vectors"), tensors["neighbours.labels"].astype(np.int64)),
        )

    def to_tensors(self) -> dict[str, NDArray[np.generic]]:
        """Return the tensors of head.safetensors; neighbours are stored in half precision.

        They are laid out row by row, because safetensors writes an array's memory as it lies.
        """
        tensors = {
            "probe.weight": self.probe.weight,
            "probe.bias": self.probe.bias,
            "tuned.weight": self.tuned.weight,
            "tuned.bias": self.tuned.bias,
            "neighbours.vectors": self.neighbours.vectors.astype(np.float16),
            "neighbours.labels": self.neighbours.labels.astype(np.int32),
        }
        return {name: np.ascontiguousarray(tensor) for name, tensor in tensors.items()}

    def logits(
        self, vector: Vector, features: Vector, probe_weight: float, others_weight: float = 0.0
    ) -> Vector:
        """Return the average of both heads' logits, the probe's counting ``probe_weight``.

        ``others_weight`` is left to whoever adds theirs.
        """
        mixed: Vector = (1.0 - probe_weight - others_weight) * self.tuned(features)
        if probe_weight == 0.0:
            return mixed
        return mixed + probe_weight * self.probe(vector)


def nearest_of_each(cosines: Vector, labels: Labels, classes: int) -> Vector:
    """Return the largest of ``cosines`` (texts,) in each class; 0 for a class without texts."""
    nearest = np.zeros(classes, dtype=np.float32)
    np.maximum.at(nearest, labels, cosines)
    return nearest


def probabilities_of(logits: Vector) -> Vector:
    """Return the softmax over the last axis."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    probabilities: Vector = powers / powers.sum(axis=-1, keepdims=True)
    return probabilities


def scope_signals(logits: Vector, probabilities: Vector, similarity: float) -> ScopeSignals:
    """Return the signals of one message from its logits (after temperature) of shape (classes,)."""
    top = float(probabilities.max())
    second = float(np.partition(probabilities, -2)[-2]) if len(probabilities) > 1 else 0.0
    largest = float(logits.max())
    return ScopeSignals(
        confidence=math.log(max(top, _FLOOR) / max(1.0 - top, _FLOOR)),
        margin=math.log(max(top, _FLOOR) / max(second, _FLOOR)),
        energy=largest + math.log(float(np.exp(logits - largest).sum())),
        similarity=similarity,
    )
