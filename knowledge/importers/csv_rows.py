"""Conversations from tables in CSV, whatever their delimiter, encoding and header."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from knowledge.csv_tables import open_table
from knowledge.importers.columns import FIELDS, suits
from knowledge.importers.interface import Columns
from knowledge.importers.table_conversations import conversations_of, refusal_of_table
from knowledge.records import Transcript
from knowledge.skipped import OnSkip
from knowledge.sources import Source


class CsvImporter:
    """Reads tables in CSV."""

    format = "csv"
    suffixes = frozenset({".csv", ".tsv", ".tab"})
    options = FIELDS

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """A table is taken if its columns say who said what, and where a conversation begins."""
        with open_table(source, partial(suits, columns=columns)) as table:
            if len(table.columns) < 2:
                return "is no table with a header"
            return refusal_of_table(table, columns)

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """The table's conversations, in order of their first row."""
        with open_table(source, partial(suits, columns=columns)) as table:
            yield from conversations_of([table], columns, self.format, on_skip)
