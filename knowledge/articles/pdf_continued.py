"""Tables of a PDF that go on from one page to the next, put together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from knowledge.articles.pdf_lines import Line

_MOST_BETWEEN: Final = 4
"""Lines of running headers above a table, and of running footers below it."""
_NUMBER: Final = re.compile(r"\d+")


def joined_tables(pages: Iterable[Sequence[Line]]) -> Sequence[Line]:
    """The lines of all pages; a table that goes on from one page to the next is one.

    Only what also stands on another page, as running headers and numbers do, may stand between.
    """
    read = [list(lines) for lines in pages]
    often = Counter(text for lines in read for text in set(map(_without_number, lines)))
    edges = [_around_tables(lines) for lines in read]
    last: tuple[list[Line], int] | None = None
    for number, lines in enumerate(read):
        places = [place for place, line in enumerate(lines) if line.table]
        goes_on = (
            last is not None
            and bool(places)
            and all(_runs(texts, often) for texts in (edges[number - 1][1], edges[number][0]))
            and _join(*last, lines, places[0])
        )
        if not goes_on or len(places) > 1:
            last = (lines, places[-1]) if places else None
    return [line for lines in read for line in lines]


def _runs(texts: Sequence[str], often: Mapping[str, int]) -> bool:
    return len(texts) <= _MOST_BETWEEN and all(often[text] > 1 for text in texts)


def _without_number(line: Line) -> str:
    return _NUMBER.sub("", line.text)


def _around_tables(lines: Sequence[Line]) -> tuple[list[str], list[str]]:
    """What stands above the first table of a page, and below its last, without numbers."""
    tables = [line.table for line in lines if line.table]
    placed = [line for line in lines if line.text and line.height is not None]
    if not tables:
        return [], []
    top, bottom = tables[0].top, tables[-1].bottom
    return (
        [_without_number(line) for line in placed if (line.height or 0.0) > top],
        [_without_number(line) for line in placed if (line.height or 0.0) < bottom],
    )


def _join(lines: list[Line], last: int, following: list[Line], first: int) -> bool:
    """Put the next page's first table under the last one before, if it is its rest."""
    above, below = lines[last], following[first]
    if not above.table or not below.table or not above.table.goes_on_as(below.table):
        return False
    lines[last] = replace(above, table=above.table.with_rest(below.table))
    following[first] = replace(below, table=None)
    return True
