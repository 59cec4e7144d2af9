"""Where it is sure what a message is about, but not which kind of it: "billing", yet not which.

What stands under one parent shares its probability, so that no answer is sure although the matter
is. The customer then chooses among the kinds that have an answer. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.dialog.candidates import may_be_said
from bot.dialog.requests import RELATED
from bot.dialog.turn import Turn
from knowledge.hierarchy import lineage
from knowledge.records import IntentId, TemplateId

MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Kinds:
    """The answers to what stands under ``parent``, the likeliest first."""

    parent: IntentId
    templates: tuple[TemplateId, ...]


def kinds_of_sure_parent(turn: Turn) -> Kinds | None:
    """The nearest sure parent and the answers to choose from; None where there is no choice.

    A follow-up is asked about together with the question that it leans on.
    """
    if turn.follow_up is not None:
        return None
    sure = (each for each in _parents(turn) if _is_sure(turn, each))
    found = (Kinds(each, _answers(turn, each)[:MOST]) for each in sure)
    return next((each for each in found if _is_choice(turn, each)), None)


def _parents(turn: Turn) -> tuple[IntentId, ...]:
    """What the likely intents stand under, the innermost parents first."""
    found = [name for each in turn.reading.intents for name in lineage(each.intent)[1:]]
    return tuple(sorted(dict.fromkeys(found), key=lambda name: -len(lineage(name))))


def _is_sure(turn: Turn, parent: IntentId) -> bool:
    return turn.reading.chance_of(parent) >= turn.policy.answer_threshold


def _answers(turn: Turn, parent: IntentId) -> tuple[TemplateId, ...]:
    """The answers to likely intents under ``parent``, one for each, the likeliest first."""
    kinds = [each.intent for each in turn.reading.intents if parent in lineage(each.intent)]
    answers = (_answer_to(turn, each) for each in kinds)
    return tuple(dict.fromkeys(each for each in answers if each is not None))


def _answer_to(turn: Turn, intent: IntentId) -> TemplateId | None:
    """The answer to ``intent`` that comes nearest to the message, else any."""
    near = [each.template for each in turn.reading.templates]
    known = turn.situation.templates
    for each in (*near, *known):
        if may_be_said(turn, each) and intent in known[each].intents:
            return each
    return None


def _is_choice(turn: Turn, kinds: Kinds) -> bool:
    """Whether there are several, and the message has to do with one of them.

    A classifier is sure of strange messages too; no template is near to those.
    """
    related = {each.template for each in turn.reading.templates if each.probability >= RELATED}
    return len(kinds.templates) > 1 and not related.isdisjoint(kinds.templates)
