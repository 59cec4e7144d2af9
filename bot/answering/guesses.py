"""Which guesses are not worth offering: the knowledge base holds more of what is asked, or they
hold nothing of it.

Words count by their rarity in the knowledge base, but for the little ones of the question's
language; a template holds those of its examples, titles and answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.answering.little_words import little_terms, told_by_little_words
from knowledge import AnswerTemplate, TemplateId
from retrieval import Evidence, PassageIndex, TemplateCandidate, searchable_text
from retrieval.answerability import covered
from retrieval.terms import terms_of
from retrieval.word_cover import without_asking

CLEARLY_MORE: Final = 0.1
"""By what share of the question's words, by rarity, a passage must surpass a guess."""
WORTH_NAMING: Final = 0.25
"""The share of the question's words that a passage must hold for its article to be named."""
HALF: Final = 0.5
WHOLE: Final = 0.999
"""The share from which all words are held; sums of rarities may miss 1 by a little."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """Templates found that are not worth offering.

    ``outdone`` hold clearly less of the question than the first passage, whose article is named in
    their stead; ``unlike`` hold none of its words, or too few. ``fitting`` are those that hold them
    all, whatever their probability.
    """

    outdone: frozenset[TemplateId] = frozenset()
    unlike: frozenset[TemplateId] = frozenset()
    fitting: frozenset[TemplateId] = frozenset()


def words_in(template: AnswerTemplate) -> frozenset[str]:
    """The stems of everything that the template asks and says, in all its languages."""
    said = (template.title, *template.titles.values(), *template.examples, *template.texts.values())
    return frozenset(terms_of("\n".join(said)))


def unfit(
    text: str,
    evidence: Evidence,
    index: PassageIndex,
    words: Callable[[TemplateId], frozenset[str]],
    *,
    readable: bool = True,
    language: str | None = None,
) -> Unfit:
    """The templates found that are worse than naming an article, or than asking for other words.

    Where the encoder could not read ``text``, words alone tell: a guess must hold half of them, or
    more of them than any other template found. ``language`` is that of ``text``, where it tells.
    """
    little = little_terms(language or told_by_little_words(text))
    found = index.rarities(without_asking(text))
    rarities = {term: rarity for term, rarity in found.items() if term not in little}
    if not rarities:
        return Unfit()
    held = {each.template: covered(rarities, words(each.template)) for each in evidence.templates}
    asked = {
        each.template: covered(rarities, words(each.template) | _asked_before(each))
        for each in evidence.templates
    }
    first = [set(terms_of(searchable_text(hit.passage))) for hit in evidence.passages[:1]]
    named = max((covered(rarities, each) for each in first), default=0.0)
    bar = named - CLEARLY_MORE if named >= WORTH_NAMING else 0.0
    return Unfit(
        outdone=frozenset(each for each, share in held.items() if share < bar),
        unlike=frozenset(each for each in asked if _is_unlike(each, asked, readable=readable)),
        fitting=frozenset(each for each, share in asked.items() if share >= WHOLE),
    )


def _asked_before(guess: TemplateCandidate) -> frozenset[str]:
    """The stems of the question that found it: perhaps none of its own, but one of its intent's."""
    return frozenset(terms_of(guess.reasons.example))


def _is_unlike(guess: TemplateId, held: Mapping[TemplateId, float], *, readable: bool) -> bool:
    share = held[guess]
    if readable or share == 0.0 or share >= HALF:
        return share == 0.0
    return any(share <= other for each, other in held.items() if each != guess)
