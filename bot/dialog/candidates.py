"""Which templates may be said or offered: sure ones, near ones, and never one that was refused."""

from __future__ import annotations

import itertools
from typing import Final

from bot.dialog.readings import Bearing, Reading
from bot.dialog.turn import Turn
from knowledge.records import TemplateId
from retrieval import TemplateCandidate, lacks_figure

ASKED_SO: Final = 0.9
"""The similarity to one of its examples from which the team said that a template answers."""

IN_ITS_WORDS: Final = 0.1
"""How probable a template must be that holds every word of a question, to be offered for that."""

FIGURES_READ_IN: Final = ("en", "de", "zh", "fr", "es", "it", "pt", "nl")


def sure(turn: Turn, reading: Reading) -> tuple[TemplateId, float] | None:
    """The best live template of ``reading`` with its probability, where that is sure enough.

    One that lacks the very figure that is asked for is at most near.
    """
    best = likeliest(turn, reading)
    if best is None or best.probability < turn.policy.answer_threshold:
        return None
    if best.reasons.similarity < ASKED_SO and _lacks_figure(turn, reading, best.template):
        return None
    return best.template, best.probability


def _lacks_figure(turn: Turn, reading: Reading, template: TemplateId) -> bool:
    """Whether what ``reading`` wants measured is not in the texts; fields and files may hold it."""
    answer = turn.situation.templates[template]
    texts = [text for language, text in answer.texts.items() if language[:2] in FIGURES_READ_IN]
    if not texts or answer.attachments or any("{{" in text for text in texts):
        return False
    return lacks_figure(reading.text, texts)


def likeliest(turn: Turn, reading: Reading) -> TemplateCandidate | None:
    """The best live template of ``reading``, however sure that is."""
    return next((each for each in reading.templates if may_be_said(turn, each.template)), None)


def near(turn: Turn, *readings: Reading) -> tuple[TemplateId, ...]:
    """The live templates near enough to be offered, best first.

    A guess that holds less of what is asked than the knowledge base does, or nothing of it, is not
    worth offering. Where all that are near hold nothing of it, the likeliest that holds every word
    of it is, though it is not quite as near.
    """
    found: dict[TemplateId, float] = {}
    for reading in readings:
        for each in reading.templates:
            unfit = reading.outdone | reading.unlike
            if _is_near(turn, each) and each.template not in unfit:
                found[each.template] = max(each.probability, found.get(each.template, 0.0))
    ordered = tuple(sorted(found, key=lambda template: -found[template]))
    return ordered or tuple(each for reading in readings for each in _in_its_words(turn, reading))


def _in_its_words(turn: Turn, reading: Reading) -> tuple[TemplateId, ...]:
    """The likeliest template that holds every word of ``reading``, where those near hold none."""
    guesses = [each.template for each in reading.templates if _is_near(turn, each)]
    if not guesses or not reading.unlike.issuperset(guesses):
        return ()
    fitting = (
        each.template
        for each in reading.templates
        if each.template in reading.fitting
        and each.probability >= IN_ITS_WORDS
        and may_be_said(turn, each.template)
    )
    return tuple(itertools.islice(fitting, 1))


def is_outdone(turn: Turn, reading: Reading) -> bool:
    """Whether templates come near to ``reading``, and the first passage holds more than each."""
    guesses = [each.template for each in reading.templates if _is_near(turn, each)]
    return bool(guesses) and reading.outdone.issuperset(guesses)


def _is_near(turn: Turn, candidate: TemplateCandidate) -> bool:
    near_enough = candidate.probability >= turn.policy.clarify_floor
    return near_enough and may_be_said(turn, candidate.template)


def may_be_said(turn: Turn, template: TemplateId) -> bool:
    """Whether ``template`` is live, and not what the customer just said was not meant."""
    refused = turn.state.memory.said if turn.bearing is Bearing.MENDED else ()
    return template in turn.situation.templates and template not in refused
