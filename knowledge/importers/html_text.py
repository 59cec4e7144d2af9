"""What a message in HTML says, as plain text: all of its words, none of its markup.

Links keep their address, lists their marks, tables a row a line. What a mail quotes of earlier
ones is left out where the markup says that it is a quotation, and so is a signature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

import lxml.html
from lxml.etree import LxmlError

_LINE: Final = "\x01"
_PARAGRAPH: Final = "\x02"
"""What begins and ends a block, until it is known what stands on its other side."""
_PARAGRAPHS: Final = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS: Final = _PARAGRAPHS | {
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "li", "main", "nav", "ol",
    "pre", "section", "table", "tr", "ul",
}  # fmt: skip
_UNSEEN: Final = frozenset({"head", "noscript", "script", "style", "template", "title"})
_QUOTES: Final = re.compile(
    r"\b(?:gmail_quote|gmail_extra|moz-cite-prefix|yahoo_quoted|protonmail_quote|zmail_extra"
    r"|freshdesk_quote|zendesk_quoted|quoted-text|divRplyFwdMsg"
    r"|gmail_signature|moz-signature|protonmail_signature_block|ms-outlook-mobile-signature)\b"
)
_SPACES: Final = re.compile(r"[ \t\f\v\u00a0]+")
_GAP: Final = re.compile(rf"\s*[{_LINE}{_PARAGRAPH}][\s{_LINE}{_PARAGRAPH}]*")
_CONTROLS: Final = re.compile(r"[\x00-\x08]")
_TAG: Final = re.compile(r"<[^<>]*>")
_EMPTY_LINES: Final = re.compile(r"\n{3,}")
_MARKUP: Final = re.compile(r"<(?:!doctype|[a-z][a-z0-9]*(?:\s[^<>]*)?/?)>|&(?:[a-z]+|#\d+);", re.I)
DEEPEST: Final = 200
PARSED_DEPTH: Final = 250
"""What is nested deeper, libxml2 drops without a word."""


def text_of_html(html: str) -> str:
    """The text of a piece of HTML, paragraphs set apart by an empty line."""
    html = _CONTROLS.sub("", html)
    if not html.strip():
        return ""
    try:
        text = "".join(_pieces(lxml.html.fragment_fromstring(html, create_parent="div"), 0))
    except (LxmlError, ValueError):
        text = ""
    if not _GAP.sub("", text).strip() and html.count("<") > PARSED_DEPTH:
        text = unescape(_TAG.sub(" ", html))
    text = _GAP.sub(lambda gap: "\n\n" if _PARAGRAPH in gap.group() else "\n", text)
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def looks_like_markup(text: str) -> bool:
    """Whether a text that may be either is HTML."""
    return _MARKUP.search(text) is not None


def _pieces(element: lxml.html.HtmlElement, depth: int) -> Iterator[str]:
    """The words in and below ``element``, with line breaks where its blocks begin and end."""
    if depth > DEEPEST:
        yield element.text_content()
        return
    yield _collapsed(element.text, element)
    for child in element:
        yield from _child(child, depth)
        yield _collapsed(child.tail, element)


def _child(child: lxml.html.HtmlElement, depth: int) -> Iterator[str]:
    tag = child.tag if isinstance(child.tag, str) else None
    if tag is None or tag in _UNSEEN or _is_quotation(child, tag):
        return
    if tag == "br":
        yield "\n"
    elif tag in {"td", "th"}:
        yield from _pieces(child, depth + 1)
        yield " | " if child.getnext() is not None else ""
    elif tag == "a":
        yield _linked("".join(_pieces(child, depth + 1)), child.get("href") or "")
    elif tag in _BLOCKS:
        gap = _PARAGRAPH if tag in _PARAGRAPHS else _LINE
        yield gap + ("- " if tag == "li" else "")
        yield from _pieces(child, depth + 1)
        yield gap
    else:
        yield from _pieces(child, depth + 1)


def _collapsed(text: str | None, parent: lxml.html.HtmlElement) -> str:
    if not text:
        return ""
    return text if parent.tag == "pre" else re.sub(r"\s+", " ", text)


def _is_quotation(element: lxml.html.HtmlElement, tag: str) -> bool:
    if tag == "blockquote" and element.get("type") == "cite":
        return True
    return bool(_QUOTES.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def _linked(words: str, address: str) -> str:
    shown = words.strip()
    if not address.startswith(("http://", "https://")) or address.rstrip("/") in shown:
        return words
    return f"{words.rstrip()} ({address})" if shown else address
