"""Which approved answer an agent's reply nearly says, whatever stands in its fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rapidfuzz.utils import default_process

from bot.channels.rendering import markdown_to_plain
from bot.content.likeness import NEARLY, alike, bare, every_text
from knowledge import AnswerTemplate, TemplateId

HALF: Final = 50.0
"""Of 100, as ``NEARLY``: below it, what an agent took was replaced rather than changed."""


class SaidTemplates:
    """The live templates' words, to compare replies with. Immutable and thread-safe."""

    def __init__(self, templates: Iterable[AnswerTemplate]) -> None:
        self._words = [(each.id, bare(text)) for each in templates for text in every_text(each)]

    def __call__(self, reply: str) -> TemplateId | None:
        """The template whose words ``reply`` nearly is; None where it is none's."""
        said = default_process(markdown_to_plain(reply))
        scored = [(alike(said, words), id) for id, words in self._words if words]
        best = max(scored, default=(0.0, None), key=lambda each: each[0])
        return best[1] if best[0] >= NEARLY else None

    def keeps(self, reply: str, template: TemplateId) -> bool:
        """Whether at least half of ``reply`` is in the words of ``template``."""
        said = default_process(markdown_to_plain(reply))
        return any(alike(said, words) >= HALF for id, words in self._words if id == template)
