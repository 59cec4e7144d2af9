"""Messages that lean on the question before them: "and to Canada?", "is it free?". Pure.

What the message says by itself wins where that is sure. Read together with the question before, it
must be surer than a question that stands alone, and it never repeats the answer just given: where
that answer holds for it too, the bot points there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.dialog.candidates import near, sure
from bot.dialog.decisions import Decision, Kind, NeedsLookup, Reply
from bot.dialog.forms import answer_with
from bot.dialog.handing_over import hand_over
from bot.dialog.memory import fingerprint
from bot.dialog.phrases import phrase
from bot.dialog.readings import FollowUp
from bot.dialog.replies import composing, person_button, reasons_of
from bot.dialog.template_words import title_in
from bot.dialog.turn import Turn
from knowledge.records import TemplateId
from nlu import Act

SURER: Final = 0.1
"""By how much passages must answer a message and the question before it better than one question:
more words find more passages, and some of them by the old question alone."""
LEAD: Final = 0.5
"""How probable the message by itself must make another template, for the one just said to yield."""
SUPPORT: Final = 0.1
"""How probable the message by itself must make a template that is found only for both together."""


def answer_follow_up(turn: Turn) -> Decision | NeedsLookup | None:
    """Decide on a follow-up; None where there is none, or where it is better read by itself."""
    follow_up = turn.follow_up
    if follow_up is None or turn.reading.act is Act.GOODBYE:
        return None
    whole = replace(turn, reading=follow_up.reading)
    alone, together = sure(turn, turn.reading), sure(turn, follow_up.reading)
    quotes = _quotes(whole, follow_up)
    if follow_up.loosely:
        enough = alone is not None or turn.reading.act is not None or _composes_alone(turn)
        return None if enough else quotes
    said = turn.state.memory.said[-1:]
    holds_too = together is not None and together[0] in said
    if alone and alone[0] not in said and not (holds_too and quotes):
        return None
    if together and not holds_too and _supported(turn, follow_up, together[0]):
        template = turn.situation.templates[together[0]]
        because = f"Read as “{follow_up.text}”, this approved answer is sure enough."
        return answer_with(whole, template, because, together[1])
    if quotes:
        return quotes
    if alone or (holds_too and not _leads_elsewhere(turn)):
        return point_above(whole, said[0])
    return None


def near_follow_up(turn: Turn) -> tuple[TemplateId, ...]:
    """What may be offered for a follow-up: near by itself or with the question before, not said."""
    follow_up = turn.follow_up
    if follow_up is None or follow_up.loosely:
        return near(turn, turn.reading)
    both = near(turn, turn.reading, follow_up.reading)
    return tuple(each for each in both if each not in turn.state.memory.said)


def repeats(turn: Turn, text: str) -> bool:
    """Whether ``text`` is what was said last, and the message goes on from there."""
    goes_on = turn.follow_up is not None or turn.bearing is not None
    return goes_on and fingerprint(text) == turn.state.memory.fingerprint


def _quotes(whole: Turn, follow_up: FollowUp) -> Decision | None:
    """Passages that answer the whole and name what the message names, said for the first time."""
    surely = whole.reading.answerability >= whole.policy.compose_threshold + SURER
    if whole.reading.composed is None or not surely or not follow_up.on_topic:
        return None
    reply = composing(whole, f"Read as “{follow_up.text}”.")
    if repeats(whole, reply.text):
        return None
    return Decision(reply, replace(whole.state, clarified=False))


def _composes_alone(turn: Turn) -> bool:
    found = turn.reading.composed is not None
    return found and turn.reading.answerability >= turn.policy.compose_threshold


def _supported(turn: Turn, follow_up: FollowUp, template: TemplateId) -> bool:
    """Whether the message itself, and not the old question alone, leads to ``template``."""
    return follow_up.replaced or any(
        each.template == template and each.probability >= SUPPORT for each in turn.reading.templates
    )


def _leads_elsewhere(turn: Turn) -> bool:
    """Whether the message by itself is rather about another template than the one just said."""
    return any(
        each.probability >= LEAD and each.template not in turn.state.memory.said
        for each in turn.reading.templates
        if each.template in turn.situation.templates
    )


def point_above(turn: Turn, said: TemplateId) -> Decision:
    """Points to the answer just given; twice running, a person is needed."""
    template = turn.situation.templates[said]
    text = phrase("above", turn.language, title=title_in(template, turn.language))
    if fingerprint(text) == turn.state.memory.fingerprint:
        because = f"“{template.title}” was said, and the customer still asks."
        return hand_over(turn, "handoff_unsure", because, "unsure")
    because = f"The answer “{template.title}”, just given, is the nearest to this too."
    reasons = reasons_of(turn, Kind.ANSWER, because, template=template, rule="above")
    reply = Reply(Kind.ANSWER, text, reasons, (person_button(turn.language),))
    return Decision(reply, replace(turn.state, clarified=False), templates=(said,))
