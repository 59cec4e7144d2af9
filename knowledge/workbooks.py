"""The sheets of an Excel workbook as tables of text, a row at a time.

Dates become ISO 8601, whole numbers lose their ".0", formulas count as what Excel last computed.
A cell merged over several rows holds for each of them. Knows nothing of what the columns mean.
"""

from __future__ import annotations

import re
import tempfile
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any, BinaryIO, Final, cast

from knowledge.errors import UnreadableFileError
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import Source, UnpackLimits, refuse_excess
from knowledge.tables import ROWS_LOOKED_AT, Row, Suits, Table, find_header, likely_header

_ZIP: Final = b"PK\x03\x04"
_OLD_OR_ENCRYPTED: Final = b"\xd0\xcf\x11\xe0"
_WORKBOOK: Final = "xl/workbook.xml"
_BINARY_WORKBOOK: Final = "xl/workbook.bin"
_STREAMED: Final = re.compile(r"xl/(?:worksheets/[^/]*|media/.*)", re.IGNORECASE)
_STRINGS: Final = "xl/sharedstrings.xml"
_MOST_STRINGS: Final = 192 << 20
_MOST_ELSE: Final = 8 << 20
"""Bytes of the parts that are held in memory: the texts of all cells, and any other."""
_IN_MEMORY: Final = 8 << 20
_LAST_ROW: Final = 1 << 20
_MERGED: Final = re.compile(
    rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)
