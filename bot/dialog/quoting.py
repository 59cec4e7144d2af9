"""Quoted sentences as one text: what runs on, and what stands on lines of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from retrieval import ComposedAnswer

_LINE: Final = re.compile(r"\s*([-*+|]|\d+[.)])\s?")


def as_text(composed: ComposedAnswer) -> str:
    """All that was composed, a list under the heading that says what it lists."""
    lines = [
        line for each in composed.sentences for line in (each.under, each.text) if line is not None
    ]
    return joined(lines)


def joined(sentences: Sequence[str]) -> str:
    """Sentences as running text; list items, steps and table rows each on a line of their own."""
    text, before = "", ""
    for sentence in sentences:
        text += _gap(before, sentence) + sentence
        if _is_row(sentence) and not _is_row(before) and "\n" not in sentence:
            text += "\n" + "|---" * (sentence.strip().strip("|").count("|") + 1) + "|"
        before = sentence
    return text


def _gap(before: str, sentence: str) -> str:
    if not before:
        return ""
    line_before, line = bool(_LINE.match(before)), bool(_LINE.match(sentence))
    if not line_before and not line:
        return " "
    return "\n" if line_before and line and _is_row(before) == _is_row(sentence) else "\n\n"


def _is_row(sentence: str) -> bool:
    """Whether this is a row of a Markdown table; the first of a run is taken for its head."""
    return sentence.lstrip().startswith("|")


def is_running_text(sentences: Sequence[str]) -> bool:
    """Whether these are sentences alone, without list items, steps or rows of a table."""
    return not any(_LINE.match(each) for each in sentences)
