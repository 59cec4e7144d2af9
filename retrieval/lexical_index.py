"""BM25 over all stored passages, by tantivy.

Passages arrive as terms, already analysed, and leave as row numbers; tantivy stores no text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tantivy import Document, Index, Occur, Query, Schema, SchemaBuilder

_WRITER_MEMORY = 400_000_000
"""In bytes, taken as they are needed: enough that a million passages become one segment, which is
searched faster than several."""


def _schema() -> Schema:
    builder = SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    builder.add_unsigned_field("row", fast=True)
    return builder.build()


def write_lexical_index(directory: Path, documents: Iterable[Sequence[str]]) -> int:
    """Writes the terms of passages, in the order of their rows, into a new directory.

    Returns how many terms there were.
    """
    written = 0
    directory.mkdir()
    writer = Index(_schema(), path=str(directory)).writer(_WRITER_MEMORY, 1)
    for row, terms in enumerate(documents):
        document = Document()
        written += len(terms)
        document.add_text("terms", " ".join(terms))
        document.add_unsigned("row", row)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    return written


class LexicalIndex:
    """Reads what ``write_lexical_index`` wrote; raises ``ValueError`` where it is damaged."""

    def __init__(self, directory: Path) -> None:
        self._schema = _schema()
        index = Index.open(str(directory))
        index.config_reader("Manual")
        self._searcher = index.searcher()

    def __len__(self) -> int:
        """How many passages there are."""
        return int(self._searcher.num_docs)

    def frequency(self, term: str) -> int:
        """How many passages hold the term."""
        return int(self._searcher.doc_freq("terms", term))

    def search(
        self, rarities: Mapping[str, float], limit: int
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Rows and BM25 scores of the best passages for these terms, best first."""
        if not rarities or not len(self):
            return np.zeros(0, dtype=np.int64), np.zeros(0)
        query = Query.boolean_query(
            [
                (Occur.Should, Query.term_query(self._schema, "terms", term, "freq"))
                for term in rarities
            ]
        )
        hits = self._searcher.search(query, limit, count=False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in hits])
        return np.asarray(rows, dtype=np.int64), np.asarray([score for score, _ in hits])
