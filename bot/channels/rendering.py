"""Markdown to HTML that is safe to show: raw HTML never passes, links open elsewhere.

What the company says, by bot or by agent, is Markdown; what customers write is not.
"""

from __future__ import annotations

import html
from functools import cache

import nh3
from markdown_it import MarkdownIt

TAGS = {
    "a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre",
    "s", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip


def markdown_to_html(text: str) -> str:
    """HTML of what the company says. http(s), mailto and tel links only."""
    return nh3.clean(
        _markdown().render(text),
        tags=TAGS,
        attributes={"a": {"href", "title"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer nofollow",
        set_tag_attribute_values={"a": {"target": "_blank"}},
    ).strip()


def markdown_to_plain(text: str) -> str:
    """The words of ``text`` alone, on one line, for where there is room for a glimpse only."""
    return " ".join(html.unescape(nh3.clean(_markdown().render(text), tags=set())).split())


def plain_to_html(text: str) -> str:
    """HTML of what a customer wrote: their very words, line breaks kept, nothing interpreted."""
    return html.escape(text).replace("\n", "<br>")


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("js-default", {"breaks": True, "linkify": False})
