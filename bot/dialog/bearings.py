"""Messages about the bot's last reply: an option picked, another one wanted, the answer refused.

Only templates that came near enough to be offered are ever picked, and one that was refused is
never said again unless it is named. Pure.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.dialog.decisions import Decision, Kind, NeedsLookup
from bot.dialog.forms import answer_with
from bot.dialog.handing_over import hand_over
from bot.dialog.phrases import PHRASES, phrase
from bot.dialog.readings import Bearing
from bot.dialog.replies import clarifying, person_button, saying
from bot.dialog.template_words import titled
from bot.dialog.turn import Turn
from bot.dialog.why import why
from bot.dialog.words import plain
from knowledge.records import TemplateId
from nlu import Act

MAX_OFFERED: Final = 2
_NONE_OF_THESE: Final = frozenset(plain(phrase("none_of_these", each)) for each in PHRASES)
REFUSED: Final = why("refused")


def typed_option(turn: Turn) -> Decision | NeedsLookup | None:
    """Decide on a message that is the label of a button just offered, in whichever language."""
    offered = _live(turn, turn.state.memory.offered)
    if not offered or _operator_asks(turn):
        return None
    if turn.state.clarified and plain(turn.reading.text) in _NONE_OF_THESE:
        return none_of_these(turn)
    templates = [turn.situation.templates[each] for each in offered]
    written = "\n".join(each.text for each in turn.messages)
    named = titled(templates, turn.reading.text) or titled(templates, written)
    return _picked(turn, named.id) if named else None


def answer_bearing(turn: Turn) -> Decision | NeedsLookup | None:
    """Decide on a message about the last reply; None where it is about something else."""
    offered = _live(turn, turn.state.memory.offered)
    asked_back = turn.state.clarified and bool(offered)
    if _operator_asks(turn):
        return None
    if turn.state.memory.person_offered and _takes_offer(turn):
        return hand_over(turn, "handoff", why("yes_to_person"), "asked")
    match turn.bearing:
        case Bearing.YES if asked_back and len(offered) == 1:
            return _picked(turn, offered[0])
        case Bearing.ORDINAL if turn.state.form is None:
            return _which(turn)
        case Bearing.NO if asked_back:
            return none_of_these(turn)
        case Bearing.OTHER:
            return _other(turn)
        case Bearing.REFUSED if turn.state.memory.fingerprint:
            return _refused(turn)
        case None if turn.reading.act is Act.DISSATISFIED and turn.state.memory.said:
            return _refused(turn)
        case _:
            return None


def _operator_asks(turn: Turn) -> bool:
    """Whether the operator's form is open; it hears its own yes and no."""
    return turn.state.form is not None and turn.state.form.name is not None


def _takes_offer(turn: Turn) -> bool:
    """Whether the customer agrees: a yes does, an "ok" only where it was asked."""
    asked = turn.state.clarified and turn.reading.act is Act.AFFIRM
    return asked or turn.bearing is Bearing.YES


def none_of_these(turn: Turn) -> Decision:
    """Leave it to the customer's own words, or to a person."""
    because = why("none_meant")
    reply = saying(turn, "other_words", Kind.ANSWER, because, "none of these")
    reply = replace(reply, buttons=(person_button(turn.language),))
    memory = replace(turn.state.memory, offered=())
    return Decision(reply, replace(turn.state, clarified=True, memory=memory))


def _which(turn: Turn) -> Decision:
    """Ask what is meant: the place of an option that was not there says nothing by itself."""
    because = why("no_such_option")
    if turn.state.clarified:
        return hand_over(turn, "handoff_unsure", because, "unsure")
    reply = clarifying(turn, (), because)
    return Decision(reply, replace(turn.state, clarified=True))


def _other(turn: Turn) -> Decision | NeedsLookup | None:
    left = _left(turn)
    if turn.state.clarified and not turn.state.memory.said:
        return none_of_these(turn) if len(left) == 1 else None
    if len(left) == 1:
        return _picked(turn, left[0])
    return _refused(turn) if turn.state.memory.fingerprint else None


def _picked(turn: Turn, template: TemplateId) -> Decision | NeedsLookup:
    because = why("chosen_near")
    return answer_with(
        _without_form(turn), turn.situation.templates[template], because, probability=None
    )


def _refused(turn: Turn) -> Decision:
    left = _left(turn)
    if not left or turn.state.clarified:
        return hand_over(turn, "handoff_refused", REFUSED, "refused")
    plain = _without_form(turn)
    reply = clarifying(plain, left[:MAX_OFFERED], REFUSED)
    return Decision(reply, replace(plain.state, clarified=True))


def _left(turn: Turn) -> tuple[TemplateId, ...]:
    """What came near and was not said yet."""
    memory, form = turn.state.memory, turn.state.form
    said = {*memory.said, *((form.template,) if form else ())}
    return tuple(each for each in _live(turn, memory.offered) if each not in said)


def _live(turn: Turn, templates: tuple[TemplateId, ...]) -> tuple[TemplateId, ...]:
    return tuple(each for each in templates if each in turn.situation.templates)


def _without_form(turn: Turn) -> Turn:
    return replace(turn, state=replace(turn.state, form=None))
