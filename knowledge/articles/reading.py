"""Articles from files and folders, the reader chosen by the suffix.

Readers are imported when first needed, so that starting a server does not load parsers of PDF and
HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from knowledge.articles.document import Document
from knowledge.errors import UnknownFormatError, UnreadableFileError
from knowledge.records import Article
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import DAMAGED_STREAM, Source, find_sources

_MARKDOWN = frozenset({".md", ".markdown", ".txt"})
_HTML = frozenset({".html", ".htm", ".xhtml"})
_LISTED = frozenset({".jsonl", ".ndjson", ".csv", ".tsv"})
_SUFFIXES = _MARKDOWN | _HTML | _LISTED | {".pdf", ".docx"}
_LARGEST_DOCUMENT = 64 << 20


def read_articles(paths: Sequence[Path], on_skip: OnSkip) -> Iterator[Article]:
    """The articles of files, folders and archives, one after another.

    In a folder or an archive files of other kinds are passed over. A damaged document, or a
    second one with the same id, is reported to ``on_skip``.

    Raises:
        UnreadableFileError: a path is missing, or an archive cannot be read.
        UnknownFormatError: a file named for itself is of no known kind, or holds no articles.
    """
    sources = list(find_sources(paths))
    for source in sources:
        if source.named and source.suffix not in _SUFFIXES:
            kinds = ", ".join(sorted(_SUFFIXES))
            raise UnknownFormatError(f"{source.label}: articles are read from {kinds} files")
    return _read_all([s for s in sources if s.suffix in _SUFFIXES], on_skip)


def parse_document(document: Document, suffix: str) -> Article:
    """The article in one document of the kind that ``suffix`` names (".md", ".pdf", …).

    Raises:
        UnreadableFileError: the document is damaged or holds no text.
    """
    if suffix in _HTML:
        from knowledge.articles.html import read_html

        return read_html(document)
    if suffix == ".pdf":
        from knowledge.articles.pdf import read_pdf

        return read_pdf(document)
    if suffix == ".docx":
        from knowledge.articles.docx import read_docx

        return read_docx(document)
    from knowledge.articles.markdown import read_markdown

    return read_markdown(document)


def _read_all(sources: Sequence[Source], on_skip: OnSkip) -> Iterator[Article]:
    seen: dict[str, str] = {}
    for source in sources:
        for article in _read(source, on_skip):
            if article.id in seen:
                reason = f"its id '{article.id}' was taken in {seen[article.id]}; give it another"
                on_skip(SkippedRecord(source.label, article.title, reason))
                continue
            seen[article.id] = source.label
            yield article


def _read(source: Source, on_skip: OnSkip) -> Iterator[Article]:
    if source.suffix in _LISTED:
        yield from _read_listed(source, on_skip)
        return
    try:
        with source.open() as stream:
            content = stream.read(_LARGEST_DOCUMENT + 1)
        if len(content) > _LARGEST_DOCUMENT:
            raise UnreadableFileError(f"is larger than {_LARGEST_DOCUMENT >> 20} MiB")
        yield parse_document(Document(source.name, content), source.suffix)
    except (UnreadableFileError, *DAMAGED_STREAM) as error:
        on_skip(SkippedRecord(source.label, "file", str(error)))


def _read_listed(source: Source, on_skip: OnSkip) -> Iterator[Article]:
    from knowledge.articles.listed import read_article_lines, read_article_table

    tabular = source.suffix in {".csv", ".tsv"}
    found = read_article_table(source, on_skip) if tabular else read_article_lines(source, on_skip)
    empty = True
    for article in found:
        empty = False
        yield article
    if empty and source.named:
        raise UnknownFormatError(
            f"{source.label}: holds no articles; each needs a title and a body (or answers)"
        )
