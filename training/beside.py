"""What a training may be given beside the labelled texts that it learns from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from training.labelled import LabelledText
from training.unlabelled import NONE, Unlabelled


@dataclass(frozen=True, slots=True)
class Beside:
    """``messages`` are different ones without labels, whose words are learned.

    From 50 ``unlabelled`` questions on those are what thresholds reckon with as out of scope, else
    intents left out of rehearsals. Texts of ``validation``, of the same labels and 300 at least,
    choose checkpoints and calibrate, and nothing learns from them; all labelled texts are learned
    from then, of which the training else spares some by itself.
    """

    messages: Sequence[str] = ()
    unlabelled: Unlabelled = NONE
    validation: Sequence[LabelledText] = ()


NOTHING: Final = Beside()
