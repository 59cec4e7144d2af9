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

NEAREST = 5
_FLOOR = 1e-6


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
class Head:
    """``probe`` reads the frozen search vector, ``tuned`` the fine-tuned intent features.

    ``neighbours`` (texts, dimension) are search vectors of training texts, float32, normalised.
    """

    probe: Linear
    tuned: Linear
    neighbours: Vector

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, NDArray[np.generic]]) -> Head:
        """Read the tensors of head.safetensors; raises KeyError where one is absent."""

        def read(name: str) -> Vector:
            return np.ascontiguousarray(tensors[name], dtype=np.float32)

        return cls(
            Linear(read("probe.weight"), read("probe.bias")),
            Linear(read("tuned.weight"), read("tuned.bias")),
            read("neighbours.vectors"),
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
            "neighbours.vectors": self.neighbours.astype(np.float16),
        }
        return {name: np.ascontiguousarray(tensor) for name, tensor in tensors.items()}

    def logits(self, vector: Vector, features: Vector, probe_weight: float) -> Vector:
        """Return the average of both heads' logits, the probe's counting ``probe_weight``."""
        tuned = self.tuned(features)
        if probe_weight == 0.0:
            return tuned
        mixed: Vector = (1.0 - probe_weight) * tuned + probe_weight * self.probe(vector)
        return mixed

    def similarity(self, vector: Vector) -> float:
        """Return the mean cosine of ``vector`` to its ``NEAREST`` training texts, 0 without any."""
        if len(self.neighbours) == 0:
            return 0.0
        return mean_of_largest(self.neighbours @ vector, NEAREST)


def mean_of_largest(values: Vector, count: int) -> float:
    """Return the mean of the ``count`` largest values, or of all where there are fewer."""
    if len(values) > count:
        values = np.partition(values, len(values) - count)[-count:]
    return float(values.mean())


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
