"""Reads the messages that were written before anything was fitted to them."""

from __future__ import annotations

import csv
from pathlib import Path

FOLDER = Path(__file__).parent / "held_out"


def held_out(name: str) -> list[tuple[str, str]]:
    """Pairs of label and text; the label is empty where a message is a request and no more."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return [(label, text) for label, text in list(csv.reader(stream, delimiter="|"))[1:]]
