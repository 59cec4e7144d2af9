"""Markdown to the little HTML that Telegram takes. Everything else becomes plain text.

Telegram refuses a message with a tag it does not know, so only b, i, s, code, pre and a are ever
written, and all text is escaped.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from functools import cache
from urllib.parse import unquote, urljoin, urlsplit

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

TAGS = {"strong": "b", "em": "i", "s": "s"}
ADDRESSES = ("mailto", "tel")


def markdown_to_telegram(text: str, base: str | None = None) -> str:
    """Telegram's HTML of what the company says. Relative links are joined to ``base``."""
    return _Writer(base).blocks(SyntaxTreeNode(_markdown().parse(text)).children)


def escaped(text: str) -> str:
    """``text`` as Telegram's HTML shows it, letter by letter."""
    return html.escape(text, quote=False)


def link(inner: str, url: str | None, base: str | None) -> str:
    """A link around ``inner`` (HTML) where that leads to an absolute http(s) address.

    A relative ``url`` is joined to ``base``; where there is none, ``inner`` stands alone.
    """
    absolute = _absolute(url, base) if url else None
    return f'<a href="{html.escape(absolute)}">{inner}</a>' if absolute else inner


def _absolute(url: str, base: str | None) -> str | None:
    try:
        joined = urljoin(base.rstrip("/") + "/", url) if base else url
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined if parts.scheme in ("http", "https") and parts.hostname else None


class _Writer:
    """Walks a document's tree and writes text with few tags."""

    def __init__(self, base: str | None) -> None:
        self._base = base

    def blocks(self, nodes: Sequence[SyntaxTreeNode], between: str = "\n\n") -> str:
        return between.join(block for node in nodes if (block := self._block(node)))

    def _block(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "heading":
                inner = self._inline(node.children).replace("<b>", "").replace("</b>", "")
                return f"<b>{inner}</b>" if inner else ""
            case "bullet_list" | "ordered_list":
                return self._list(node)
            case "blockquote":
                return _prefixed(self.blocks(node.children), "│ ", "│ ")
            case "table":
                return self._table(node)
            case "fence" | "code_block":
                return f"<pre>{escaped(node.content.rstrip())}</pre>"
            case "hr":
                return "———"
            case _:
                return self._inline(node.children)

    def _list(self, node: SyntaxTreeNode) -> str:
        number = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        lines = []
        for place, item in enumerate(node.children):
            mark = "• " if number is None else f"{number + place}. "
            lines.append(_prefixed(self.blocks(item.children, "\n"), mark, " " * len(mark)))
        return "\n".join(lines)

    def _table(self, node: SyntaxTreeNode) -> str:
        rows = [row for part in node.children for row in part.children]
        lines = [" · ".join(self._inline(each.children) for each in row.children) for row in rows]
        return "\n".join(lines)

    def _inline(self, nodes: Sequence[SyntaxTreeNode]) -> str:
        return "".join(self._span(node) for node in nodes)

    def _span(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "inline":
                return self._inline(node.children)
            case "strong" | "em" | "s":
                tag = TAGS[node.type]
                return f"<{tag}>{self._inline(node.children)}</{tag}>"
            case "code_inline":
                return f"<code>{escaped(node.content)}</code>"
            case "link":
                return self._link(self._inline(node.children), str(node.attrs.get("href", "")))
            case "image":
                return link(escaped(node.content), str(node.attrs.get("src", "")), self._base)
            case "softbreak" | "hardbreak":
                return "\n"
            case _:
                return escaped(node.content)

    def _link(self, inner: str, href: str) -> str:
        scheme, _, address = href.partition(":")
        if scheme not in ADDRESSES:
            return link(inner, href, self._base)
        shown = escaped(unquote(address))
        return inner if shown in inner else f"{inner} ({shown})"


def _prefixed(text: str, first: str, others: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *(others + line for line in lines[1:])])


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("js-default", {"breaks": True, "linkify": False})
