"""CSV as people really export it: any delimiter, any encoding, quotation marks that nobody closed.

Such a mark would swallow the rows after it; they are given back, and the row is taken as if the
mark were closed at the end of its line.
"""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Final, TextIO

from knowledge.encoding import encoding_of
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import DAMAGED_STREAM, Source
from knowledge.tables import (
    ROWS_LOOKED_AT,
    Header,
    Row,
    Suits,
    Table,
    find_header,
    fits,
    is_any_row,
    likely_header,
)

_DELIMITERS: Final = ",;\t|"
_SAMPLE_CHARACTERS: Final = 1 << 16
_LONGEST_CELL: Final = 1 << 20
_LONGEST_ROW: Final = 1 << 24


@contextmanager
def open_table(source: Source, suits: Suits = is_any_row) -> Iterator[Table]:
    """The table in a file, its delimiter, encoding and header found by looking.

    A file that holds no row is a table without columns.
    """
    csv.field_size_limit(_LONGEST_CELL)
    with source.open() as stream:
        encoding = encoding_of(stream)
    with source.open() as stream:
        text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
        delimiter, header = _shape(text.read(_SAMPLE_CHARACTERS), suits)
    with source.open() as stream:
        text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
        reader = _Reader(text, delimiter, source.label)

        def read(needed: int, on_skip: OnSkip) -> Iterator[Row]:
            return reader.rows(needed, len(header.columns), header.rows, on_skip)

        yield Table(source.label, header.columns, read)


def _shape(sample: str, suits: Suits) -> tuple[str, Header]:
    """The delimiter with which a header suits, or that makes most columns of the fullest row."""
    readings = {delimiter: _first_rows(sample, delimiter) for delimiter in _DELIMITERS}
    found = {delimiter: find_header(rows, suits) for delimiter, rows in readings.items()}
    headers = {delimiter: header for delimiter, header in found.items() if header is not None}
    if not headers:
        headers = {delimiter: likely_header(rows) for delimiter, rows in readings.items()}
    delimiter = max(headers, key=lambda each: len(headers[each].columns))
    return delimiter, headers[delimiter]


def _first_rows(sample: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        for row in islice(reader, ROWS_LOOKED_AT):
            rows.append([] if _is_excels_hint(row) else row)
    except csv.Error:
        pass
    return rows


def _is_excels_hint(row: Sequence[str]) -> bool:
    """Whether the row only tells Excel the delimiter: ``sep=;``."""
    return "".join(row).casefold().strip() == "sep="


class _Reader:
    """Reads the rows of one file, once."""

    def __init__(self, text: TextIO, delimiter: str, label: str) -> None:
        self._lines = _Lines(text)
        self._delimiter = delimiter
        self._label = label
        # Strict, so that a closing mark in the midst of words is noticed rather than kept.
        self._csv = csv.reader(self._lines, delimiter=delimiter, strict=True)

    def rows(self, needed: int, width: int, header: int, on_skip: OnSkip) -> Iterator[Row]:
        for _ in islice(csv.reader(self._lines, delimiter=self._delimiter), header):
            continue
        while True:
            position = f"line {self._lines.begin_row()}"
            cells: list[str] | None = None
            try:
                cells = next(self._csv)
            except StopIteration:
                return
            except csv.Error:
                pass
            except DAMAGED_STREAM as error:
                on_skip(SkippedRecord(self._label, position, f"the file breaks off here: {error}"))
                return
            if cells is None or (self._lines.in_row > 1 and not fits(cells, needed, width)):
                cells = self._mended(self._lines.give_back_all_but_first(), needed, width)
            if cells is not None:
                yield position, cells
            else:
                reason = f"has a cell of more than {_LONGEST_CELL:,} characters"
                on_skip(SkippedRecord(self._label, position, reason))

    def _mended(self, line: str, needed: int, width: int) -> list[str] | None:
        """The likeliest cells of a line whose quotation marks do not match."""
        line = line.rstrip("\r\n")
        kept = csv.reader([line], delimiter=self._delimiter)
        closed = csv.reader([f'{line}"'], delimiter=self._delimiter)
        literal = csv.reader([line], delimiter=self._delimiter, quoting=csv.QUOTE_NONE)
        cells: list[str] | None = None
        for reader in (closed, kept, literal) if line.count('"') % 2 else (kept, literal):
            try:
                cells = next(reader, [])
            except csv.Error:
                continue
            if fits(cells, needed, width):
                break
        return cells


class _Lines:
    """The lines of a text, some of which may be given back to be read again."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._again: deque[str] = deque()
        self._row: list[str] = []
        self._characters = 0
        self._number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._text.readline(_LONGEST_ROW)
        if not line:
            raise StopIteration
        self._number += 1
        self._row.append(line)
        self._characters += len(line)
        if self._characters > _LONGEST_ROW:
            raise csv.Error(f"the row is longer than {_LONGEST_ROW:,} characters")
        return line

    def begin_row(self) -> int:
        """Forget the lines of the row before; the number of the line that comes next."""
        self._row, self._characters = [], 0
        return self._number + 1

    @property
    def in_row(self) -> int:
        """How many lines the present row has taken."""
        return len(self._row)

    def give_back_all_but_first(self) -> str:
        """The row's first line; the others come again."""
        first, *others = self._row
        self._again.extendleft(reversed(others))
        self._number -= len(others)
        return first
