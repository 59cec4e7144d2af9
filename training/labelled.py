"""Labelled texts from a CSV file: what `--data` and `--oos` read.

Rows are checked one by one and broken ones reported with their line; what is done about duplicates
or rare intents is the training's business.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from knowledge.hierarchy import placed_under
from knowledge.records import IntentId
from training.errors import LabelledDataError

SEPARATOR: Final = "|"
PARENT: Final = "parent"


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A customer's text and the intent that a person gave it; ``also`` are further ones."""

    text: str
    intent: IntentId
    also: tuple[IntentId, ...] = ()

    @property
    def intents(self) -> tuple[IntentId, ...]:
        """All that the text is about, each once."""
        return tuple(dict.fromkeys((self.intent, *self.also)))


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that cannot be used; ``line`` counts from 1, the header included."""

    line: int
    reason: str


def read_labelled_csv(
    path: Path, *, column: str = "intent", on_skip: Callable[[SkippedRow], None] | None = None
) -> tuple[LabelledText, ...]:
    """Read the columns ``text`` and ``column`` of a UTF-8 CSV file, other columns ignored.

    Several intents of one text stand side by side: ``refund|cancel order``. One that stands under
    another is written ``billing/refund``, or ``billing`` is in the column ``parent``. A row without
    text or label goes to ``on_skip``. Raises LabelledDataError where the file is absent, not UTF-8,
    lacks a column, or has no usable row.
    """
    texts: list[LabelledText] = []
    for line, row in rows_of_csv(path, ("text", column)):
        text, label = (row["text"] or "").strip(), row[column] or ""
        parts = label.split(SEPARATOR) if column == "intent" else [label]
        parent = (row.get(PARENT) or "") if column == "intent" else ""
        labels = [each for part in parts if (each := placed_under(parent, part))]
        if text and labels:
            first, *others = (IntentId(each) for each in labels)
            texts.append(LabelledText(text, first, tuple(others)))
        elif on_skip is not None:
            on_skip(SkippedRow(line, f"its {'text' if not text else column} is empty"))
    if not texts:
        raise LabelledDataError(f"{path}: no row has both a text and a label in column {column}")
    return tuple(texts)


def read_texts_csv(path: Path) -> tuple[str, ...]:
    """Read the column ``text`` of a CSV file, such as out-of-scope messages; empty ones left out.

    Raises LabelledDataError like ``read_labelled_csv``.
    """
    texts = tuple(
        text for _, row in rows_of_csv(path, ("text",)) if (text := (row["text"] or "").strip())
    )
    if not texts:
        raise LabelledDataError(f"{path}: no row has a text")
    return texts


def check_sentiments(labels: Sequence[str]) -> None:
    """Raise LabelledDataError unless the labels are sentiments, at least two of them."""
    from nlu.sentiment_labels import sentiment_scores

    try:
        sentiment_scores(labels)
    except ValueError as error:
        raise LabelledDataError(f"the column sentiment cannot be learned from: {error}") from None


def rows_of_csv(
    path: Path, columns: tuple[str, ...]
) -> Iterator[tuple[int, dict[str, str | None]]]:
    """The rows of a UTF-8 CSV file that has these ``columns``, with their lines.

    Raises LabelledDataError.
    """
    line = 1
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            found = reader.fieldnames or []
            if absent := [name for name in columns if name not in found]:
                raise LabelledDataError(
                    f"{path}, line 1: there is no column {' or '.join(absent)}; "
                    f"the first line names {', '.join(found) or 'nothing'}"
                )
            for row in reader:
                line = reader.line_num
                yield line, row
    except FileNotFoundError:
        raise LabelledDataError(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise LabelledDataError(f"{path}: is a folder; name a CSV file") from None
    except UnicodeDecodeError as error:
        raise LabelledDataError(
            f"{path}, after line {line}: not UTF-8 ({error.reason}); save the file as UTF-8"
        ) from None
    except csv.Error as error:
        raise LabelledDataError(f"{path}, after line {line}: {error}") from None
