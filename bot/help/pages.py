"""Articles as plain, self-contained HTML pages. Raw HTML in an article never passes."""

from __future__ import annotations

import html
import itertools
from collections.abc import Sequence
from urllib.parse import quote

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.channels.rendering import TAGS
from bot.dialog.phrases import phrase
from knowledge import Article
from knowledge.passages.anchors import Anchors

PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · {company}</title>
<link rel="stylesheet" href="/help/style.css">
</head>
<body>
<header><a href="/help/">{company}</a></header>
<main>
{body}
</main>
</body>
</html>
"""
HEADINGS = ("h1", "h2", "h3", "h4")


def article_page(article: Article, company: str) -> str:
    """One article, its headings with the fragments that passages link to."""
    body = f"<h1>{html.escape(article.title)}</h1>\n{_article_html(article)}"
    return _page(article.title, article.language or "en", company, body)


def list_page(articles: Sequence[Article], company: str, q: str, language: str) -> str:
    """The titles of ``articles``, with a field to search in them, in a reader's ``language``."""
    entries = "\n".join(
        f'<li><a href="/help/{quote(each.id)}">{html.escape(each.title)}</a></li>'
        for each in sorted(articles, key=lambda each: each.title.casefold())
    )
    nothing, title = phrase("help_nothing", language), phrase("help_pages", language)
    found = f"<ul>\n{entries}\n</ul>" if entries else f"<p>{nothing}</p>"
    form = (
        '<form method="get" action="/help/" role="search">'
        f'<label for="q">{phrase("help_search", language)}</label>'
        f'<input id="q" name="q" type="search" value="{html.escape(q)}"></form>'
    )
    return _page(title, language, company, f"<h1>{title}</h1>\n{form}\n{found}")


def _page(title: str, language: str, company: str, body: str) -> str:
    return PAGE.format(
        title=html.escape(title),
        language=html.escape(language),
        company=html.escape(company),
        body=body,
    )


def _article_html(article: Article) -> str:
    markdown = MarkdownIt("js-default", {"linkify": False})
    tokens = markdown.parse(article.body)
    _anchor(tokens)
    if _repeats_title(tokens, article.title):
        tokens = tokens[3:]
    return nh3.clean(
        markdown.renderer.render(tokens, markdown.options, {}),
        tags=TAGS,
        attributes={"a": {"href", "title"}, **{heading: {"id"} for heading in HEADINGS}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener",
    )


def _anchor(tokens: Sequence[Token]) -> None:
    anchors = Anchors()
    for opening, inline in itertools.pairwise(tokens):
        if opening.type == "heading_open":
            opening.attrSet("id", anchors.of(inline.content))


def _repeats_title(tokens: Sequence[Token], title: str) -> bool:
    return (
        len(tokens) > 2
        and tokens[0].tag == "h1"
        and tokens[1].content.strip().casefold() == title.strip().casefold()
    )
