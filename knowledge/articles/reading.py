"""Articles from files, folders and archives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from knowledge.articles.confined import CONFINED_SUFFIXES, ConfinedParser
from knowledge.articles.document import Document
from knowledge.articles.parsing import (
    ARTICLE_SUFFIXES,
    LISTED_SUFFIXES,
    MARKDOWN_SUFFIXES,
    parse_document,
)
from knowledge.errors import UnknownFormatError, UnreadableFileError
from knowledge.records import Article
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import DAMAGED_STREAM, Source, find_sources
from knowledge.storable_text import with_storable_article

LARGEST_DOCUMENT = 64 << 20
LONGEST_TEXT = 4_000_000
"""Characters of an article, some 2,000 pages: what is longer is no article, and slow to cut up."""


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
        if source.named and source.suffix not in ARTICLE_SUFFIXES:
            kinds = ", ".join(sorted(ARTICLE_SUFFIXES))
            raise UnknownFormatError(f"{source.label}: articles are read from {kinds} files")
    return _read_all([each for each in sources if each.suffix in ARTICLE_SUFFIXES], on_skip)


def read_source(source: Source, parser: ConfinedParser, on_skip: OnSkip) -> Iterator[Article]:
    """The articles in one file; what is damaged is reported to ``on_skip``.

    Raises:
        UnknownFormatError: the file was named for itself and holds no articles.
    """
    if source.suffix in LISTED_SUFFIXES:
        yield from _read_listed(source, parser, on_skip)
        return
    try:
        with source.open() as stream:
            content = stream.read(LARGEST_DOCUMENT + 1)
        if len(content) > LARGEST_DOCUMENT:
            raise UnreadableFileError(f"is larger than {LARGEST_DOCUMENT >> 20} MiB")
        yield parse_safely(Document(source.name, content), source.suffix, parser)
    except (UnreadableFileError, *DAMAGED_STREAM) as error:
        on_skip(SkippedRecord(source.label, "file", str(error)))


def parse_safely(document: Document, suffix: str, parser: ConfinedParser) -> Article:
    """The article in one document, whoever wrote it.

    Raises:
        UnreadableFileError: it is damaged, holds no text, is too long, or too much for its reader.
    """
    if suffix in MARKDOWN_SUFFIXES and document.is_html_page:
        suffix = ".html"
    confined = suffix in CONFINED_SUFFIXES
    article = parser.parse(document, suffix) if confined else parse_document(document, suffix)
    if len(article.body) > LONGEST_TEXT:
        raise UnreadableFileError(
            f"{document.name}: holds {len(article.body):,} characters, more than {LONGEST_TEXT:,}; "
            "split it"
        )
    return with_storable_article(article)


def _read_all(sources: Sequence[Source], on_skip: OnSkip) -> Iterator[Article]:
    seen: dict[str, str] = {}
    with ConfinedParser() as parser:
        for source in sources:
            for article in read_source(source, parser, on_skip):
                if article.id in seen:
                    reason = f"its id '{article.id}' was taken in {seen[article.id]}"
                    reason += "; give it another"
                    on_skip(SkippedRecord(source.label, article.title, reason))
                    continue
                seen[article.id] = source.label
                yield article


def _read_listed(source: Source, parser: ConfinedParser, on_skip: OnSkip) -> Iterator[Article]:
    from knowledge.articles.listed import read_article_lines, read_article_table

    read = read_article_table if source.suffix in {".csv", ".tsv"} else read_article_lines
    empty = True
    for article in read(source, partial(parser.markdown_of_piece, name=source.label), on_skip):
        empty = False
        yield with_storable_article(article)
    if empty and source.named:
        raise UnknownFormatError(
            f"{source.label}: holds no articles; each needs a title and a body (or answers)"
        )
