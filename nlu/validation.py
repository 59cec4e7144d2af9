"""What a model directory says of its own validation: ``validation.json``.

Older directories have none. It knows digests of texts, not the texts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

VALIDATION: Final = "validation.json"


@dataclass(frozen=True, slots=True)
class IntentValidation:
    """Of ``texts`` of this intent so many were read rightly; ``said`` counts texts taken for it."""

    intent: str
    texts: int
    right: int
    said: int


@dataclass(frozen=True, slots=True)
class Confused:
    """So many texts of ``intent`` were taken for ``taken_for``."""

    intent: str
    taken_for: str
    texts: int


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Texts of like conviction: the mean probability, and the share that was right."""

    texts: int
    probability: float
    right: float


@dataclass(frozen=True, slots=True)
class Misread:
    """A text, by its digest, that was taken for something else with this probability."""

    digest: str
    intent: str
    said: str
    probability: float


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """What a classifier said to ``texts`` that it had not seen; the worst of each list first."""

    texts: int
    intents: tuple[IntentValidation, ...] = ()
    confused: tuple[Confused, ...] = ()
    reliability: tuple[ReliabilityBin, ...] = ()
    misread: tuple[Misread, ...] = ()

    def write(self, directory: Path) -> None:
        """Keep the report in a model directory whose manifest is still to be written."""
        text = json.dumps(asdict(self), indent=1, ensure_ascii=False)
        (directory / VALIDATION).write_text(text + "\n", encoding="utf-8")


def read_validation(directory: Path) -> ValidationReport | None:
    """The report in a model directory; None where it holds none, or none that can be read."""
    try:
        return _of(json.loads((directory / VALIDATION).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _of(kept: Mapping[str, Any]) -> ValidationReport:
    return ValidationReport(
        texts=kept["texts"],
        intents=tuple(IntentValidation(**each) for each in kept["intents"]),
        confused=tuple(Confused(**each) for each in kept["confused"]),
        reliability=tuple(ReliabilityBin(**each) for each in kept["reliability"]),
        misread=tuple(Misread(**each) for each in kept["misread"]),
    )
