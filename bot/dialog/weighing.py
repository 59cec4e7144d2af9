"""Which way to read a follow-up: of several that its words leave open, what the evidence supports.

A way that leads back to the answer just given is supported by the old question alone, and so is
no support at all. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.dialog.memory import quoted_before
from bot.dialog.readings import FollowUp
from bot.dialog.turn import Turn
from knowledge.records import TemplateId

SUPPORT: Final = 0.1
"""How probable the message by itself must make a template that is found only for both together."""


def best_supported(turn: Turn, ways: Sequence[FollowUp]) -> FollowUp | None:
    """The way of ``ways`` with the best evidence, the first where none has any."""
    return max(ways, key=lambda way: _evidence(turn, way), default=None)


def supported(turn: Turn, way: FollowUp, template: TemplateId) -> bool:
    """Whether the message itself, and not the old question alone, leads to ``template``."""
    return way.replaced or any(
        each.template == template and each.probability >= SUPPORT for each in turn.reading.templates
    )


def _evidence(turn: Turn, way: FollowUp) -> float:
    return max(_of_templates(turn, way), _of_passages(turn, way))


def _of_templates(turn: Turn, way: FollowUp) -> float:
    known, said = turn.situation.templates, turn.state.memory.said
    best = next((each for each in way.reading.templates if each.template in known), None)
    if best is None or best.template in said or not supported(turn, way, best.template):
        return 0.0
    return best.probability


def _of_passages(turn: Turn, way: FollowUp) -> float:
    composed = way.reading.composed
    if composed is None or not way.on_topic or quoted_before(turn, composed):
        return 0.0
    return way.reading.answerability
