"""Which sentences of a passage belong together: the items of one list, the rows of one table, a
sentence and what its paragraph says against it.

Quoting one step of five misleads, so whoever takes one takes the block, with the line above it. So
does a rule without its exception.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.points_back import limits_before, needs_before

_BOUND = 2
"""How many sentences before and behind another one may hang on it."""
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\(?\d{1,3}[.)]|[a-z]\))[ \t]+")
_STEP = re.compile(r"[ \t]*\(?\d{1,3}[.)][ \t]+")
_ROW = re.compile(r"[ \t]*\|")
_RULE = re.compile(r"[ \t]*\|?[ \t:|-]+\|?[ \t]*$")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]")
_UNIT = re.compile(r"[(（]([^()（）]{1,12})[)）]$")

Span = tuple[int, int]


def with_marker(text: str, span: Span) -> Span:
    """The span with the list marker that stands before it on its line, if there is one."""
    start = text.rfind("\n", 0, span[0]) + 1
    marker = _ITEM.match(text, start)
    if marker and marker.end() == span[0]:
        return start + (len(marker[0]) - len(marker[0].lstrip())), span[1]
    return span


def without_marker(text: str) -> str:
    """``text`` without the list marker that it begins with."""
    marker = _ITEM.match(text)
    return text[marker.end() :] if marker else text


def with_rule(text: str, span: Span) -> Span:
    """The span with the rule that stands under it, where it is the head of a table."""
    if not _ROW.match(_line_of(text, span[0])):
        return span
    start = text.find("\n", span[1])
    rule = _line_of(text, start + 1) if start >= 0 else ""
    if "-" not in rule or not _RULE.fullmatch(rule):
        return span
    return span[0], start + 1 + len(rule.rstrip())


def is_step(text: str, span: Span) -> bool:
    """Whether the sentence is an item of a numbered list."""
    return bool(_STEP.match(_line_of(text, span[0])))


def is_listed(text: str, span: Span) -> bool:
    """Whether the sentence is an item of a list or a row of a table."""
    return _kind(text, span) != "text"


def is_row(text: str, span: Span) -> bool:
    """Whether the sentence is a row of a table, its head too."""
    return _kind(text, span) == "row"


def is_heading(text: str, span: Span) -> bool:
    """Whether the sentence is a Markdown heading or a table's rule, which say nothing alone."""
    line = _line_of(text, span[0])
    return bool(_HEADING.match(line)) or ("-" in line and bool(_RULE.fullmatch(line)))


def blocks_of(text: str, spans: Sequence[Span], *, lists: bool = True) -> list[range]:
    """For each sentence, the sentences that must be quoted with it, itself among them.

    A list takes the sentence above it along, which may turn its meaning ("These are forbidden.").
    That sentence takes along what it announces, and with ``lists`` any list that stands under it.
    """
    kinds = [_kind(text, span) for span in spans]
    blocks: list[range] = []
    for index, (kind, span) in enumerate(zip(kinds, spans, strict=True)):
        if kind == "text":
            below = ("item", "row") if _announces(text, span) else ("item",) if lists else ()
            block = _with_what_follows(kinds, index, below)
            blocks.append(block if len(block) > 1 else _with_neighbours(text, spans, index))
            continue
        first, last = index, index
        while first > 0 and kinds[first - 1] == kind:
            first -= 1
        while last + 1 < len(kinds) and kinds[last + 1] == kind:
            last += 1
        if first > 0 and kind == "item" and _leads_in(text, spans[first - 1]):
            first -= 1
        blocks.append(range(first, last + 1))
    return blocks


def row_with_head(text: str, spans: Sequence[Span], index: int, block: range) -> str:
    """What a row of a table says, each cell under its head; a sentence that is no row as it stands.

    A unit that stands in the head, such as "Weight (kg)", is put to the figure.
    """
    start, end = spans[index]
    head, row = text[slice(*spans[block[0]])], text[start:end]
    if index == block[0] or _kind(text, spans[index]) != "row":
        return row
    names, cells = _cells(head), _cells(row)
    if len(names) != len(cells):
        return row
    return "; ".join(_cell(name, cell) for name, cell in zip(names, cells, strict=True))


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _cell(name: str, cell: str) -> str:
    unit = _UNIT.search(name)
    measured = f"{cell} {unit[1]}" if unit and cell[-1:].isdigit() else cell
    return f"{name}: {measured}" if name else measured


def _with_what_follows(kinds: Sequence[str], index: int, below: Sequence[str]) -> range:
    """A sentence with the list or table under it, where that is of the kinds ``below``."""
    last = index
    while last + 1 < len(kinds) and kinds[last + 1] in below:
        last += 1
    return range(index, last + 1)


def _with_neighbours(text: str, spans: Sequence[Span], index: int) -> range:
    """A sentence with those before it that it points back to, and those after it that limit it."""
    first, last = index, index
    while index - first < _BOUND and _is_bound(text, spans, first - 1):
        if not needs_before(text[slice(*spans[first])]):
            break
        first -= 1
    while last - index < _BOUND and _is_bound(text, spans, last):
        if not limits_before(text[slice(*spans[last + 1])]):
            break
        last += 1
    return range(first, last + 1)


def _is_bound(text: str, spans: Sequence[Span], index: int) -> bool:
    """Whether a sentence and the next one stand in one paragraph."""
    if not 0 <= index < len(spans) - 1:
        return False
    between = text[spans[index][1] : spans[index + 1][0]]
    both = (spans[index], spans[index + 1])
    return "\n\n" not in between and all(_leads_in(text, span) for span in both)


def _leads_in(text: str, span: Span) -> bool:
    """Whether a sentence above a list may say what it lists."""
    return _kind(text, span) == "text" and not is_heading(text, span)


def _announces(text: str, span: Span) -> bool:
    """Whether a sentence cannot end here: it ends with a colon, or with no mark at all."""
    end = text[span[0] : span[1]].rstrip(" *_")[-1:]
    return end in (":", "：") or end.isalnum()


def _kind(text: str, span: Span) -> str:
    line = _line_of(text, span[0])
    if _ROW.match(line):
        return "row"
    return "item" if _ITEM.match(line) else "text"


def _line_of(text: str, position: int) -> str:
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return text[start : end if end >= 0 else len(text)]
