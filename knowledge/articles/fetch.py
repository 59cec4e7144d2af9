"""An article fetched from the web: what kind of document an answer is, and its lasting id."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from knowledge.articles.confined import ConfinedParser
from knowledge.articles.document import Document
from knowledge.articles.identity import slug
from knowledge.articles.reading import parse_safely
from knowledge.articles.web import WebAnswer, WebReader
from knowledge.errors import FetchFailedError, UnreadableFileError
from knowledge.records import Article, ArticleId

_SUFFIX_OF_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_OK = 200


class ArticleFetcher:
    """Fetches articles. The default reader is for use; tests pass one of their own."""

    def __init__(self, web: WebReader | None = None) -> None:
        self._web = web or WebReader()

    def fetch(self, url: str) -> Article:
        """The article at an http or https address: HTML, Markdown, text, PDF or DOCX.

        Its ``url`` is the address it was finally found at, its id made from that.

        Raises:
            RefusedAddressError: the address, or one it redirects to, is not a public one.
            FetchFailedError: no answer, an error, too large, too slow, or no article in it.
        """
        with ConfinedParser() as parser:
            return article_of(self._web.get(url), parser)


def article_of(answer: WebAnswer, parser: ConfinedParser) -> Article:
    """The article that an address answered with.

    Raises:
        FetchFailedError: it answered with an error, or with no article.
    """
    if answer.status != _OK:
        raise FetchFailedError(f"{answer.url}: answered {answer.status}")
    suffix = _SUFFIX_OF_TYPE.get(answer.type)
    if suffix is None:
        kind = answer.type or "of no stated type"
        raise FetchFailedError(f"{answer.url}: is {kind}, not an article")
    suffix = ".md" if answer.url.endswith(".md") and suffix == ".txt" else suffix
    try:
        article = parse_safely(Document(answer.url, answer.content), suffix, parser)
    except UnreadableFileError as error:
        raise FetchFailedError(str(error)) from None
    return replace(article, id=_id_of(answer.url), url=article.url or answer.url)


def _id_of(url: str) -> ArticleId:
    parts = urlsplit(url)
    return ArticleId(slug(f"{parts.netloc} {parts.path} {parts.query}"))
