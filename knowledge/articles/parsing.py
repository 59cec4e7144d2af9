"""One document made an article, the parser chosen by the suffix.

Parsers are imported when first needed, so that starting a server loads none of PDF and HTML. What
strangers wrote is parsed by way of ``confined.py``.
"""

from __future__ import annotations

from knowledge.articles.document import Document
from knowledge.records import Article

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".txt"})
LISTED_SUFFIXES = frozenset({".jsonl", ".ndjson", ".csv", ".tsv"})
_HTML = frozenset({".html", ".htm", ".xhtml"})
ARTICLE_SUFFIXES = MARKDOWN_SUFFIXES | LISTED_SUFFIXES | _HTML | {".pdf", ".docx"}


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
