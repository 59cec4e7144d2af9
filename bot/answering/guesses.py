"""Which guesses are not worth offering: the knowledge base holds more of what is asked.

Words count by their rarity in the knowledge base; a template holds those of its examples, titles
and answers. It knows nothing of probabilities.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from knowledge import AnswerTemplate, TemplateId
from retrieval import Evidence, PassageIndex, searchable_text
from retrieval.answerability import covered
from retrieval.terms import terms_of

PASSAGES_COMPARED: Final = 3
CLEARLY_MORE: Final = 0.1
"""By what share of the question's words, by rarity, a passage must surpass a guess."""


def words_in(template: AnswerTemplate) -> frozenset[str]:
    """The stems of everything that the template asks and says, in all its languages."""
    said = (template.title, *template.titles.values(), *template.examples, *template.texts.values())
    return frozenset(terms_of("\n".join(said)))


def outdone(
    text: str,
    evidence: Evidence,
    index: PassageIndex,
    words: Callable[[TemplateId], frozenset[str]],
) -> frozenset[TemplateId]:
    """The templates found of which a passage found holds clearly more of what ``text`` says."""
    rarities = index.rarities(text)
    held = [
        covered(rarities, set(terms_of(searchable_text(hit.passage))))
        for hit in evidence.passages[:PASSAGES_COMPARED]
    ]
    bar = max(held, default=0.0) - CLEARLY_MORE
    found = (each.template for each in evidence.templates)
    return frozenset(each for each in found if covered(rarities, words(each)) < bar)
