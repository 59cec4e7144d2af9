"""One document's bytes, and what every reader needs to say about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from knowledge.encoding import decode_text

_HEADING = re.compile(r"^#{1,3}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_LONGEST_TITLE = 100
_BEFORE_A_PAGE = b"\xef\xbb\xbf \t\r\n"
_PAGE_BEGINS = (b"<!doctype html", b"<html")


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file: ``name`` its path below what was named, or an address."""

    name: str
    content: bytes

    @property
    def is_html_page(self) -> bool:
        """Whether it begins as a web page does, whatever it is called."""
        return self.content[:1_000].lstrip(_BEFORE_A_PAGE).lower().startswith(_PAGE_BEGINS)

    def text(self) -> str:
        """The content as text, in whatever encoding it is, with plain newlines."""
        return decode_text(self.content).replace("\r\n", "\n").replace("\r", "\n")


def with_title_marked(body: str, title: str) -> str:
    """``body`` with its first line as a heading where that line is the title and nothing marks it.

    Plain text and PDFs mark nothing, and an unmarked title is quoted as if it were a sentence.
    """
    first, _, rest = body.lstrip().partition("\n")
    if first.strip() != title or not rest.strip():
        return body
    return f"# {title}\n\n{rest.lstrip()}"


def title_for(body: str, name: str) -> str:
    """The first heading of a Markdown body, else a short first line, else the file's name."""
    heading = _HEADING.search(body)
    if heading:
        return heading.group(1).strip()
    first = body.lstrip().split("\n", 1)[0].strip()
    if first and len(first) <= _LONGEST_TITLE and first[-1] not in ".:;,!|":
        return first
    stem = PurePosixPath(name).name.split(".", 1)[0]
    return " ".join(re.split(r"[\W_]+", stem)).strip().capitalize() or name
