"""What comes of tuning on a part of the texts: weights, and what they say about the rest.

Plain records that can be kept on disk and sent between processes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Protocol

import numpy as np
import torch
from torch import Tensor

from nlu.head import Vector
from training.reading import Outputs
from training.splits import Indices, TrainingTexts
from training.tuning import Tuned

NO_CLASS: Final = -1


@dataclass(frozen=True, slots=True, eq=False)
class Validated:
    """What a model said to the texts ``chosen``, which it had not seen, and what is right.

    ``labels`` (n,) number the model's own classes, which ``classes`` gives in the study's numbers,
    ``NO_CLASS`` where none is right; ``vectors`` (n, dimension) are the texts' search vectors.
    """

    chosen: Indices
    vectors: Vector
    outputs: Outputs
    labels: Indices
    classes: Indices

    def part(self, rows: Indices) -> Validated:
        """What was said to the texts that stand in ``rows``."""
        outputs = self.outputs
        return Validated(
            chosen=self.chosen[rows],
            vectors=self.vectors[rows],
            outputs=Outputs(
                tuned=outputs.tuned[rows],
                probe=None if outputs.probe is None else outputs.probe[rows],
                nearest=outputs.nearest[rows],
                grams=None if outputs.grams is None else outputs.grams[rows],
            ),
            labels=self.labels[rows],
            classes=self.classes,
        )


def meant_of(texts: TrainingTexts, chosen: Indices, classes: Indices, outputs: Outputs) -> Indices:
    """Return what is right for the texts ``chosen``, in the numbers of ``classes``.

    Of several intents it is the one that the tuned model gives the most.
    """
    scores = np.full((len(chosen), len(texts.intents)), -np.inf, dtype=np.float32)
    scores[:, classes] = outputs.tuned
    return np.searchsorted(classes, texts.best_meant(chosen, scores))


class Rehearsal(Protocol):
    """What calibration asks of a model that was tuned, or fitted, without some texts and intents.

    ``inside`` and ``outside`` are as an ``Outcome`` has them.
    """

    @property
    def inside(self) -> Validated: ...

    @property
    def outside(self) -> Outputs: ...


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """``learned`` weights by name, how the tuning went, and what the model said.

    ``inside`` are texts of intents that it knew, ``outside`` texts of intents that were left out,
    ``strange`` questions without a label; each may hold none.
    """

    learned: Mapping[str, Tensor]
    tuned: Tuned
    inside: Validated
    outside: Outputs
    strange: Validated

    def to_plain(self) -> dict[str, Any]:
        """Return tensors and numbers alone, which ``from_plain`` reads back."""
        return {
            "learned": dict(self.learned),
            "tuned": asdict(self.tuned),
            "inside": _plain(self.inside),
            "outside": _tensors(self.outside),
            "strange": _plain(self.strange),
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Outcome:
        """Read what ``to_plain`` gave."""
        return cls(
            learned=plain["learned"],
            tuned=Tuned(**plain["tuned"]),
            inside=_validated(plain["inside"]),
            outside=_outputs(plain["outside"]),
            strange=_validated(plain["strange"]),
        )


def _plain(said: Validated) -> list[Tensor]:
    arrays = (said.chosen, said.vectors, said.labels, said.classes)
    return [*map(torch.from_numpy, arrays), *_tensors(said.outputs)]


def _validated(tensors: list[Tensor]) -> Validated:
    chosen, vectors, labels, classes = (tensor.numpy() for tensor in tensors[:4])
    return Validated(chosen, vectors, _outputs(tensors[4:]), labels, classes)


def _tensors(outputs: Outputs) -> list[Tensor]:
    assert outputs.probe is not None, "a tuning begins with its probe"
    return [
        torch.from_numpy(np.ascontiguousarray(array))
        for array in (outputs.tuned, outputs.probe, outputs.nearest)
    ]


def _outputs(tensors: list[Tensor]) -> Outputs:
    tuned, probe, nearest = (tensor.numpy() for tensor in tensors)
    return Outputs(tuned, probe, nearest)
