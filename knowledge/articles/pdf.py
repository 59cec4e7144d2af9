"""Articles in PDF files: the text of their pages. Pictures of text hold none."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pypdf

from knowledge.articles.document import Document, title_for, with_title_marked
from knowledge.articles.identity import id_of_file
from knowledge.articles.pdf_headings import Line, PageLines, markdown_of_lines
from knowledge.errors import UnreadableFileError
from knowledge.records import Article

_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_A-Z])")
_MOST_PAGES = 2_000


def read_pdf(document: Document) -> Article:
    """The text of all pages, its paragraphs as far as the file shows them.

    Raises:
        UnreadableFileError: the file is damaged, locked, too long, or holds no text.
    """
    try:
        reader = pypdf.PdfReader(io.BytesIO(document.content))
        _refuse_unreadable(reader, document.name)
        text = markdown_of_lines(line for page in reader.pages for line in _lines(page))
        title = (reader.metadata.title if reader.metadata else None) or ""
    except (UnreadableFileError, MemoryError):
        raise
    except Exception as error:  # a damaged PDF makes its reader fail in any way at all
        raise UnreadableFileError(f"{document.name}: is no readable PDF: {error}") from error
    body = _BROKEN_WORD.sub("", text).strip()
    if not body:
        raise UnreadableFileError(f"{document.name}: holds no text; is it scanned?")
    title = title.strip() or title_for(body, document.name)
    return Article(id=id_of_file(document.name), title=title, body=with_title_marked(body, title))


def _lines(page: pypdf.PageObject) -> Iterator[Line]:
    found = PageLines()
    page.extract_text(visitor_text=found.visit)
    yield from found.lines()
    yield Line("", 0.0)


def _refuse_unreadable(reader: pypdf.PdfReader, name: str) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableFileError(f"{name}: is locked by a password; save it without one")
    if len(reader.pages) > _MOST_PAGES:
        raise UnreadableFileError(f"{name}: has more than {_MOST_PAGES} pages; split it")
