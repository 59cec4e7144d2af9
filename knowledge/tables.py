"""CSV as people really export it: any delimiter, any encoding, a mark at the beginning.

Rows come one at a time as column → cell; a row that does not fit the header is skipped and said.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from knowledge.encoding import encoding_of
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import DAMAGED_STREAM, Source

_DELIMITERS = ",;\t|"
_SAMPLE_CHARACTERS = 1 << 16


@dataclass(frozen=True, slots=True)
class Table:
    """An open table: its header, and its rows, to be read once."""

    label: str
    columns: tuple[str, ...]
    delimiter: str
    encoding: str
    reader: Iterator[list[str]]

    def rows(self, on_skip: OnSkip) -> Iterator[tuple[str, Mapping[str, str]]]:
        """Position ("line 12") and cells of each row; blank rows are passed over.

        A row with too many or too few cells, and what follows a damaged end, is reported.
        """
        while True:
            position = f"line {self._line() + 1}"
            try:
                cells = next(self.reader, None)
            except csv.Error as error:
                on_skip(SkippedRecord(self.label, position, f"is no CSV: {error}"))
                continue
            except DAMAGED_STREAM as error:
                on_skip(SkippedRecord(self.label, position, f"the file breaks off here: {error}"))
                return
            if cells is None:
                return
            if len(cells) == len(self.columns):
                yield position, dict(zip(self.columns, cells, strict=True))
            elif any(cell.strip() for cell in cells):
                reason = f"has {len(cells)} cells, but the header has {len(self.columns)}"
                on_skip(SkippedRecord(self.label, position, reason))

    def _line(self) -> int:
        return int(getattr(self.reader, "line_num", 0))


@contextmanager
def open_table(source: Source) -> Iterator[Table]:
    """The table in a file, its delimiter and encoding found by looking.

    A file that begins with no row is a table without columns.
    """
    with source.open() as stream:
        encoding = encoding_of(stream)
    with source.open() as stream:
        text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
        delimiter = _delimiter(text.readline(_SAMPLE_CHARACTERS))
    with source.open() as stream:
        text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
        reader = csv.reader(text, delimiter=delimiter)
        yield Table(source.label, _header(reader), delimiter, encoding, reader)


def _header(reader: Iterator[list[str]]) -> tuple[str, ...]:
    try:
        return tuple(cell.strip() for cell in next(reader, []))
    except csv.Error:
        return ()


def _delimiter(header: str) -> str:
    """The delimiter that makes most columns of the header, those inside quotes not counted."""
    return max(_DELIMITERS, key=lambda mark: len(_header(csv.reader([header], delimiter=mark))))
