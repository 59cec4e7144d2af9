"""The exported encoder, asked the way serving asks it.

The probe is fitted on what the int8 graph says to one text at a time, so that what was lost in
quantising is allowed for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from nlu.encoder import Encoder
from nlu.head import Head, Linear, Neighbours, Vector
from training.outcomes import Validated, meant_of
from training.probe import fit_probe
from training.reading import Outputs
from training.splits import Indices
from training.study import Study
from training.tuning import IntentTop

_PROBE_TEXTS = 20_000


class Served:
    """The encoder in ``folder`` with the ``head`` that learned from the texts ``learned``."""

    def __init__(
        self,
        folder: Path,
        study: Study,
        model: IntentTop,
        probe: Linear,
        learned: Indices,
        progress: Callable[[int, int], None],
    ) -> None:
        """Encode the texts: the probe learns from up to 20,000, serving compares with some.

        With more, ``probe`` serves as it is.
        """
        self._encoder = Encoder(folder / "encoder.onnx", folder / "tokenizer.json")
        self._texts = study.texts
        near = study.neighbours(learned)
        refit = len(learned) <= _PROBE_TEXTS
        known = np.sort(learned if refit else near)
        vectors = _encoded(self._encoder, [study.texts.texts[index] for index in known], progress)
        layer = model.head
        self.head = Head(
            probe=_fitted(self._encoder, study, known, vectors) if refit else probe,
            tuned=Linear(
                layer.weight.detach().float().cpu().numpy(),
                layer.bias.detach().float().cpu().numpy(),
            ),
            neighbours=Neighbours(
                _stored(vectors[np.searchsorted(known, near)]), study.texts.labels[near]
            ),
        )

    def ask(self, chosen: Indices, progress: Callable[[int, int], None]) -> Validated:
        """Return what the exported model says to the chosen texts, which it has not seen."""
        vectors: list[Vector] = []
        features: list[Vector] = []
        for row, index in enumerate(chosen):
            encoding = self._encoder.encode(self._texts.texts[index])
            assert encoding.features is not None
            vectors.append(encoding.vector)
            features.append(encoding.features)
            progress(row + 1, len(chosen))
        searched = np.stack(vectors)
        outputs = Outputs(
            tuned=self.head.tuned(np.stack(features)),
            probe=self.head.probe(searched),
            nearest=self.head.neighbours.nearest(searched, len(self._texts.intents)),
        )
        classes = np.arange(len(self._texts.intents))
        meant = meant_of(self._texts, chosen, classes, outputs)
        return Validated(chosen, searched, outputs, meant, classes)


def _fitted(encoder: Encoder, study: Study, known: Indices, vectors: Vector) -> Linear:
    names, labels = study.taught_names()
    named = _encoded(encoder, names, lambda *_: None)
    again = study.texts.also_of(known)
    repeated = vectors[np.searchsorted(known, again[:, 0])]
    taught = np.concatenate([study.texts.labels[known], labels, again[:, 1]])
    rows = np.concatenate([vectors, named, repeated])
    return fit_probe(rows, taught, len(study.texts.intents))


def _encoded(encoder: Encoder, texts: list[str], progress: Callable[[int, int], None]) -> Vector:
    vectors = np.empty((len(texts), encoder.dimension), dtype=np.float32)
    for row, text in enumerate(texts):
        vectors[row] = encoder.encode_for_search(text).vector
        progress(row + 1, len(texts))
    return vectors


def _stored(vectors: Vector) -> Vector:
    """Round to the half precision in which a model directory keeps them."""
    return vectors.astype(np.float16).astype(np.float32)