_CONTROL: Final = re.compile(r"_x(00[01][0-9A-Fa-f])_")
_MOST_MERGED: Final = 100_000
DAMAGED_WORKBOOK: Final = (
    ArithmeticError, AttributeError, EOFError, LookupError, NotImplementedError, OSError,
    RuntimeError, SyntaxError, TypeError, ValueError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What openpyxl raises on damaged files; it has no error of its own for them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is seen in Excel, with its table."""

    name: str
    table: Table


@dataclass(frozen=True, slots=True)
class Workbook:
    """An open workbook: its visible sheets, and the names of the hidden ones."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...]


def refusal_of_workbook(source: Source) -> str | None:
    """Why a file is no workbook that can be read here, by its beginning and what it holds.

    Raises:
        ArchiveTooLargeError: it unpacks to too much.
    """
    with source.open() as stream:
        first = stream.read(4)
    if first == _OLD_OR_ENCRYPTED:
        return "is an old Excel file or has a password; save it as .xlsx without one"
    if first != _ZIP:
        return "is no Excel workbook"
    try:
        with _seekable(source) as stream, zipfile.ZipFile(stream) as archive:
            names = {name.casefold() for name in archive.namelist()}
            if _BINARY_WORKBOOK in names:
                return "is a binary workbook (.xlsb); save it as .xlsx"
            if _WORKBOOK not in names:
                return "is no Excel workbook"
            return _refuse_large(source, archive)
    except DAMAGED_WORKBOOK as error:
        return f"is a damaged workbook: {error}"


@contextmanager
def open_workbook(source: Source, suits: Suits) -> Iterator[Workbook]:
    """The sheets of a workbook that was not refused, each with the header that suits.

    Raises:
        UnreadableFileError: it is damaged as a whole.
    """
    # Tells of styles and extensions that nobody asked for.
    warnings.filterwarnings("ignore", category=UserWarning, module=r"openpyxl\.")
    with _seekable(source) as stream:
        try:
            book = _opened(stream)
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            hidden = tuple(s.title for s in book.worksheets if s.sheet_state != "visible")
            tables = tuple(Sheet(s.title, _table(s, source.label, suits)) for s in sheets)
        except DAMAGED_WORKBOOK as error:
            reason = " ".join(str(error).split())
            raise UnreadableFileError(f"{source.label}: is a damaged workbook: {reason}") from None
        try:
            yield Workbook(tables, hidden)
        finally:
            book.close()


def _opened(stream: BinaryIO) -> Any:
    from openpyxl.reader.excel import ExcelReader

    class Reader(ExcelReader):  # type: ignore[misc]
        def read_chartsheet(self, sheet: object, rel: object) -> None:
            """A sheet that is a chart has no rows."""

    reader = Reader(stream, read_only=True, keep_vba=False, data_only=True, keep_links=False)
    reader.read()
    return reader.wb


def _refuse_large(source: Source, archive: zipfile.ZipFile) -> str | None:
    members = archive.infolist()
    packed = sum(member.compress_size for member in members)
    refuse_excess(source.label, sum(member.file_size for member in members), packed, UnpackLimits())
    for member in members:
        name = member.filename.casefold()
        most = _MOST_STRINGS if name == _STRINGS else _MOST_ELSE
        if member.file_size > most and not _STREAMED.fullmatch(name):
            return f"holds {member.filename} of more than {most >> 20} MiB; save the sheet as CSV"
    return None


@contextmanager
def _seekable(source: Source) -> Iterator[BinaryIO]:
    """The file as a stream to jump about in; what stands in an archive is copied out of it."""
    with source.open() as stream:
        if stream.seekable():
            yield stream
            return
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
            while block := stream.read(1 << 18):
                copy.write(block)
            copy.seek(0)
            yield cast(BinaryIO, copy)


def _table(sheet: Any, label: str, suits: Suits) -> Table:
    where = f"{label}, sheet {sheet.title}"
    first = [cells for _, cells in islice(_rows(sheet, {}), ROWS_LOOKED_AT)]
    header = find_header(first, suits) or likely_header(first)

    def read(needed: int, on_skip: OnSkip) -> Iterator[Row]:
        del needed
        number = header.rows
        try:
            below = _rows(sheet, _merged_cells(sheet))
            for number, cells in islice(below, header.rows, None):
                yield f"row {number}", cells
        except DAMAGED_WORKBOOK as error:
            reason = f"the sheet is damaged here: {' '.join(str(error).split())}"
            on_skip(SkippedRecord(where, f"row {number + 1}", reason))

    return Table(where, header.columns, read)


def _rows(sheet: Any, merged: Mapping[tuple[int, int], int]) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of each row, as far down as Excel goes."""
    sheet.reset_dimensions()
    held: dict[int, tuple[int, str]] = {}
    for number, values in enumerate(islice(sheet.iter_rows(values_only=True), _LAST_ROW), 1):
        cells = [_text(value) for value in values]
        if merged:
            _fill(cells, number, merged, held)
        yield number, cells


def _fill(
    cells: list[str],
    number: int,
    merged: Mapping[tuple[int, int], int],
    held: dict[int, tuple[int, str]],
) -> None:
    """Puts into a row what cells of rows above hold for it too."""
    for column, cell in enumerate(cells, 1):
        last = merged.get((column, number))
        if last is not None:
            held[column] = (last, cell)
    for column, (last, cell) in held.items():
        if number > last:
            continue
        cells.extend([""] * (column - len(cells)))
        cells[column - 1] = cells[column - 1] or cell


def _merged_cells(sheet: Any) -> dict[tuple[int, int], int]:
    """Column and row of each cell merged over rows → its last row; read from the sheet's end."""
    from openpyxl.utils import column_index_from_string

    merged: dict[tuple[int, int], int] = {}
    tail = b""
    with sheet._get_source() as stream:
        while block := stream.read(1 << 18):
            for left, top, _, bottom in _MERGED.findall(tail + block):
                if int(bottom) > int(top) and len(merged) < _MOST_MERGED:
                    merged[column_index_from_string(left.decode()), int(top)] = int(bottom)
            tail = block[-64:]
    return merged


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return _CONTROL.sub(lambda escape: chr(int(escape[1], 16)), value)
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime():
            return value.isoformat(" ", "seconds")
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
    return str(value)
