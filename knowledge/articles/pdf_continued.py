"""Tables of a PDF that go on from one page to the next, put together.

A running header is told by its words, which stand on another page too. Only page numbers may
differ in it: "zone 1" and "zone 2" are captions, and each has a table of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from knowledge.articles.pdf_headings import heading_levels, may_be_heading
from knowledge.articles.pdf_lines import Line

_MOST_BETWEEN: Final = 4
"""Lines of running headers above a table, and of running footers below it."""
_ALONE: Final = re.compile(r"\W*\d{1,3}\W*")
"""A number of four digits is a year rather."""
_NAMED: Final = re.compile(
    r"\b(?:page|seite|p[aá]gina|p[aá]g\.|p\.|pg\.|sida|strona|str\.|страница|стр\.)\s*\d+"
    r"(?:\s*(?:/|of|von|de|di|sur|av|z|из)\s*\d+)?|第\s*\d+\s*[页頁]|\d+\s*ページ",
    re.IGNORECASE,
)
_OF_ALL: Final = re.compile(r"(?<!\d)(\d+)\D{1,6}(\d+)(?!\d)")
"""As browsers print it: 2/7."""


def joined_tables(pages: Iterable[Sequence[Line]]) -> Sequence[Line]:
    """The lines of all pages; a table that goes on from one page to the next is one.

    Only running headers and footers may stand between: what another page says, too.
    """
    read = [list(lines) for lines in pages]
    often: Counter[str | None] = Counter(
        name
        for number, lines in enumerate(read, 1)
        for name in {_running_name(line.text, number, len(read)) for line in lines}
    )
    sizes = heading_levels([line for lines in read for line in lines])
    edges = [
        [_running_names(part, number, len(read), sizes) for part in _around_tables(lines)]
        for number, lines in enumerate(read, 1)
    ]
    last: tuple[list[Line], int] | None = None
    for number, lines in enumerate(read):
        places = [place for place, line in enumerate(lines) if line.table]
        goes_on = (
            last is not None
            and bool(places)
            and all(_runs(names, often) for names in (edges[number - 1][1], edges[number][0]))
            and _join(*last, lines, places[0])
        )
        if not goes_on or len(places) > 1:
            last = (lines, places[-1]) if places else None
    return [line for lines in read for line in lines]


def _runs(names: Sequence[str | None], often: Mapping[str | None, int]) -> bool:
    return len(names) <= _MOST_BETWEEN and all(often[name] > 1 for name in names)


def _running_names(
    lines: Sequence[Line], page: int, pages: int, sizes: Collection[float]
) -> list[str | None]:
    """What to know the lines by on other pages; nothing for a heading, which never runs."""
    return [
        None
        if line.size in sizes and may_be_heading(line)
        else _running_name(line.text, page, pages)
        for line in lines
    ]


def _running_name(text: str, page: int, pages: int) -> str:
    """A line's text without the number of its page."""
    if _ALONE.fullmatch(text):
        return ""
    told = str(page), str(pages)
    unnamed = _NAMED.sub("", text)
    return _OF_ALL.sub(lambda found: "" if found.groups() == told else found[0], unnamed)


def _around_tables(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """What stands above the first table of a page, and below its last."""
    tables = [line.table for line in lines if line.table]
    placed = [line for line in lines if line.text and line.height is not None]
    if not tables:
        return [], []
    top, bottom = tables[0].top, tables[-1].bottom
    return (
        [line for line in placed if (line.height or 0.0) > top],
        [line for line in placed if (line.height or 0.0) < bottom],
    )


def _join(lines: list[Line], last: int, following: list[Line], first: int) -> bool:
    """Put the next page's first table under the last one before, if it is its rest."""
    above, below = lines[last], following[first]
    if not above.table or not below.table or not above.table.goes_on_as(below.table):
        return False
    lines[last] = replace(above, table=above.table.with_rest(below.table))
    following[first] = replace(below, table=None)
    return True
