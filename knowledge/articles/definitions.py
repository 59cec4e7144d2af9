"""Definition lists: each term stays with what is said of it, where readers list both apart.

``<dt>Parking</dt><dd>None.</dd>`` becomes one item, "Parking: None.", and so do the lines
``Parking`` and ``: None.`` of Markdown. Knows nothing of what the terms mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import lxml.html
from lxml.etree import ParserError

_DEFINED: Final = re.compile(r"<dl[\s>]", re.IGNORECASE)
_IN_MARKDOWN: Final = re.compile(
    r"^(?![ \t]|[-*+>|#:]|\d{1,3}[.)][ \t]|```|~~~)(?P<term>[^\n]{1,200})\n"
    r"(?P<said>(?::[ \t]+[^\n]+(?:\n|\Z))+)",
    re.MULTILINE,
)
_FENCE: Final = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_ENDS: Final = (":", "：", "?", "？", "!", "！", ".", "。")


def with_definitions_joined(html: str) -> str:
    """The page with each of its ``<dl>`` as a list of one item a term; as it is without any."""
    if not _DEFINED.search(html):
        return html
    try:
        page = lxml.html.document_fromstring(html.encode("utf-8"), parser=_parser())
    except ParserError:
        return html
    for found in list(page.iter("dl")):
        _as_items(found)
    return str(lxml.html.tostring(page, encoding="unicode"))


def with_markdown_definitions_joined(markdown: str) -> str:
    """A Markdown text with each term above lines that begin with a colon as an item of a list.

    A text with fenced code is left as it is: what looks like a definition there may be code.
    """
    if "\n:" not in markdown or _FENCE.search(markdown):
        return markdown
    return _IN_MARKDOWN.sub(_item, markdown)


def _item(found: re.Match[str]) -> str:
    term = found["term"].strip().strip("*_").strip()
    said = " ".join(line.lstrip(":").strip() for line in found["said"].splitlines())
    return f"- **{_with_colon(term)}** {said}\n"


def _with_colon(term: str) -> str:
    return term if term.endswith(_ENDS) else f"{term}:"


def _as_items(found: lxml.html.HtmlElement) -> None:
    """Makes a definition list a plain one; one within another's definition stays in its item."""
    parts = list(_parts(found))
    found.tag = "ul"
    for group in list(found):
        found.remove(group)
    item: lxml.html.HtmlElement | None = None
    defined = True
    for part in parts:
        if item is None or (part.tag == "dt" and defined):
            item = lxml.html.Element("li")
            found.append(item)
        elif len(item):
            item[-1].tail = " "
        defined = part.tag == "dd"
        _move_into(item, part)


def _parts(found: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """Terms and definitions in order, also those that stand in a ``<div>`` each."""
    for child in found:
        if child.tag in ("dt", "dd"):
            yield child
        elif child.tag == "div":
            yield from _parts(child)


def _move_into(item: lxml.html.HtmlElement, part: lxml.html.HtmlElement) -> None:
    if part.tag == "dt":
        term = lxml.html.Element("b")
        term.text = _with_colon(" ".join(part.text_content().split()))
        term.tail = " "
        item.append(term)
        return
    part.tag, part.tail = "span", " "
    item.append(part)


def _parser() -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(encoding="utf-8")
