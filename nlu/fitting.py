"""Whether the files of a model directory fit together, beyond being the ones that were written.

A manifest tells that nothing changed since; it does not tell that what was written makes a model.
So shapes are compared, and the encoder is asked once before any customer is.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from safetensors import safe_open

from nlu.encoder import Encoder
from nlu.head import Head, Linear
from nlu.head import Labels as Classes
from nlu.labels import Labels
from nlu.ngrams import NgramClassifier

_OBJECTS: Final = {
    "config.json": ("model_type",),
    "metrics.json": (),
    "training.json": ("libraries", "quantisation"),
}
_LONG: Final = "a word " * 300


def check_unread_files(directory: Path) -> None:
    """Raise where what only training reads is not what its name says; weights stay on the disk."""
    for name, keys in _OBJECTS.items():
        document = read_json(directory / name)
        if not isinstance(document, dict) or any(key not in document for key in keys):
            raise ValueError(f"{name} is no object that tells {', '.join(keys) or 'figures'}")
    with safe_open(directory / "model.safetensors", framework="numpy") as weights:
        if not weights.keys():
            raise ValueError("model.safetensors holds no weights")


def read_labels(path: Path) -> Labels:
    """What is told apart; raises ValueError for anything but different, non-empty names."""
    labels = Labels.from_json(read_json(path))
    if not all(labels.names) or len(set(labels.names)) < len(labels.names):
        raise ValueError(f"{path.name} is no list of different names")
    return labels


def read_json(path: Path) -> Any:
    """A JSON file's content."""
    return json.loads(path.read_text(encoding="utf-8"))


def check_fit(encoder: Encoder, head: Head | None, intents: Sequence[str]) -> None:
    """Ask the encoder, and raise ValueError where its answer, head and intents do not fit.

    Tried are an empty text, one longer than it reads, and the last word of the vocabulary.
    """
    for text in ("", "a", _LONG):
        encoding = encoder.encode(text)
        _check_array("the encoder's vector", encoding.vector, (encoder.dimension,))
        if (head is None) != (encoding.features is None):
            raise ValueError("intents stand without an encoder for them, or it without intents")
    encoder.try_vocabulary()
    if head is not None and encoding.features is not None:
        _check_linear("probe", head.probe, (len(intents), encoder.dimension))
        _check_linear("tuned", head.tuned, (len(intents), *encoding.features.shape))
        near = head.neighbours
        _check_array("neighbours", near.vectors, (len(near.vectors), encoder.dimension))
        _check_classes(near.labels, len(near.vectors), len(intents))


def check_ngrams(ngrams: NgramClassifier) -> None:
    """Raise ValueError where the n-grams' intents, vocabulary and numbers do not fit."""
    intents, head = ngrams.intents, ngrams.head
    grams = head.vocabulary.grams
    for names in (intents, grams):
        distinct = {name for name in names if isinstance(name, str) and name}
        if not names or len(distinct) < len(names):
            raise ValueError("the n-grams or their intents are no list of different names")
    _check_linear("weight", head.linear, (len(intents), len(grams)))
    _check_array("rarity", head.vocabulary.rarity, (len(grams),))
    _check_array("unseen", np.asarray(head.vocabulary.unseen), ())
    for row in head.neighbours.rows:
        _check_array("neighbours.values", row.values, row.indices.shape)
    _check_classes(head.neighbours.labels, len(head.neighbours.rows), len(intents))


def _check_classes(labels: Classes, texts: int, classes: int) -> None:
    _check_array("neighbours.labels", labels, (texts,))
    if texts and not 0 <= labels.min() <= labels.max() < classes:
        raise ValueError("neighbours.labels names intents that labels.json lacks")


def _check_linear(name: str, layer: Linear, shape: tuple[int, ...]) -> None:
    _check_array(f"{name}.weight", layer.weight, shape)
    _check_array(f"{name}.bias", layer.bias, shape[:1])


def _check_array(name: str, array: np.ndarray, shape: tuple[int, ...]) -> None:
    if array.shape != shape:
        raise ValueError(f"{name} has the shape {array.shape} where {shape} belongs")
    if not np.isfinite(array).all():
        raise ValueError(f"{name} holds what is no number")
