"""Conversations from Excel workbooks, their columns named and mapped as in CSV.

All visible sheets that say who said what are read; the others are reported. Rows with one
conversation's id are one conversation, on whatever sheets they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from knowledge.errors import UnknownColumnError, UnreadableFileError
from knowledge.importers.columns import FIELDS, suits
from knowledge.importers.interface import Columns
from knowledge.importers.table_conversations import conversations_of, refusal_of_table
from knowledge.records import Transcript
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import Source
from knowledge.tables import Table
from knowledge.workbooks import open_workbook, refusal_of_workbook


class XlsxImporter:
    """Reads ``.xlsx`` and ``.xlsm``."""

    format = "xlsx"
    suffixes = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls"})
    options = FIELDS

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """A workbook is taken if a visible sheet says who said what."""
        reason = refusal_of_workbook(source)
        if reason is not None:
            return reason
        try:
            with open_workbook(source, partial(suits, columns=columns)) as book:
                reasons = [_refusal(sheet.table, columns) for sheet in book.sheets]
        except UnreadableFileError as error:
            return str(error).removeprefix(f"{source.label}: ")
        if None in reasons:
            return None
        return next((reason for reason in reasons if reason), "has no visible sheet with rows")

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """The conversations of all sheets, in order of their first row."""
        with open_workbook(source, partial(suits, columns=columns)) as book:
            for name in book.hidden:
                on_skip(SkippedRecord(source.label, f"sheet {name}", "is hidden"))
            taken: list[Table] = []
            for sheet in book.sheets:
                reason = _refusal(sheet.table, columns)
                if reason is None:
                    taken.append(sheet.table)
                elif reason:
                    on_skip(SkippedRecord(source.label, f"sheet {sheet.name}", reason))
            yield from conversations_of(taken, columns, self.format, on_skip)


def _refusal(table: Table, columns: Columns) -> str | None:
    """Why a sheet is not read; empty where it holds nothing at all."""
    if not table.columns:
        return ""
    try:
        return refusal_of_table(table, columns)
    except UnknownColumnError as error:
        return str(error)
