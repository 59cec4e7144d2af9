"""How alike two texts of the team's are, in words alone: for answers said, and answers written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from bot.channels.rendering import markdown_to_plain
from knowledge import AnswerTemplate, fields_of, fill

NEARLY: Final = 80.0
"""Of 100: the share of characters that an alignment keeps. Small changes and filled fields leave
more of a text, another answer to the same question less."""


def every_text(template: AnswerTemplate) -> Iterator[str]:
    """Every wording of ``template``, in every language and on every channel."""
    yield from template.texts.values()
    for texts in template.variants.values():
        yield from texts
    for by_language in template.texts_on.values():
        yield from by_language.values()


def bare(text: str) -> str:
    """The words of an answer without its marks and its fields."""
    return default_process(markdown_to_plain(fill(text, dict.fromkeys(fields_of(text), ""))))


def alike(one: str, other: str) -> float:
    """Two ``bare`` texts, from 0 to 100."""
    return fuzz.ratio(one, other)
