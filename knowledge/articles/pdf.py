"""Articles in PDF files: the text of their pages, with ruled tables.

Pictures of text hold none.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Sequence

import pypdf

from knowledge.articles.document import Document, title_for, with_title_marked
from knowledge.articles.identity import id_of_file
from knowledge.articles.pdf_continued import joined_tables
from knowledge.articles.pdf_headings import markdown_of_lines
from knowledge.articles.pdf_lines import Line, PageLines
from knowledge.articles.pdf_tables import BROKEN_WORD
from knowledge.errors import UnreadableFileError
from knowledge.records import Article

_MOST_PAGES = 2_000
_SHAPES = re.compile("[\u2f00-\u2fd5\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc]")
"""Radicals for whole signs, ligatures, letters as they look within a word: nobody types these."""


def read_pdf(document: Document) -> Article:
    """The text of all pages, its paragraphs as far as the file shows them.

    Raises:
        UnreadableFileError: the file is damaged, locked, too long, or holds no text.
    """
    try:
        reader = pypdf.PdfReader(io.BytesIO(document.content))
        _refuse_unreadable(reader, document.name)
        text = markdown_of_lines(joined_tables(map(_lines, reader.pages)))
        title = (reader.metadata.title if reader.metadata else None) or ""
    except (UnreadableFileError, MemoryError):
        raise
    except Exception as error:  # a damaged PDF makes its reader fail in any way at all
        raise UnreadableFileError(f"{document.name}: is no readable PDF: {error}") from error
    body = BROKEN_WORD.sub("", as_typed(text)).strip()
    if not body:
        raise UnreadableFileError(f"{document.name}: holds no text; is it scanned?")
    title = as_typed(title).strip() or title_for(body, document.name)
    return Article(id=id_of_file(document.name), title=title, body=with_title_marked(body, title))


def as_typed(text: str) -> str:
    """``text`` with the letters that stand for its shapes: printing keeps only how they look."""
    return _SHAPES.sub(lambda shape: unicodedata.normalize("NFKC", shape[0]), text)


def _lines(page: pypdf.PageObject) -> Sequence[Line]:
    """Where a page lies on its side, its tables do, too; these stay lines."""
    found = PageLines()
    if page.rotation % 360:
        page.extract_text(visitor_text=found.visit)
    else:
        page.extract_text(
            visitor_operand_before=found.enter,
            visitor_operand_after=found.follow,
            visitor_text=found.visit,
        )
    return [*found.lines(), Line("", 0.0)]


def _refuse_unreadable(reader: pypdf.PdfReader, name: str) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableFileError(f"{name}: is locked by a password; save it without one")
    if len(reader.pages) > _MOST_PAGES:
        raise UnreadableFileError(f"{name}: has more than {_MOST_PAGES} pages; split it")
