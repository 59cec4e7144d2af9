"""Articles in Word's DOCX files, as Markdown: headings, lists and tables stay what they are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC

import docx
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph

from knowledge.articles.document import Document, title_for
from knowledge.articles.docx_lists import Lists
from knowledge.articles.identity import id_of_file
from knowledge.articles.table_rows import markdown_rows
from knowledge.errors import UnreadableFileError
from knowledge.records import Article

_MOST_UNPACKED_BYTES = 200 << 20
_WEB = ("http://", "https://", "mailto:")


def read_docx(document: Document) -> Article:
    """The document's text in order.

    Raises:
        UnreadableFileError: the file is damaged, unpacks to too much, or holds no text.
    """
    try:
        _refuse_excess(document)
        word: WordDocument = docx.Document(io.BytesIO(document.content))
        body = "\n".join(_lines(word)).strip()
        title, changed = word.core_properties.title, word.core_properties.modified
    except (UnreadableFileError, MemoryError):
        raise
    except Exception as error:  # a damaged package makes its reader fail in any way at all
        raise UnreadableFileError(f"{document.name}: is no readable DOCX: {error}") from error
    if not body:
        raise UnreadableFileError(f"{document.name}: holds no text")
    return Article(
        id=id_of_file(document.name),
        title=_shown_title(word) or title.strip() or title_for(body, document.name),
        body=body,
        updated_at=changed.replace(tzinfo=UTC) if changed and not changed.tzinfo else changed,
    )


def _refuse_excess(document: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(document.content)) as package:
        unpacked = sum(member.file_size for member in package.infolist())
    if unpacked > _MOST_UNPACKED_BYTES:
        raise UnreadableFileError(f"{document.name}: unpacks to {unpacked >> 20} MiB; too much")


def _shown_title(word: WordDocument) -> str:
    titles = (p.text.strip() for p in word.paragraphs if _style(p) in {"Title", "Heading 1"})
    return next((title for title in titles if title), "")


def _lines(word: WordDocument) -> Iterator[str]:
    lists = Lists(word)
    in_list = False
    for part in word.iter_inner_content():
        if isinstance(part, Table):
            rows = ([cell.text for cell in row.cells] for row in part.rows)
            yield from ("", *markdown_rows(rows), "")
            in_list = False
            continue
        text = _text(part)
        if not text:
            continue
        marker = _heading_marker(_style(part)) or lists.marker(part, _style(part))
        if not (in_list and marker.endswith(("- ", "1. "))):
            yield ""
        in_list = marker.endswith(("- ", "1. "))
        yield marker + text
    yield ""


def _style(paragraph: Paragraph) -> str:
    style = paragraph.style
    return (style.name if style is not None else None) or ""


def _text(paragraph: Paragraph) -> str:
    """The words on one line, links to the web with where they lead."""
    parts = (
        f"[{part.text}]({part.url})"
        if isinstance(part, Hyperlink) and part.url.startswith(_WEB) and part.text.strip()
        else part.text
        for part in paragraph.iter_inner_content()
    )
    return " ".join("".join(parts).split())


def _heading_marker(style: str) -> str:
    if style == "Title":
        return "# "
    if style.startswith("Heading ") and style[-1].isdigit():
        return "#" * min(int(style[-1]), 6) + " "
    return ""
