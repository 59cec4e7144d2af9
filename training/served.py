"""The exported encoder, asked the way serving asks it.

The probe is fitted on what the int8 graph says to one text at a time, so that what was lost in
quantising is allowed for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from nlu.encoder import Encoder
from nlu.head import Head, Linear, Vector
from training.probe import fit_probe
from training.splits import Indices
from training.study import Study
from training.tuning import IntentTop

_PROBE_TEXTS = 20_000


def served_head(
    folder: Path,
    study: Study,
    model: IntentTop,
    probe: Linear,
    progress: Callable[[int, int], None],
) -> Head:
    """Return the head of the encoder exported to ``folder``, which learned from all texts.

    Up to 20,000 texts are encoded anew to fit the probe, with more ``probe`` serves as it is; those
    kept to compare messages with are encoded in any case.
    """
    encoder = Encoder(folder / "encoder.onnx", folder / "tokenizer.json")
    every = np.arange(len(study.texts.texts))
    near = study.neighbours(every)
    refit = len(every) <= _PROBE_TEXTS
    known = np.sort(every if refit else near)
    vectors = _encoded(encoder, [study.texts.texts[index] for index in known], progress)
    layer = model.head
    return Head(
        probe=_fitted(encoder, study, vectors) if refit else probe,
        tuned=Linear(
            layer.weight.detach().float().cpu().numpy(), layer.bias.detach().float().cpu().numpy()
        ),
        neighbours=_stored(vectors[np.searchsorted(known, near)]),
    )


def _fitted(encoder: Encoder, study: Study, vectors: Vector) -> Linear:
    names, labels = study.taught_names()
    named = _encoded(encoder, names, lambda *_: None)
    known: Indices = np.concatenate([study.texts.labels, labels])
    return fit_probe(np.concatenate([vectors, named]), known, len(study.texts.intents))


def _encoded(encoder: Encoder, texts: list[str], progress: Callable[[int, int], None]) -> Vector:
    vectors = np.empty((len(texts), encoder.dimension), dtype=np.float32)
    for row, text in enumerate(texts):
        vectors[row] = encoder.encode_for_search(text).vector
        progress(row + 1, len(texts))
    return vectors


def _stored(vectors: Vector) -> Vector:
    """Round to the half precision in which a model directory keeps them."""
    return vectors.astype(np.float16).astype(np.float32)
