"""Which wording of an approved answer a customer gets, and which they got last. Pure.

A channel's own text is the only wording there. Elsewhere a conversation begins with a wording that
is always the same for it, and goes on with the next one, so none is said twice in a row. Knows
nothing of how a wording's places are filled.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialog.decisions import ABOVE, Decision, Kind
from bot.dialog.fingerprints import fingerprint
from bot.dialog.template_words import language_of
from bot.dialog.turn import Turn
from knowledge.records import AnswerTemplate, TemplateId


def wordings(template: AnswerTemplate, language: str, channel: str) -> tuple[str, ...]:
    """Every text that may be said of ``template`` to a customer of ``language``; one at least."""
    tag = language_of(template, language)
    own = template.texts_on.get(channel, {}).get(tag)
    if own is not None:
        return (own,)
    return (template.texts[tag], *template.variants.get(tag, ()))


def wording(turn: Turn, template: AnswerTemplate) -> str:
    """The text that this turn says of ``template``: after the one said last, the next."""
    choices = wordings(template, turn.language, turn.situation.channel)
    marks = [fingerprint(each) for each in choices]
    last = turn.state.wordings.get(template.id)
    place = marks.index(last) + 1 if last in marks else _first(turn, template)
    return choices[place % len(choices)]


def all_said(turn: Turn, template: AnswerTemplate) -> bool:
    """Whether the last replies were ``template`` in each of its several wordings."""
    memory = turn.state.memory
    count = len(wordings(template, turn.language, turn.situation.channel))
    return count > 1 and memory.said[-1:] == (template.id,) and memory.repeated >= count


def said_in(decision: Decision) -> tuple[TemplateId, ...]:
    """The templates whose words stand in the reply; not one that details are asked for."""
    reasons, form = decision.reply.reasons, decision.state.form
    if decision.reply.kind is not Kind.ANSWER or reasons.rule == ABOVE or not reasons.template:
        return ()
    asked_for = form.template if form else None
    return tuple(each for each in (reasons.template, *reasons.also) if each != asked_for)


def wordings_after(turn: Turn, decision: Decision) -> Mapping[TemplateId, str]:
    """The marks of the wordings said last, where there are others, with those of this reply."""
    known, channel = turn.situation.templates, turn.situation.channel
    several = [
        known[each]
        for each in said_in(decision)
        if each in known and len(wordings(known[each], turn.language, channel)) > 1
    ]
    now = {each.id: fingerprint(wording(turn, each)) for each in several}
    return {**decision.state.wordings, **now}


def _first(turn: Turn, template: AnswerTemplate) -> int:
    return int(fingerprint(f"{turn.situation.bucket} {template.id}"), 16)
