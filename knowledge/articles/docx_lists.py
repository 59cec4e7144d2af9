"""Which paragraphs of a DOCX file are items of lists: numbered steps, or points.

The button for lists of a word processor gives a paragraph the number of a list and leaves its style
as it was; others write styles such as "List Bullet". Text and headings are not known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_UNNUMBERED = frozenset({"bullet", "none"})
_INDENT = "   "
_OUTSIDE_LISTS = ("List Paragraph", "List Continue")
"""Styles that only indent, and of which the button's lists are made."""

_Level = tuple[str, str]
"""The number of a list, and of a level within it, as the file writes them."""


class Lists:
    """The lists of one document."""

    def __init__(self, word: WordDocument) -> None:
        self._formats = dict(_formats(word))

    def marker(self, paragraph: Paragraph, style: str) -> str:
        """``- `` or ``1. `` with the level's indent; nothing where it is no item."""
        numbered: Any = paragraph._p.pPr.numPr if paragraph._p.pPr is not None else None
        if numbered is not None and numbered.numId is not None:
            level = numbered.ilvl.val if numbered.ilvl is not None else 0
            format = self._formats.get((str(numbered.numId.val), str(level)))
            return "" if format is None else _marked(level, format not in _UNNUMBERED)
        if not style.startswith("List") or style.startswith(_OUTSIDE_LISTS):
            return ""
        level = int(style[-1]) - 1 if style[-1:].isdigit() else 0
        return _marked(level, style.startswith("List Number"))


def _marked(level: int, numbered: bool) -> str:
    return _INDENT * level + ("1. " if numbered else "- ")


def _formats(word: WordDocument) -> Iterator[tuple[_Level, str]]:
    """How each level of each list is numbered: "bullet", "decimal", and so on."""
    numbering = _numbering(word)
    if numbering is None:
        return
    kinds: Mapping[str, Any] = {
        kind.get(qn("w:abstractNumId")): kind for kind in numbering.iter(qn("w:abstractNum"))
    }
    for number in numbering.iter(qn("w:num")):
        named = number.find(qn("w:abstractNumId"))
        kind = kinds.get(named.get(qn("w:val"))) if named is not None else None
        for level in kind.iter(qn("w:lvl")) if kind is not None else ():
            format = level.find(qn("w:numFmt"))
            if format is not None:
                place = (number.get(qn("w:numId")), level.get(qn("w:ilvl")))
                yield place, format.get(qn("w:val"))


def _numbering(word: WordDocument) -> Any:
    """The part that describes lists, if the file has one; asking for it would make one."""
    return next(
        (
            each.target_part.element
            for each in word.part.rels.values()
            if each.reltype.endswith("/numbering") and hasattr(each.target_part, "element")
        ),
        None,
    )
