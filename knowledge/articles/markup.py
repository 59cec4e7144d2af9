"""Tells HTML from Markdown, without loading a parser of either."""

from __future__ import annotations

_BLOCKS = ("</p>", "</div>", "</li>", "</h1>", "</h2>", "</h3>", "</table>", "<br")


def looks_like_html(text: str) -> bool:
    """Whether a record's text is HTML, as help desks export it, rather than Markdown."""
    start = text.lstrip()
    return start.startswith("<") and any(block in text.lower() for block in _BLOCKS)
