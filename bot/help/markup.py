"""An article's Markdown as HTML that is safe to show, its headings with their fragments.

The fragments are those that passages link to: both read the text alike.
"""

from __future__ import annotations

import html
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import nh3
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from bot.channels.rendering import TAGS
from knowledge import Article
from knowledge.passages.anchors import Anchors
from knowledge.passages.blocks import markdown_parser
from knowledge.passages.inline import heading_text

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LISTED = ("h2", "h3")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading: its level (2 or 3), its words, and the fragment that leads to it."""

    level: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ArticleMarkup:
    """The article without its title, and the headings that a table of contents lists."""

    html: str
    sections: tuple[Section, ...]


def article_markup(article: Article) -> ArticleMarkup:
    """The body as HTML. Raw HTML comes down to the tags that Markdown makes; pictures to words."""
    markdown = markdown_parser()
    tokens = markdown.parse(article.body)
    sections = tuple(_anchored(tokens))
    if _repeats_title(tokens, article.title):
        tokens = tokens[3:]
    for token in tokens:
        token.children = [_without_picture(each) for each in token.children or ()]
    shown = nh3.clean(
        markdown.renderer.render(tokens, markdown.options, {}),
        tags=TAGS | set(_HEADINGS),
        attributes={"a": {"href", "title"}, **{heading: {"id"} for heading in _HEADINGS}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener",
    )
    return ArticleMarkup(shown, sections)


def _anchored(tokens: Sequence[Token]) -> Iterator[Section]:
    """Gives every heading its fragment, and returns those that are listed.

    A heading inside a list is a part of that list, as it is for passages.
    """
    anchors, lists = Anchors(), 0
    for opening, inline in itertools.pairwise(tokens):
        lists += opening.nesting if opening.type.endswith("_list_open") else 0
        lists += opening.nesting if opening.type.endswith("_list_close") else 0
        if opening.type != "heading_open" or lists:
            continue
        title = heading_text(SyntaxTreeNode([inline]).children[0])
        anchor = anchors.of(title)
        if anchor:
            opening.attrSet("id", anchor)
            if opening.tag in _LISTED:
                yield Section(int(opening.tag[1]), title, anchor)


def _repeats_title(tokens: Sequence[Token], title: str) -> bool:
    return (
        len(tokens) > 2
        and tokens[0].tag == "h1"
        and tokens[1].content.strip().casefold() == title.strip().casefold()
    )


def _without_picture(token: Token) -> Token:
    """A picture would be fetched from elsewhere; what it shows stays."""
    return Token("text", "", 0, content=token.content) if token.type == "image" else token


def shortened(text: str, most: int) -> str:
    """The beginning of a text as HTML, cut between words."""
    plain = " ".join(text.split())
    if len(plain) > most:
        plain = plain[:most].rsplit(" ", 1)[0] + " …"
    return html.escape(plain)
