"""A Markdown document as headings and blocks, each block in the parts where it may be cut.

Parts are what stays whole as long as possible: sentences of a paragraph, items of a list, rows of
a table. Inline markup is gone; markers of items and bars of tables remain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from knowledge.passages.boundaries import sentence_spans
from knowledge.passages.inline import heading_text, inline_text, without_tags


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` runs from 1 to 6."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list, table or code block.

    ``opening`` is repeated above each piece where the block must be cut (a table's header).
    ``glue`` stands between parts; ``whole`` marks lists and tables, which are cut only if they
    have to be.
    """

    parts: tuple[str, ...]
    glue: str
    opening: str = ""
    whole: bool = False

    def text(self, start: int = 0, end: int | None = None) -> str:
        """The parts from ``start`` to before ``end``, under the opening."""
        body = self.glue.join(self.parts[start:end])
        return f"{self.opening}\n{body}" if self.opening else body


def read_blocks(markdown: str) -> Iterator[Heading | Block]:
    """The document's headings and blocks in order; rules and empty blocks are left out."""
    root = SyntaxTreeNode(markdown_parser().parse(markdown))
    for node in root.children:
        yield from _read(node)


@cache
def markdown_parser() -> MarkdownIt:
    """Reads articles, for passages and for pages alike."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _read(node: SyntaxTreeNode) -> Iterator[Heading | Block]:
    match node.type:
        case "heading":
            yield Heading(int(node.tag[1]), heading_text(node.children[0]))
        case "paragraph":
            yield from _paragraph(inline_text(node.children[0]))
        case "html_block":
            yield from _paragraph(without_tags(node.content))
        case "bullet_list" | "ordered_list":
            yield Block(tuple(_items(node)), "\n", whole=True)
        case "table":
            yield _table(node)
        case "fence" | "code_block":
            lines = [line for line in node.content.splitlines() if line.strip()]
            if lines:
                yield Block(tuple(lines), "\n", whole=True)
        case _:
            for child in node.children:
                yield from _read(child)


def _paragraph(text: str) -> Iterator[Block]:
    parts = tuple(text[start:end] for start, end in sentence_spans(text))
    if parts:
        spaced = " " if any(" " in part for part in parts) or text.isascii() else ""
        yield Block(parts, spaced)


def _items(node: SyntaxTreeNode) -> Iterator[str]:
    start = int(node.attrs.get("start", 1))
    for number, item in enumerate(node.children, start):
        marker = f"{number}." if node.type == "ordered_list" else "-"
        lines = [line for child in item.children for line in _lines(child)]
        indent = " " * (len(marker) + 1)
        yield f"{marker} " + f"\n{indent}".join(lines)


def _lines(node: SyntaxTreeNode) -> Iterator[str]:
    for block in _read(node):
        text = block.text if isinstance(block, Heading) else block.text()
        yield from text.splitlines()


def _table(node: SyntaxTreeNode) -> Block:
    rows = [row for section in node.children for row in section.children]
    lines = [_row(row) for row in rows]
    rule = "| " + " | ".join("---" for _ in rows[0].children) + " |"
    return Block(tuple(lines[1:]), "\n", opening=f"{lines[0]}\n{rule}", whole=True)


def _row(row: SyntaxTreeNode) -> str:
    cells = (" ".join(inline_text(cell.children[0]).split()) for cell in row.children)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
