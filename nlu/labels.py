"""What labels.json holds: what a model tells apart, and what for.

A list names intents, as it always has; an object names the task too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args

Task: TypeAlias = Literal["intent", "sentiment"]


@dataclass(frozen=True, slots=True)
class Labels:
    """The classes' ``names`` in the order of the logits; none in a base encoder."""

    task: Task
    names: tuple[str, ...]

    def to_json(self) -> Any:
        """Return plain JSON values that ``from_json`` reads back."""
        names = list(self.names)
        return names if self.task == "intent" else {"task": self.task, "labels": names}

    @classmethod
    def from_json(cls, document: Any) -> Labels:
        """Read what ``to_json`` gave; raises ValueError for anything else."""
        if isinstance(document, list):
            return cls("intent", _names(document))
        if not isinstance(document, dict) or document.get("task") not in get_args(Task):
            raise ValueError("labels.json names no task that is known")
        return cls(document["task"], _names(document.get("labels")))


def _names(found: object) -> tuple[str, ...]:
    if not isinstance(found, Sequence) or not all(isinstance(name, str) for name in found):
        raise ValueError("labels.json holds something else than names")
    return tuple(found)
