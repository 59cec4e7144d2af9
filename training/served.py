"""The exported encoder, asked the way serving asks it.

Probabilities are calibrated on what the int8 graph says to one text at a time, so that what was
lost in quantising is part of the calibration.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from nlu.encoder import Encoder
from nlu.head import Head, Linear, Vector
from training.reading import Outputs
from training.splits import Indices
from training.study import Learned, Study, Validated, similarities


class Served:
    """The encoder in ``folder`` with the ``head`` that goes with it."""

    def __init__(
        self,
        folder: Path,
        study: Study,
        learned: Learned,
        train: Indices,
        progress: Callable[[int, int], None],
    ) -> None:
        """Encode the training texts that messages will be compared with."""
        self._encoder = Encoder(folder / "encoder.onnx", folder / "tokenizer.json")
        self._study = study
        layer = learned.model.head
        tuned = Linear(
            layer.weight.detach().float().cpu().numpy(), layer.bias.detach().float().cpu().numpy()
        )
        near = study.neighbours(train)
        vectors = np.empty((len(near), self._encoder.dimension), dtype=np.float32)
        for row, index in enumerate(near):
            vectors[row] = self._encoder.search_vector(study.texts.texts[index])
            progress(row + 1, len(near))
        self.head = Head(learned.probe, tuned, vectors.astype(np.float16).astype(np.float32))

    def ask(self, chosen: Indices, progress: Callable[[int, int], None]) -> Validated:
        """Return what the exported model says to the chosen texts."""
        vectors: list[Vector] = []
        features: list[Vector] = []
        for row, index in enumerate(chosen):
            encoding = self._encoder.encode(self._study.texts.texts[index])
            assert encoding.features is not None
            vectors.append(encoding.vector)
            features.append(encoding.features)
            progress(row + 1, len(chosen))
        searched = np.stack(vectors)
        outputs = Outputs(
            tuned=self.head.tuned(np.stack(features)),
            probe=self.head.probe(searched),
            similarity=similarities(searched, self.head.neighbours),
        )
        texts = self._study.texts
        return Validated(
            chosen, searched, outputs, texts.labels[chosen], np.arange(len(texts.intents))
        )
