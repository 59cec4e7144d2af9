"""A text cut into the units that an answer may quote: sentences, list items and table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.passages.boundaries import sentence_spans

_ITEM = re.compile(r"\s*(?:[-*+•·–]|\(?\d{1,3}[.)]|[a-z]\))\s+\S")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*")
_TABLE_RULE = re.compile(r"[\s|:]*-[\s|:-]*")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+\S")
_INDENTED = re.compile(r"[ \t]{2,}\S")
_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_SPACE = re.compile(r"(?<!\s)[^\S\n]*+\n\s*")


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of ``text`` in order; a list item, a table row or a heading is one unit.

    A line break ends a sentence unless the next line goes on with a small letter. Whitespace
    around a unit is dropped, and a line break inside it becomes a space; all else is as it stood.
    The line under a table's header holds no words and is left out.
    """
    return tuple(_SPACE.sub(" ", text[start:end]) for start, end in unit_spans(text))


def unit_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end offsets of the units that ``split_sentences`` returns."""
    for start, end, whole in _blocks(text):
        if whole:
            left = len(text[start:end]) - len(text[start:end].lstrip())
            yield start + left, start + len(text[start:end].rstrip())
        else:
            yield from sentence_spans(text, start, end)


def _blocks(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end, and whether the block is one unit; else it is running text."""
    start = end = 0
    whole = False
    for line in _LINE.finditer(text):
        content = line.group()
        if start < end and _goes_on(text[start:end], content, whole):
            end = line.end()
            continue
        if start < end:
            yield start, end, whole
        start, end = line.span()
        whole = bool(_ITEM.match(content) or _HEADING.match(content) or _is_row(content))
        if not content.strip() or (_TABLE_RULE.fullmatch(content) and "-" in content):
            start = end
    if start < end:
        yield start, end, whole


def _goes_on(block: str, line: str, whole: bool) -> bool:
    """Whether ``line`` continues the block before it rather than beginning one of its own."""
    if not line.strip() or _ITEM.match(line) or _HEADING.match(line) or _is_row(line):
        return False
    if whole:
        return bool(_INDENTED.match(line)) and bool(_ITEM.match(block))
    return line.lstrip()[0].islower() and block.rstrip()[-1] not in ".!?。！？:：…"


def _is_row(line: str) -> bool:
    return bool(_TABLE_ROW.fullmatch(line))
