"""What was left out of an import, so that it can be counted and mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SkippedRecord:
    """A record that was not taken.

    ``source`` is the file as people know it, ``position`` where in it ("line 12", "message 48",
    "file" for all of it), ``reason`` what was wrong.
    """

    source: str
    position: str
    reason: str


OnSkip = Callable[[SkippedRecord], None]


def ignore_skipped(skipped: SkippedRecord) -> None:
    """For a look at a file that is not an import yet."""
    del skipped
