"""What a reader sees of Markdown's inline markup: plain text, with addresses kept."""

from __future__ import annotations

import re
from html import unescape

from markdown_it.tree import SyntaxTreeNode

_TAG = re.compile(r"<[^>]*>")
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ABSOLUTE = ("http://", "https://", "mailto:", "tel:")


def inline_text(node: SyntaxTreeNode) -> str:
    """The text of a paragraph, heading or cell; a soft line break becomes a space."""
    return "".join(_part(child) for child in node.children).strip()


def heading_text(node: SyntaxTreeNode) -> str:
    """The words of a heading on one line; where a link in it leads to is not part of them."""
    return " ".join(_words(node).split())


def _words(node: SyntaxTreeNode) -> str:
    if node.type == "link":
        return "".join(_words(child) for child in node.children)
    return "".join(_words(child) for child in node.children) if node.children else _part(node)


def _part(node: SyntaxTreeNode) -> str:
    match node.type:
        case "text" | "code_inline":
            return node.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "link":
            return _link(node)
        case "image":
            return node.content
        case "html_inline":
            return "\n" if _BREAK_TAG.fullmatch(node.content) else ""
        case _:
            return "".join(_part(child) for child in node.children)


def _link(node: SyntaxTreeNode) -> str:
    text = "".join(_part(child) for child in node.children)
    address = str(node.attrs.get("href", ""))
    if not address.startswith(_ABSOLUTE) or text in address:
        return text or address
    return f"{text} ({address.removeprefix('mailto:').removeprefix('tel:')})"


def without_tags(html: str) -> str:
    """The text of a piece of raw HTML inside Markdown."""
    seen = _UNSEEN.sub("", html)
    return unescape(_TAG.sub("", _BREAK_TAG.sub("\n", seen))).strip()
