"""Files of labelled texts that a command is given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.context import note

if TYPE_CHECKING:
    from training import LabelledText


def labelled_texts(path: Path, label: str = "intent") -> tuple[LabelledText, ...]:
    """The texts of a CSV file and what stands in its column ``label``; rows left out are told.

    Raises LabelledDataError like ``training.read_labelled_csv``.
    """
    from training import read_labelled_csv

    return read_labelled_csv(
        path, column=label, on_skip=lambda row: note(f"{path}:{row.line}: {row.reason}")
    )
