"""Articles on web pages: the text itself as Markdown, without navigation, banners and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from configparser import ConfigParser
from functools import cache

import lxml.html
import trafilatura
from lxml.etree import ParserError
from trafilatura.settings import use_config

from knowledge.articles.definitions import with_definitions_joined
from knowledge.articles.document import Document, title_for
from knowledge.articles.identity import id_of_file
from knowledge.errors import UnreadableFileError
from knowledge.records import Article
from knowledge.times import parse_time

_HEADING = re.compile(r"(#{1,6}) ")
_HEADINGS_IN_HTML = re.compile(r"<h[1-6]\b", re.IGNORECASE)


def read_html(document: Document) -> Article:
    """The page's main text, its title, language, canonical address and time of change.

    Raises:
        UnreadableFileError: the page holds no text of its own.
    """
    html = document.text()
    try:
        page = lxml.html.document_fromstring(html.encode("utf-8"), parser=_parser())
    except ParserError:
        raise UnreadableFileError(f"{document.name}: holds no HTML") from None
    body = markdown_of(html)
    if not body:
        raise UnreadableFileError(f"{document.name}: holds no text outside its menus and scripts")
    return Article(
        id=id_of_file(document.name),
        title=_title(page) or title_for(body, document.name),
        body=body,
        url=_address(page),
        language=page.get("lang") or None,
        updated_at=parse_time(_first(page, "//meta[@property='article:modified_time']/@content")),
    )


def markdown_of(html: str) -> str:
    """The main text of a page, as Markdown; empty where there is none."""
    html = with_definitions_joined(html)
    found = _extracted(html)
    if not found or _HEADING.search(found) or not _HEADINGS_IN_HTML.search(html):
        return found
    return _with_headings(found, _extracted(_as_one_article(html)))


def _extracted(html: str) -> str:
    found = trafilatura.extract(
        html,
        config=_settings(),
        output_format="markdown",
        include_comments=False,
        include_formatting=True,
        include_links=True,
        include_tables=True,
        favor_recall=True,
    )
    return (found or "").strip()


def _as_one_article(html: str) -> str:
    """The page with all of it inside an <article>.

    Trafilatura reads headings only within what it takes for the article's frame. In a page that
    marks none it gathers paragraphs, lists and tables one by one, and leaves the headings out.
    """
    page = lxml.html.document_fromstring(html.encode("utf-8"), parser=_parser())
    body = page.find("body")
    if body is not None:
        body.tag = "article"
        body.addprevious(lxml.html.Element("body"))
        page.find("body").append(body)
    return str(lxml.html.tostring(page, encoding="unicode"))


def _with_headings(found: str, framed: str) -> str:
    """``found`` under the headings of ``framed``; as it is where that does not hold all of it.

    The frame is the whole page, so whatever else it brought is left out.
    """
    known = set(found.splitlines())
    if not known <= set(framed.splitlines()):
        return found
    lines = [line for line in framed.splitlines() if line in known or _HEADING.match(line)]
    return "\n".join(_without_empty_sections(lines)).strip()


def _without_empty_sections(lines: Sequence[str]) -> Iterator[str]:
    """Each heading stands alone between empty lines, and only above something."""
    waiting: list[str] = []
    for line in lines:
        heading = _HEADING.match(line)
        if heading:
            level = len(heading[1])
            waiting = [each for each in waiting if len(each.split()[0]) < level]
            waiting.append(line)
        else:
            if line and waiting:
                yield from (part for each in waiting for part in ("", each, ""))
                waiting = []
            yield line


def markdown_of_piece(html: str) -> str:
    """All the text of a piece of HTML without page around it, as Markdown."""
    return markdown_of(f"<html><body><article>{html}</article></body></html>")


@cache
def _settings() -> ConfigParser:
    """Trafilatura's, but a page of two sentences is an article too."""
    settings: ConfigParser = use_config()
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "10"
    return settings


def _parser() -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(encoding="utf-8")


def _title(page: lxml.html.HtmlElement) -> str:
    headings = [" ".join(found.text_content().split()) for found in page.iter("h1")]
    return headings[0] if len(headings) == 1 else " ".join(_first(page, "//title/text()").split())


def _address(page: lxml.html.HtmlElement) -> str | None:
    address = _first(page, "//link[@rel='canonical']/@href")
    return address if address.startswith(("http://", "https://")) else None


def _first(page: lxml.html.HtmlElement, path: str) -> str:
    found = page.xpath(path)
    return str(found[0]) if isinstance(found, list) and found else ""
