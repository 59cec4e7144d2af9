"""The rows of a table as Markdown, for readers of files that have tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


def markdown_rows(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """One line a row, and a rule below the first; a cell's text is put on one line."""
    for number, row in enumerate(rows):
        cells = [" ".join(cell.split()).replace("|", "\\|") for cell in row]
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield f"|{' --- |' * len(cells)}"
