"""A mail's own words: what its author wrote, without quotations and signatures."""

from __future__ import annotations

from typing import Final

from knowledge.importers.html_text import text_of_html
from knowledge.importers.mail_quotes import without_quotes
from knowledge.importers.mail_signatures import without_signature

_MOST: Final = 200_000
"""Characters of one message that are looked at; what is longer is a log or a file, not words."""
_MOST_MARKUP: Final = 1_000_000


def own_words(text: str) -> str:
    """The text without what it quotes of others and what stands below it."""
    return without_signature(without_quotes(text[:_MOST]))


def own_words_of_html(html: str) -> str:
    """The same of a message in HTML."""
    return own_words(text_of_html(html[:_MOST_MARKUP]))
