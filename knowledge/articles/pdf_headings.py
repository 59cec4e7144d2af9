"""Which lines of a PDF are headings: a PDF says how large each line is, and not what it is.

A line that stands larger than the text around it, is short, and ends no sentence, is one. Headings
that are only bold, or only stand apart, are not told from text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from knowledge.articles.pdf_lines import Line

LARGER: Final = 1.12
"""Times the size of the text, from which on a line is a heading; superscripts stay below."""
LONGEST: Final = 120
LEVELS: Final = 3
_EMPTY_LINES: Final = re.compile(r"\n{3,}")
_ENDS_SENTENCE: Final = tuple(".,;:!。，；：！")


def markdown_of_lines(lines: Iterable[Line]) -> str:
    """The lines as Markdown: headings between empty lines, the largest above the smaller ones."""
    lines = list(lines)
    levels = heading_levels(lines)
    found: list[str] = []
    before: float | None = None
    for line in lines:
        level = levels.get(line.size) if may_be_heading(line) else None
        if line.table is not None:
            found.append(line.table.markdown())
        elif level is None:
            found.append(line.text)
        elif before == line.size:
            found[-2] += f" {line.text}"
        else:
            found += ["", f"{'#' * level} {line.text}", ""]
        before = line.size if level is not None else None
    return _EMPTY_LINES.sub("\n\n", "\n".join(found))


def heading_levels(lines: Sequence[Line]) -> dict[float, int]:
    """The level of each size that is larger than the size of most of the text."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text) if line.table is None else line.table.letters
    usual = max(letters, key=lambda size: letters[size], default=0.0)
    larger = {line.size for line in lines if may_be_heading(line) and line.size > usual * LARGER}
    return {
        size: min(number, LEVELS) for number, size in enumerate(sorted(larger, reverse=True), 1)
    }


def may_be_heading(line: Line) -> bool:
    """Whether a line of a heading's size is one: short, with letters, no sentence's end."""
    return (
        0 < len(line.text) <= LONGEST
        and not line.text.endswith(_ENDS_SENTENCE)
        and any(map(str.isalpha, line.text))
    )
