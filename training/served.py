"""The exported encoder, asked the way serving asks it.

The probe is fitted and the probabilities are calibrated on what the int8 graph says to one text at
a time, so that what was lost in quantising is allowed for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from nlu.encoder import Encoder
from nlu.head import Head, Linear, Vector
from training.probe import fit_probe
from training.reading import Outputs
from training.splits import Indices
from training.study import Learned, Part, Study, Validated, similarities

_PROBE_TEXTS = 20_000


class Served:
    """The encoder in ``folder`` with the ``head`` that learned from the part's training texts."""

    def __init__(
        self,
        folder: Path,
        study: Study,
        learned: Learned,
        part: Part,
        progress: Callable[[int, int], None],
    ) -> None:
        """Encode the training texts: the probe learns from them, serving compares with them."""
        self._encoder = Encoder(folder / "encoder.onnx", folder / "tokenizer.json")
        self._texts = study.texts
        near = study.neighbours(part.train)
        refit = len(part.train) <= _PROBE_TEXTS
        self._known = np.sort(part.train if refit else near)
        self._vectors = np.empty((len(self._known), self._encoder.dimension), dtype=np.float32)
        for row, index in enumerate(self._known):
            self._vectors[row] = self._encoder.encode_for_search(self._texts.texts[index]).vector
            progress(row + 1, len(self._known))
        layer = learned.model.head
        self.head = Head(
            probe=self._fit(self._known, self._vectors) if refit else learned.probe,
            tuned=Linear(
                layer.weight.detach().float().cpu().numpy(),
                layer.bias.detach().float().cpu().numpy(),
            ),
            neighbours=_stored(self._vectors[np.searchsorted(self._known, near)]),
        )
        self._refit = refit

    def ask(
        self, chosen: Indices, progress: Callable[[int, int], None], head: Head | None = None
    ) -> Validated:
        """Return what the exported model says to the chosen texts, with ``head`` for its own."""
        head = head or self.head
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
            tuned=head.tuned(np.stack(features)),
            probe=head.probe(searched),
            similarity=similarities(searched, head.neighbours),
        )
        classes = np.arange(len(self._texts.intents))
        return Validated(chosen, searched, outputs, self._texts.labels[chosen], classes)

    def head_with(self, validated: Validated) -> Head:
        """Return the head whose probe has learned from the validation texts too, at last."""
        if not self._refit:
            return self.head
        probe = self._fit(
            np.concatenate([self._known, validated.chosen]),
            np.concatenate([self._vectors, validated.vectors]),
        )
        return Head(probe, self.head.tuned, self.head.neighbours)

    def _fit(self, chosen: Indices, vectors: Vector) -> Linear:
        return fit_probe(vectors, self._texts.labels[chosen], len(self._texts.intents))


def _stored(vectors: Vector) -> Vector:
    """Round to the half precision in which a model directory keeps them."""
    return vectors.astype(np.float16).astype(np.float32)
