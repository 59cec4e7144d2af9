"""Many articles in one file: JSON Lines, or a table with one article a row."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from knowledge.articles.identity import id_of_content
from knowledge.articles.markup import looks_like_html
from knowledge.articles.price_lists import LONGEST, article_of, is_price_list
from knowledge.csv_tables import open_table
from knowledge.errors import UnreadableFileError
from knowledge.lines import read_lines
from knowledge.records import Article, ArticleId
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import Source
from knowledge.tables import Table
from knowledge.times import parse_time

_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "slug", "key"),
    "title": ("title", "question", "name", "subject", "heading"),
    "body": ("body", "text", "content", "answer", "article"),
    "url": ("url", "link", "html_url"),
    "language": ("language", "lang", "locale"),
    "updated": ("updated", "updated_at", "modified", "last_modified"),
}


ToMarkdown = Callable[[str], str]
"""Makes Markdown of a body that is HTML, as help desks export it."""


def read_article_lines(
    source: Source, to_markdown: ToMarkdown, on_skip: OnSkip
) -> Iterator[Article]:
    """One article a line: an object with ``title`` and ``body``, or ``answers``, a list."""
    for position, line in read_lines(source, on_skip):
        try:
            yield _article(_record(line), to_markdown)
        except UnreadableFileError as error:
            on_skip(SkippedRecord(source.label, position, str(error)))


def read_article_table(
    source: Source, to_markdown: ToMarkdown, on_skip: OnSkip
) -> Iterator[Article]:
    """One article a row, its columns named as in JSON Lines.

    A table none of whose columns holds a text is an article itself: a list of prices or branches.
    """
    with open_table(source) as table:
        if not _holds_texts(table):
            yield from _price_list(source, table, on_skip)
            return
        for position, row in table.rows(on_skip):
            try:
                record = {column.casefold(): cell for column, cell in row.items()}
                yield _article(record, to_markdown)
            except UnreadableFileError as error:
                on_skip(SkippedRecord(source.label, position, str(error)))


def _holds_texts(table: Table) -> bool:
    return any(column.casefold() in _NAMES["body"] for column in table.columns)


def _price_list(source: Source, table: Table, on_skip: OnSkip) -> Iterator[Article]:
    found = islice(table.rows(on_skip, needed=1), LONGEST + 1)
    rows = [list(row.values()) for _, row in found]
    if is_price_list(table.columns, rows):
        yield article_of(source.name, table.columns, rows)
    elif rows:
        reason = "has no column 'body' or 'answer', and is no list of prices or other figures"
        on_skip(SkippedRecord(source.label, "file", reason))


def _record(line: bytes) -> Mapping[str, object]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(f"is not JSON: {error}") from None
    if not isinstance(record, dict):
        raise UnreadableFileError("is no JSON object")
    return record


def _article(record: Mapping[str, object], to_markdown: ToMarkdown) -> Article:
    body = _body(record, to_markdown)
    title = _entry(record, "title")
    identifier = _entry(record, "id")
    return Article(
        id=ArticleId(identifier) if identifier else id_of_content(title, body),
        title=title or _beginning(body),
        body=body,
        url=_entry(record, "url") or None,
        language=_entry(record, "language") or None,
        updated_at=parse_time(_entry(record, "updated")),
    )


def _body(record: Mapping[str, object], to_markdown: ToMarkdown) -> str:
    body = _entry(record, "body")
    answers = record.get("answers")
    if not body and isinstance(answers, list):
        body = "\n\n".join(str(answer).strip() for answer in answers if str(answer).strip())
    if not body:
        raise UnreadableFileError("has no text under 'body' or 'answers'")
    return (to_markdown(body) if looks_like_html(body) else "") or body


def _entry(record: Mapping[str, object], name: str) -> str:
    for key in _NAMES[name]:
        value = record.get(key)
        if isinstance(value, str | int) and str(value).strip():
            return str(value).strip()
    return ""


def _beginning(body: str) -> str:
    words = body.lstrip("# ").split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
