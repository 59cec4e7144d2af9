"""Which templates may be said or offered: sure ones, near ones, and never one that was refused."""

from __future__ import annotations

from bot.dialog.readings import Bearing, Reading
from bot.dialog.turn import Turn
from knowledge.records import TemplateId
from retrieval import TemplateCandidate


def sure(turn: Turn, reading: Reading) -> tuple[TemplateId, float] | None:
    """The best live template of ``reading`` with its probability, where that is sure enough."""
    best = likeliest(turn, reading)
    if best is None or best.probability < turn.policy.answer_threshold:
        return None
    return best.template, best.probability


def likeliest(turn: Turn, reading: Reading) -> TemplateCandidate | None:
    """The best live template of ``reading``, however sure that is."""
    return next((each for each in reading.templates if may_be_said(turn, each.template)), None)


def near(turn: Turn, *readings: Reading) -> tuple[TemplateId, ...]:
    """The live templates near enough to be offered, best first."""
    found: dict[TemplateId, float] = {}
    for reading in readings:
        for each in reading.templates:
            if may_be_said(turn, each.template) and each.probability >= turn.policy.clarify_floor:
                found[each.template] = max(each.probability, found.get(each.template, 0.0))
    return tuple(sorted(found, key=lambda template: -found[template]))


def may_be_said(turn: Turn, template: TemplateId) -> bool:
    """Whether ``template`` is live, and not what the customer just said was not meant."""
    refused = turn.state.memory.said if turn.bearing is Bearing.MENDED else ()
    return template in turn.situation.templates and template not in refused
