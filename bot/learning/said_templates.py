"""Which approved answer an agent's reply nearly says, whatever stands in its fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from bot.channels.rendering import markdown_to_plain
from knowledge import AnswerTemplate, TemplateId, fields_of, fill

NEARLY: Final = 80.0
"""Of 100: the share of characters that an alignment keeps. Small changes and filled fields leave
more of a text, another answer to the same question less."""


class SaidTemplates:
    """The live templates' words, to compare replies with. Immutable and thread-safe."""

    def __init__(self, templates: Iterable[AnswerTemplate]) -> None:
        self._words = [(each.id, _bare(text)) for each in templates for text in each.texts.values()]

    def __call__(self, reply: str) -> TemplateId | None:
        """The template whose words ``reply`` nearly is; None where it is none's."""
        said = default_process(markdown_to_plain(reply))
        scored = [(fuzz.ratio(said, words), id) for id, words in self._words if words]
        best = max(scored, default=(0.0, None), key=lambda each: each[0])
        return best[1] if best[0] >= NEARLY else None


def _bare(text: str) -> str:
    """The words of a template without its fields."""
    return default_process(markdown_to_plain(fill(text, dict.fromkeys(fields_of(text), ""))))
