"""Markdown to HTML that is safe to show: raw HTML never passes, links open elsewhere.

What the company says, by bot or by agent, is Markdown; what customers write is not.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import nh3
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from bot.dialog.quoting import joined

TAGS = {
    "a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre",
    "s", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip

_RULE: Final = re.compile(r"\s*\|[\s:|-]*-[\s:|-]*")
"""The line under a table's head."""


def markdown_to_html(text: str) -> str:
    """HTML of what the company says. http(s), mailto and tel links only."""
    return nh3.clean(
        _markdown().render(text),
        tags=TAGS,
        attributes={"a": {"href", "title"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer nofollow",
        set_tag_attribute_values={"a": {"target": "_blank"}},
    ).strip()


def markdown_to_plain(text: str) -> str:
    """The words of ``text`` alone, on one line, for where there is room for a glimpse only."""
    return " ".join(html.unescape(nh3.clean(_markdown().render(text), tags=set())).split())


def markdown_as_read(text: str) -> str:
    """``text`` as it reads without marks: items with a dot, each row of a table a sentence.

    "| Tent | Weight |" over "| Nimbus | 4 kg |" becomes "Nimbus: Weight 4 kg."
    """
    lines = (each for each in text.split("\n") if not _RULE.fullmatch(each))
    tree = SyntaxTreeNode(_markdown().parse(joined(list(lines))))
    return "\n".join(_read(tree.children)).strip()


def _read(nodes: Sequence[SyntaxTreeNode]) -> Iterator[str]:
    for node in nodes:
        match node.type:
            case "bullet_list" | "ordered_list":
                start = int(node.attrs.get("start", 1))
                for number, item in enumerate(node.children, start):
                    mark = "•" if node.type == "bullet_list" else f"{number}."
                    first, *more = list(_read(item.children)) or [""]
                    yield f"{mark} {first}"
                    yield from more
            case "table":
                head, *rows = [
                    [_words_of(cell) for cell in row.children]
                    for part in node.children
                    for row in part.children
                ]
                yield from (_row(head, row) for row in rows) if rows else [" · ".join(head)]
            case "blockquote":
                yield from _read(node.children)
            case "fence" | "code_block":
                yield node.content.rstrip()
            case "hr":
                pass
            case _:
                yield _words_of(node)


def _row(head: Sequence[str], row: Sequence[str]) -> str:
    """A row as a sentence: what its first cell names, then each other cell under its head."""
    cells = [f"{name} {cell}".strip() for name, cell in zip(head, row, strict=False) if cell]
    named = f"{row[0]}: {', '.join(cells[1:])}" if row[0] and len(cells) > 1 else ", ".join(cells)
    return named if named.endswith((".", "!", "?", "。", "！", "？")) else f"{named}."


def _words_of(node: SyntaxTreeNode) -> str:
    """The words in a node, without marks; a link's address is left out where it has a text."""
    if node.type in ("softbreak", "hardbreak"):
        return "\n"
    return "".join(map(_words_of, node.children)) if node.children else node.content


def plain_to_html(text: str) -> str:
    """HTML of what a customer wrote: their very words, line breaks kept, nothing interpreted."""
    return html.escape(text).replace("\n", "<br>")


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("js-default", {"breaks": True, "linkify": False})
